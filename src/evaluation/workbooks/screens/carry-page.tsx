import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, buttonClass } from '../../../ui/button/index.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink, usePathParam } from '../../../ui/link/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { Notice, Status } from '../../../ui/status/index.ts'
import { type Carry, type CarryItem, carryKey, carryQuery, decideCarry, formKey } from './api.ts'
import { CarryRow, type Decide } from './carry-row.tsx'
import { placeText } from './place-words.tsx'

/** /workbooks/$id/carry: the edition before and this one, cell beside cell; nothing is taken until it is said. */
export default function CarryPage() {
  const id = usePathParam('id')
  const { data, error, refetch } = useQuery(carryQuery(id))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  return data ? <Differences id={id} data={data} /> : <Loading />
}

const takeOf = ({ binding, candidates }: CarryItem) => {
  const [only] = candidates
  return only && !only.isTaken
    ? [{ bindingId: binding.id, take: { sheet: only.sheetIndex, row: only.row, column: only.column } }]
    : []
}

function Differences({ id, data }: { id: string; data: Carry }) {
  const client = useQueryClient()
  const decide = useMutation({
    mutationFn: (decisions: Parameters<Decide>[0]) => decideCarry(id, decisions),
    onSuccess: async (next) => {
      client.setQueryData(carryKey(id), next)
      await client.invalidateQueries({ queryKey: formKey(id) })
    },
  })
  const { from, to, items, decided, newCells } = data
  const alike = items.filter(({ outcome }) => outcome === 'same' || outcome === 'moved')
  const others = items.filter(({ outcome }) => outcome !== 'same' && outcome !== 'moved')
  const moved = alike.filter(({ outcome }) => outcome === 'moved').length
  return (
    <>
      <PageHead
        title="前の版との違い"
        lead={`${from.fiscalYearLabel}（${from.fileName}）の対応づけを、${to.fiscalYearLabel}（${to.fileName}）に照らしました。`}
        actions={
          <AppLink
            to={`/workbooks/${id}`}
            className={buttonClass(items.length === 0 ? 'primary' : 'secondary')}
          >
            様式を開く
          </AppLink>
        }
      />
      {decide.error ? <Failure error={decide.error} /> : null}
      {items.length === 0 ? <Notice tone="good" title="前の版の対応づけは、すべて決まっています" /> : null}
      {alike.length > 0 ? (
        <section aria-labelledby="alike-head" className="mb-6">
          <div className="mb-1 flex flex-wrap items-center justify-between gap-2">
            <h2 id="alike-head" className="text-lg font-bold">
              見出しが同じ {alike.length}セル
              {moved > 0 ? (
                <span className="ml-2 text-sm font-normal">うち{moved}セルは場所が動きました</span>
              ) : null}
            </h2>
            <Button
              look="primary"
              isDisabled={decide.isPending}
              onPress={() => decide.mutate(alike.flatMap(takeOf))}
            >
              {alike.length}セルを引き継ぐ
            </Button>
          </div>
          <Rows label="見出しが同じセル" items={alike} onDecide={decide.mutate} isBusy={decide.isPending} />
        </section>
      ) : null}
      {others.length > 0 ? (
        <section aria-labelledby="others-head" className="mb-6">
          <h2 id="others-head" className="text-lg font-bold">
            見出しが違う {others.length}セル
          </h2>
          <p className="mb-1 text-sm text-soft">
            言葉の違いを見比べて、一つずつ決めてください。黙って引き継ぐことはありません。
          </p>
          <Rows label="見出しが違うセル" items={others} onDecide={decide.mutate} isBusy={decide.isPending} />
        </section>
      ) : null}
      <NewCells id={id} cells={newCells} />
      <Decided decided={decided} />
    </>
  )
}

function Rows({
  label,
  items,
  onDecide,
  isBusy,
}: {
  label: string
  items: CarryItem[]
  onDecide: Decide
  isBusy: boolean
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="overflow-x-auto" aria-label={label} tabIndex={0}>
      <table className="w-full border-collapse text-sm">
        <thead className="bg-shade text-left">
          <tr>
            {['入れる数', '前の版', '', 'この版', '決める'].map((heading) => (
              <th
                key={heading || 'state'}
                scope="col"
                className="border-b border-edge px-2 py-1 whitespace-nowrap"
              >
                {heading || <span className="sr-only">違い</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <CarryRow key={item.binding.id} item={item} onDecide={onDecide} isBusy={isBusy} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function NewCells({ id, cells }: { id: string; cells: Carry['newCells'] }) {
  if (cells.length === 0) return null
  return (
    <section aria-labelledby="new-head" className="mb-6">
      <h2 id="new-head" className="text-lg font-bold">
        この版で新しい欄 {cells.length}
        {cells.length >= 300 ? '以上' : ''}
      </h2>
      <p className="mb-1 text-sm text-soft">
        前の版になかった見出しの、空いた欄です。必要なものに数を対応づけてください。
      </p>
      <ul className="grid gap-x-6 text-sm sm:grid-cols-2">
        {cells.map(({ sheet, sheetIndex, row, column, address, place }) => (
          <li key={`${sheet} ${address}`} className="border-b border-line py-1">
            <AppLink to={`/workbooks/${id}?sheet=${sheetIndex}&cell=${row}-${column}`}>
              {sheet} {address}
            </AppLink>
            <span className="ml-2">{placeText(place)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Decided({ decided }: { decided: Carry['decided'] }) {
  if (decided.length === 0) return null
  return (
    <details>
      <summary className="min-h-8 cursor-pointer font-bold">決めたもの {decided.length}</summary>
      <ul className="text-sm">
        {decided.map(({ bindingId, decision, label, from, to }) => (
          <li key={bindingId} className="flex flex-wrap gap-2 border-b border-line py-1">
            <Status tone={decision === 'taken' ? 'good' : 'neutral'}>
              {decision === 'taken' ? '引き継いだ' : '引き継がない'}
            </Status>
            {from}
            {to ? ` → ${to}` : ''}
            <span className="text-soft">{label}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
