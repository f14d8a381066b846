import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { dayInJapan, useClock } from '../../../ui/clock/clock.ts'
import { linkClass } from '../../../ui/link/index.ts'
import { ValueView } from '../../../ui/value-view/index.ts'
import type { Entry, LawValuePage } from '../schema.ts'
import { confirmedWord, periodWord, periodWords } from '../words.ts'
import { Marks } from './marks.tsx'

type EntriesTableProps = {
  page: LawValuePage
  onConfirm: (entry: Entry) => void
  onWithdraw: (entry: Entry) => void
}

const head = 'border-b border-edge px-3 py-1 text-left'
const cell = 'border-b border-line px-3 py-2 align-top'

/** The value of every date, newest first, with its source and who confirmed it. */
export function EntriesTable({ page, onConfirm, onWithdraw }: EntriesTableProps) {
  const { today } = useClock()
  const now = page.now?.from
  return (
    <section
      className="overflow-x-auto"
      aria-label="日付ごとの値"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
      tabIndex={0}
    >
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{page.title}: 日付ごとの値</caption>
        <thead className="bg-shade">
          <tr>
            <th scope="col" className={`${head} whitespace-nowrap`}>
              期間
            </th>
            <th scope="col" className={head}>
              値
            </th>
            <th scope="col" className={head}>
              確かさと出典
            </th>
          </tr>
        </thead>
        <tbody>
          {page.history.toReversed().map((entry) => (
            <tr key={entry.from}>
              <th scope="row" className={`${cell} w-44 text-left font-normal`}>
                {periodWords(entry).map((word) => (
                  <span key={word} className="block whitespace-nowrap">
                    {word}
                  </span>
                ))}
                {entry.from === now ? <span className="block font-bold">今日の値</span> : null}
                {entry.from > today() ? <span className="block text-soft">これから</span> : null}
              </th>
              <td className={`${cell} min-w-48`}>
                <ValueView
                  value={entry.value}
                  labels={page.labels}
                  label={`${periodWord(entry)}の値`}
                  unit={` ${page.unit}`}
                />
              </td>
              <td className={`${cell} min-w-72`}>
                <SourceOf
                  page={page}
                  entry={entry}
                  onConfirm={() => onConfirm(entry)}
                  onWithdraw={() => onWithdraw(entry)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type SourceOfProps = { page: LawValuePage; entry: Entry; onConfirm: () => void; onWithdraw: () => void }

function SourceOf({ page, entry, onConfirm, onWithdraw }: SourceOfProps) {
  const { source, note, confirmation, mark } = entry
  const day = formatDate(entry.from as IsoDate)
  return (
    <div className="flex flex-col items-start gap-1">
      <Marks entry={entry} insurer={page.insurer} />
      <p>
        <Linked text={source.text} url={source.url ?? null} />
      </p>
      {note ? <p className="text-soft">{note}</p> : null}
      {confirmation ? (
        <p>
          {confirmedWord(page.insurer, confirmation)}
          <span className="block text-soft">
            {formatDate(dayInJapan(confirmation.confirmedAt))}　見た場所: {confirmation.seenIn}
          </span>
          {confirmation.sourceUrl ? (
            <Linked text={confirmation.sourceUrl} url={confirmation.sourceUrl} />
          ) : null}
        </p>
      ) : null}
      {page.mayConfirm && (mark === 'unread' || mark === 'secondary') ? (
        <Button size="small" aria-label={`${day}からの値の出典を確かめて確認する`} onPress={onConfirm}>
          出典を確かめて確認する
        </Button>
      ) : null}
      {page.mayConfirm && confirmation ? (
        <Button size="small" look="quiet" aria-label={`${day}からの値の確認を取り消す`} onPress={onWithdraw}>
          確認を取り消す
        </Button>
      ) : null}
    </div>
  )
}

const Linked = ({ text, url }: { text: string; url: string | null }) =>
  url ? (
    <a href={url} target="_blank" rel="noreferrer" className={`${linkClass} break-all`}>
      {text}
    </a>
  ) : (
    text
  )
