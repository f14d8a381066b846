import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import type { CellBody } from '../schema.ts'
import { type Form, placeQuery } from './api.ts'
import { BindForm } from './bind-form.tsx'
import { BoundFigure } from './bound-figure.tsx'
import { PlaceWords } from './place-words.tsx'

/** What the chosen cell is called, and which figure belongs into it. */
export function CellPanel({ form, cell }: { form: Form; cell: CellBody }) {
  const { data, error, refetch } = useQuery(placeQuery(form.id, cell))
  const [isChanging, setChanging] = useState(false)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const binding = form.bindings.find(
    ({ sheetIndex, row, column }) => sheetIndex === cell.sheet && row === data.row && column === data.column,
  )
  return (
    <>
      <section aria-labelledby="cell-head">
        <h2 id="cell-head" className="text-lg font-bold">
          {data.sheet} {data.address}
        </h2>
        <PlaceWords place={data.place} />
        {data.text ? (
          <p className="mt-1 text-sm">
            <span className="text-soft">今の内容</span> {data.text}
          </p>
        ) : null}
        {data.formula ? <p className="mt-1 text-sm text-soft break-all">数式 ={data.formula}</p> : null}
        {data.remarks.length > 0 && !data.stays ? (
          <ul className="mt-1 list-disc pl-5 text-sm text-soft">
            {data.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        ) : null}
        {data.alike.length > 0 && !data.stays ? (
          <p className="mt-1 text-sm text-caution">
            同じ見出しのセルがほかにもあります（{data.alike.join('、')}
            ）。翌年の様式では、選び直しになります。
          </p>
        ) : null}
      </section>
      {data.stays ? (
        <Notice tone="neutral" title="このセルには書きません">
          <p className="text-sm">{data.stays}</p>
        </Notice>
      ) : binding && !isChanging ? (
        <BoundFigure form={form} binding={binding} onChange={() => setChanging(true)} />
      ) : (
        <BindForm
          form={form}
          cell={cell}
          place={data}
          binding={binding ?? null}
          onDone={() => setChanging(false)}
        />
      )}
    </>
  )
}
