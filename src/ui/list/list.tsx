import { type ReactNode, useRef } from 'react'
import { Button } from '../button/index.ts'
import { Failure, Loading } from '../empty/index.ts'
import { Icon } from '../icon/index.ts'
import { useShortcuts } from '../keys/index.ts'
import { AppLink } from '../link/index.ts'
import { useRowFocus } from './row-focus.ts'
import { type RowKey, useRowKeys } from './row-keys.ts'

export type Sort = { by: string; direction: 'ascending' | 'descending' }

export type Column<T> = {
  id: string
  /** with its unit: 「時間（分）」 */
  header: string
  cell: (row: T) => ReactNode
  isSortable?: boolean
  /** numbers and dates stand at the right */
  isRight?: boolean
  /** CSS width, for columns that should not move */
  width?: string
}

export type ListProps<T> = {
  /** what the table shows, for screen readers and as its printed title */
  label: string
  columns: Column<T>[]
  rows: T[] | undefined
  rowKey: (row: T) => string
  /** the page behind a row; its first column becomes the link, Enter opens it */
  hrefOf?: (row: T) => string
  /** instead of a page: a panel */
  onOpen?: (row: T) => void
  /** deeds on the current row, by key and by a button in the last column */
  rowKeys?: RowKey<T>[]
  sort?: Sort
  onSort?: (sort: Sort) => void
  error?: Error | null
  onRetry?: () => void
  /** what an empty list says, with a good word */
  empty: ReactNode
  /** keyset paging: 「次の50件」 */
  more?: { hasMore: boolean; isLoading: boolean; load: () => void; size: number }
  total?: number
}

/** A dense table with a sticky header; j/k or the arrows walk its rows. */
export function List<T>(props: ListProps<T>) {
  const { label, columns, rows, rowKey, rowKeys = [], more } = props
  const box = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const keys = useRowKeys(table, rows ?? [], rowKeys)
  useShortcuts(keys.shortcuts, (rows?.length ?? 0) > 0)
  useRowFocus(box, rows?.map(rowKey))
  if (props.error && !rows) return <Failure error={props.error} onRetry={props.onRetry} />
  if (!rows) return <Loading />
  if (rows.length === 0) {
    return (
      <div ref={box}>
        <div tabIndex={-1} data-list-empty="">
          {props.empty}
        </div>
      </div>
    )
  }
  // Where a row opens nothing, its first cell is text and the row itself takes the focus of the row keys.
  const ownPlace = props.hrefOf || props.onOpen ? {} : { tabIndex: -1, 'data-row-link': '' }
  return (
    <div ref={box}>
      <section
        className="relative max-lg:overflow-x-auto print:overflow-visible"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
        tabIndex={0}
      >
        <table ref={table} className="w-full border-collapse text-sm max-lg:min-w-3xl print:min-w-0">
          <caption className="sr-only">{label}</caption>
          <thead className="roomy:sticky roomy:top-(--list-top) z-10 bg-shade">
            <tr>
              {columns.map((column) => (
                <HeaderCell key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
              ))}
              {rowKeys.length > 0 ? (
                <th scope="col" className="border-b border-edge px-3 py-1 text-left print:hidden">
                  操作
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr
                key={rowKey(row)}
                data-row={index}
                {...ownPlace}
                className="h-8 border-b border-line focus-within:bg-accent-soft hover:bg-ground"
              >
                {columns.map((column, at) => (
                  <td
                    key={column.id}
                    className={`px-3 py-1 align-middle ${column.isRight ? 'text-right tabular-nums' : ''}`}
                  >
                    {at === 0 ? (
                      <RowOpener
                        row={row}
                        hrefOf={props.hrefOf}
                        onOpen={props.onOpen}
                        content={column.cell(row)}
                      />
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
                {rowKeys.length > 0 ? <RowDeeds row={row} rowKeys={rowKeys} /> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="flex flex-wrap items-center gap-4 py-3 text-sm">
        <span>
          {rows.length.toLocaleString('ja-JP')}件を表示
          {props.total === undefined ? '' : `（全${props.total.toLocaleString('ja-JP')}件）`}
        </span>
        {more?.hasMore ? (
          <Button size="small" onPress={() => more.isLoading || more.load()}>
            {more.isLoading ? '読み込んでいます…' : `次の${more.size}件`}
          </Button>
        ) : null}
      </div>
      {props.error ? <Failure error={props.error} onRetry={props.onRetry} /> : null}
    </div>
  )
}

function HeaderCell<T>({
  column,
  sort,
  onSort,
}: {
  column: Column<T>
  sort?: Sort
  onSort?: (sort: Sort) => void
}) {
  const isSorted = sort?.by === column.id
  const direction = isSorted ? sort.direction : undefined
  const next: Sort = { by: column.id, direction: direction === 'ascending' ? 'descending' : 'ascending' }
  return (
    <th
      scope="col"
      aria-sort={direction}
      style={{ width: column.width }}
      className={`border-b border-edge px-3 py-1 whitespace-nowrap ${column.isRight ? 'text-right' : 'text-left'}`}
    >
      {column.isSortable && onSort ? (
        <button
          type="button"
          className="inline-flex min-h-6 items-center gap-1 font-bold underline-offset-4 hover:underline"
          onClick={() => onSort(next)}
        >
          {column.header}
          <span className={isSorted ? '' : 'invisible'}>
            <Icon name={direction === 'descending' ? 'down' : 'up'} className="size-3.5" />
          </span>
          <span className="sr-only">{next.direction === 'ascending' ? '昇順に並べる' : '降順に並べる'}</span>
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}

type OpenerProps<T> = { row: T; content: ReactNode; hrefOf?: (row: T) => string; onOpen?: (row: T) => void }

const openerClass = 'inline-flex min-h-6 items-center text-left text-accent underline underline-offset-4'

/** The visible twin of Enter: what the row opens, and the place the row keys move the focus to. Plain where nothing opens. */
function RowOpener<T>({ row, content, hrefOf, onOpen }: OpenerProps<T>) {
  if (hrefOf) {
    return (
      <AppLink to={hrefOf(row)} className={openerClass} data-row-link="">
        {content}
      </AppLink>
    )
  }
  if (!onOpen) return content
  return (
    <button type="button" className={openerClass} data-row-link="" onClick={() => onOpen(row)}>
      {content}
    </button>
  )
}

function RowDeeds<T>({ row, rowKeys }: { row: T; rowKeys: RowKey<T>[] }) {
  return (
    <td className="px-1 whitespace-nowrap print:hidden">
      {rowKeys
        .filter((one) => one.isOffered?.(row) ?? true)
        .map((one) => (
          <Button
            key={one.key}
            size="small"
            look="quiet"
            shortcut={one.key.toUpperCase()}
            onPress={() => one.run(row)}
          >
            {one.label}
          </Button>
        ))}
    </td>
  )
}
