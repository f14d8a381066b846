import { type ReactNode, useState } from 'react'
import { formatDate } from '../../platform/calendar/index.ts'
import { dayInJapan, timeInJapan } from '../clock/clock.ts'
import { Empty } from '../empty/index.ts'
import { AppLink } from '../link/index.ts'
import { FilterChips } from '../list/index.ts'
import { countKinds } from './kinds.ts'

export type TimelineItem = {
  id: string
  /** an instant (ISO with zone) or a day (YYYY-MM-DD) */
  at: string
  /** 電話, 訪問, 計画 …: the word shown and filtered by */
  kind: string
  title: string
  /** who, where, how long */
  meta?: string
  /** the full text; long ones open in place */
  body?: string
  href?: string
  mark?: ReactNode
  isAboutMe?: boolean
}

export type TimelineProps = { label: string; items: TimelineItem[]; empty?: string; more?: ReactNode }

/** Above this many characters a text is folded to three lines until it is opened. */
const longText = 120

/** What happened, newest first as the caller orders it, with a filter by kind and 「自分の記録だけ」. */
export function Timeline({ label, items, empty = '記録はまだありません', more }: TimelineProps) {
  const [kinds, setKinds] = useState<string[]>([])
  const [isMine, setMine] = useState(false)
  const hasMine = items.some((one) => one.isAboutMe)
  const shown = items.filter(
    (one) => (kinds.length === 0 || kinds.includes(one.kind)) && (!isMine || one.isAboutMe),
  )
  const chips = countKinds(items).map(({ kind, count }) => ({ id: kind, label: kind, count }))
  return (
    <section aria-label={label}>
      {chips.length > 1 ? (
        <FilterChips label="種類" chips={chips} selected={kinds} onChange={setKinds} />
      ) : null}
      {hasMine ? (
        <FilterChips
          label="担当"
          chips={[{ id: 'mine', label: '自分の記録だけ' }]}
          selected={isMine ? ['mine'] : []}
          onChange={(on) => setMine(on.length > 0)}
        />
      ) : null}
      {shown.length === 0 ? (
        <Empty title={items.length === 0 ? empty : 'この条件に合う記録はありません'} />
      ) : null}
      <TimelineEntries items={shown} />
      {more}
    </section>
  )
}

export type TimelineEntriesProps = {
  items: TimelineItem[]
  /** only so many go on paper, each with its first three lines: for a sheet that must stay one page */
  mostOnPaper?: number
}

/** The entries alone, for a page that filters and pages on the server. */
export function TimelineEntries({ items, mostOnPaper }: TimelineEntriesProps) {
  return (
    <ol className="border-l-2 border-line pl-4">
      {items.map((item, index) => (
        <Entry
          key={item.id}
          item={item}
          isShortOnPaper={mostOnPaper !== undefined}
          isOffPaper={mostOnPaper !== undefined && index >= mostOnPaper}
        />
      ))}
    </ol>
  )
}

type EntryProps = { item: TimelineItem; isShortOnPaper: boolean; isOffPaper: boolean }

function Entry({ item, isShortOnPaper, isOffPaper }: EntryProps) {
  const [isOpen, setOpen] = useState(false)
  const isInstant = item.at.length > 10
  const day = isInstant ? dayInJapan(item.at) : item.at
  const isLong = (item.body?.length ?? 0) > longText
  return (
    <li
      data-keep-together=""
      className={`relative border-b border-line py-2 before:absolute before:top-4 before:-left-[1.4rem] before:size-2.5 before:rounded-full before:bg-edge ${isOffPaper ? 'print:hidden' : ''} print:py-0.5`}
    >
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-soft">
        <time dateTime={item.at} className="tabular-nums">
          {formatDate(day, 'short')}
          {isInstant ? ` ${timeInJapan(item.at)}` : ''}
        </time>
        <span className="rounded-sm border border-edge px-1 text-ink">{item.kind}</span>
        {item.meta}
        {item.mark}
      </p>
      <p className="font-bold">{item.href ? <AppLink to={item.href}>{item.title}</AppLink> : item.title}</p>
      {item.body ? (
        <p
          className={`whitespace-pre-wrap ${isLong && !isOpen ? 'line-clamp-3' : ''} ${isShortOnPaper ? 'print:line-clamp-3' : 'print:line-clamp-none'}`}
        >
          {item.body}
        </p>
      ) : null}
      {isLong ? (
        <button
          type="button"
          aria-expanded={isOpen}
          className="min-h-6 text-sm text-accent underline underline-offset-4 print:hidden"
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? '短くする' : '全文を読む'}
          <span className="sr-only">（{item.title}）</span>
        </button>
      ) : null}
    </li>
  )
}
