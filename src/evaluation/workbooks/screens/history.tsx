import { Button } from '../../../ui/button/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { type Form, saveFill } from './api.ts'
import { dayOf } from './day-of.ts'

/** What was filled and handed out. */
export function History({ form }: { form: Form }) {
  if (form.fills.length === 0)
    return (
      <Empty title="まだ記入していません">記入すると、渡したファイルと書いた値が、ここに残ります。</Empty>
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="overflow-x-auto" aria-label="控え" tabIndex={0}>
      <table className="w-full border-collapse text-sm">
        <thead className="bg-shade text-left">
          <tr>
            {['記入した日時', '人', '記入', 'そのまま', 'ファイル', '照合の値（SHA-256）'].map((heading) => (
              <th key={heading} scope="col" className="border-b border-edge px-2 py-1 whitespace-nowrap">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {form.fills.map((fill) => (
            <tr key={fill.id} className="border-b border-line">
              <th scope="row" className="px-2 py-1 text-left font-normal whitespace-nowrap">
                <AppLink
                  to={`/workbook-fills/${fill.id}`}
                  className="inline-flex min-h-8 items-center underline underline-offset-4"
                >
                  {dayOf(fill.filledAt)}
                </AppLink>
              </th>
              <td className="px-2 py-1 whitespace-nowrap">{fill.filledBy}</td>
              <td className="px-2 py-1 whitespace-nowrap tabular-nums">{fill.writtenCount}セル</td>
              <td className="px-2 py-1 whitespace-nowrap tabular-nums">{fill.unfilledCount}セル</td>
              <td className="px-2 py-1">
                <Button size="small" look="quiet" onPress={() => void saveFill(fill.id)}>
                  {fill.fileName}
                </Button>
              </td>
              <td className="px-2 py-1 font-mono text-xs">{fill.sha256.slice(0, 16)}…</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
