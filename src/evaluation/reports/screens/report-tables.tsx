import type { Report } from './api.ts'
import { SectionTable } from './section-table.tsx'

type TablesProps = Pick<Report, 'sections' | 'comparisons' | 'notes'> & { version: number | null }

/** More columns of figures than half of the page holds. */
const isWide = ({ measures }: TablesProps['sections'][number]) => measures.length > 4

/** What stands on the one page of the form, in two columns as there; tables of many columns over the whole width. */
export function FormTables({ sections, comparisons, notes, version }: TablesProps) {
  const [first, ...rest] = sections.filter(({ isOnForm }) => isOnForm)
  const table = (section: TablesProps['sections'][number]) => (
    <SectionTable key={section.id} section={section} comparisons={comparisons} version={version} />
  )
  return (
    <>
      {first ? table(first) : null}
      <div className="gap-6 xl:columns-2">{rest.filter((section) => !isWide(section)).map(table)}</div>
      {rest.filter(isWide).map(table)}
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
