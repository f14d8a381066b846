import { type FacilityField, facilityFields } from '../../../exchange/facilities/layout.ts'
import type { Preview } from '../schema.ts'
import type { Chosen, Entry } from './entry.ts'

type ColumnTableProps = {
  preview: Preview
  chosen: Entry['chosen']
  onChoose: (heading: string, field: Chosen) => void
}

/** One row per column of the file: its heading, what stands in it, and what it is. */
export function ColumnTable({ preview, chosen, onChoose }: ColumnTableProps) {
  return (
    <section aria-labelledby="columns">
      <h2 id="columns" className="mt-2 text-lg font-bold">
        2. 列を選ぶ
      </h2>
      <p className="mb-1 text-sm text-soft">
        選ばない列は読みません。読み込んだ一覧は、サインインした職員のだれもが見られます。担当者の氏名や個人の電話の列は選ばないでください。
      </p>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse text-sm">
          <thead className="bg-shade text-left">
            <tr>
              <th scope="col" className="border-b border-edge px-3 py-1">
                見出し
              </th>
              <th scope="col" className="border-b border-edge px-3 py-1">
                中身の例
              </th>
              <th scope="col" className="w-64 border-b border-edge px-3 py-1">
                何の列か
              </th>
            </tr>
          </thead>
          <tbody>
            {preview.columns.map(({ heading, samples }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a heading may stand there twice
              <tr key={`${at} ${heading}`} className="border-b border-line">
                <th scope="row" className="px-3 py-1 text-left font-normal">
                  {heading}
                </th>
                <td className="max-w-96 truncate px-3 py-1 text-soft">
                  {samples.length > 0 ? samples.join(' ｜ ') : '空の列です'}
                </td>
                <td className="px-3 py-1">
                  <FieldChoice
                    heading={heading}
                    value={chosen[heading] ?? null}
                    onChange={(field) => onChoose(heading, field)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type FieldChoiceProps = { heading: string; value: Chosen; onChange: (field: Chosen) => void }

function FieldChoice({ heading, value, onChange }: FieldChoiceProps) {
  return (
    <select
      aria-label={`「${heading}」は何の列か`}
      value={value ?? ''}
      onChange={(event) => onChange((event.target.value || null) as Chosen)}
      className={`min-h-9 w-full rounded-lg border px-2 ${value === null ? 'border-edge bg-paper text-soft' : 'border-accent bg-accent-soft'}`}
    >
      <option value="">読まない</option>
      <option value="extra">そのまま残す</option>
      {facilityFields.map(({ field, label }: { field: FacilityField; label: string }) => (
        <option key={field} value={field}>
          {label}
        </option>
      ))}
    </select>
  )
}
