import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import type { Entry } from './entry.ts'
import { fieldWord, valueWord } from './field-words.ts'

type DifferencesProps = { mine: Entry; theirs: Entry; onKeepMine: () => void; onTakeTheirs: () => void }

const shown = (field: string, value: unknown) =>
  field === 'dueOn' && typeof value === 'string' ? formatDate(value) : valueWord(field, value)

/** Somebody saved first: only the fields that differ, both sides beside each other; nothing typed is lost. */
export function Differences({ mine, theirs, onKeepMine, onTakeTheirs }: DifferencesProps) {
  const fields = (Object.keys(mine) as (keyof Entry)[]).filter(
    (field) => fieldWord(field) !== null && JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]),
  )
  return (
    <div className="mb-4">
      <Notice tone="caution" title="ほかの人が先に保存しました。両方を見くらべてください" role="alert">
        <table className="my-2 w-full text-sm">
          <thead>
            <tr className="border-b border-edge text-left">
              <th scope="col">項目</th>
              <th scope="col">保存されている内容</th>
              <th scope="col">あなたの内容</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field} className="border-b border-line align-top">
                <th scope="row" className="pr-3 text-left font-normal whitespace-nowrap">
                  {fieldWord(field)}
                </th>
                <td className="pr-3 whitespace-pre-wrap">{shown(field, theirs[field])}</td>
                <td className="whitespace-pre-wrap">{shown(field, mine[field])}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="flex flex-wrap gap-2">
          <Button size="small" onPress={onKeepMine}>
            あなたの内容で続ける
          </Button>
          <Button size="small" onPress={onTakeTheirs}>
            保存されている内容に置き換える
          </Button>
        </div>
      </Notice>
    </div>
  )
}
