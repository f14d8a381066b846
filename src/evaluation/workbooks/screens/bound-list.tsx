import { Empty } from '../../../ui/empty/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import type { Binding, Form } from './api.ts'
import { placeText } from './place-words.tsx'

/** Every cell that has a figure, sheet by sheet. */
export function BoundList({ form }: { form: Form }) {
  if (form.bindings.length === 0)
    return (
      <Empty title="まだ対応づけはありません">
        「対応づけ」でセルを選び、入れる数を選ぶと、ここに並びます。
      </Empty>
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="overflow-x-auto" aria-label="対応づけた数" tabIndex={0}>
      <table className="w-full border-collapse text-sm">
        <thead className="bg-shade text-left">
          <tr>
            {['セル', '見出し', '入れる数', '期間', '出どころ', 'メモ'].map((heading) => (
              <th key={heading} scope="col" className="border-b border-edge px-2 py-1 whitespace-nowrap">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {form.bindings.map((binding) => (
            <Row key={binding.id} form={form} binding={binding} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ form, binding }: { form: Form; binding: Binding }) {
  const { sheetIndex, row, column } = binding
  return (
    <tr className="border-b border-line align-top hover:bg-ground">
      <th scope="row" className="px-2 py-1 text-left font-normal whitespace-nowrap">
        <AppLink
          to={`/workbooks/${form.id}?sheet=${sheetIndex}&cell=${row}-${column}`}
          className="inline-flex min-h-8 items-center underline underline-offset-4"
        >
          {binding.sheet} {binding.address}
        </AppLink>
      </th>
      <td className="px-2 py-1">{placeText(binding.place)}</td>
      <td className="px-2 py-1">
        {binding.label}
        {binding.unit ? <span className="text-soft">（{binding.unit}）</span> : null}
      </td>
      <td className="px-2 py-1">
        {binding.source === 'hand' || binding.source === 'constant' ? '—' : binding.periodLabel}
      </td>
      <td className="px-2 py-1 whitespace-nowrap">{binding.sourceLabel}</td>
      <td className="px-2 py-1">{binding.note}</td>
    </tr>
  )
}
