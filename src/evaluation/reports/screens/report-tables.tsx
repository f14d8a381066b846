import type { Report } from './api.ts'
import { SectionTable } from './section-table.tsx'

type TablesProps = Pick<Report, 'sections' | 'comparisons' | 'notes'> & { version: number | null }

/** What stands on the one page of the form, in two columns as there. */
export function FormTables({ sections, comparisons, notes, version }: TablesProps) {
  return (
    <>
      <div className="gap-6 xl:columns-2">
        {sections
          .filter(({ isOnForm }) => isOnForm)
          .map((section) => (
            <SectionTable key={section.id} section={section} comparisons={comparisons} version={version} />
          ))}
      </div>
      <Notes notes={notes} />
    </>
  )
}

export function TownTable({ sections, comparisons, notes, version }: TablesProps) {
  const towns = sections.find(({ id }) => id === 'town')
  return (
    <>
      {towns ? <SectionTable section={towns} comparisons={comparisons} version={version} /> : null}
      <Notes notes={notes} />
    </>
  )
}

const Notes = ({ notes }: { notes: readonly string[] }) => (
  <ul className="mt-2 list-disc pl-5 text-xs text-soft">
    {notes.map((note) => (
      <li key={note}>{note}</li>
    ))}
  </ul>
)
