import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '../../../ui/button/index.ts'
import { Problem } from '../../../ui/http/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { type Binding, bindCell, type Form, figureQuery, formKey, removeBinding } from './api.ts'
import { ReadingWords } from './reading-words.tsx'

/** The figure of a bound cell, with its present value. */
export function BoundFigure({
  form,
  binding,
  onChange,
}: {
  form: Form
  binding: Binding
  onChange: () => void
}) {
  const client = useQueryClient()
  const show = useToast()
  const { source, ref, span, yearOffset } = binding
  const { data } = useQuery({
    ...figureQuery(form.id, { source, ref, span, yearOffset }),
    enabled: source !== 'hand',
  })
  const refresh = () => client.invalidateQueries({ queryKey: formKey(form.id) })
  const remove = async () => {
    try {
      await removeBinding(form.id, binding.id, binding.version)
      await refresh()
      show(`${binding.address} の対応づけを外しました`, {
        undo: async () => {
          await bindCell(form.id, { ...binding, sheet: binding.sheetIndex })
          await refresh()
        },
      })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      show(`${error.title}。画面を新しくしました。`, { tone: 'danger' })
      await refresh()
    }
  }
  return (
    <section aria-labelledby="bound-head" className="rounded-lg border border-accent-line bg-accent-soft p-3">
      <h3 id="bound-head" className="font-bold">
        {binding.label}
      </h3>
      <p className="text-sm">
        {binding.sourceLabel}
        {binding.unit ? `・${binding.unit}` : ''}
        {source === 'hand' || source === 'constant' ? '' : `・${binding.periodLabel}`}
      </p>
      {binding.note ? <p className="text-sm whitespace-pre-wrap">メモ: {binding.note}</p> : null}
      {data ? <ReadingWords reading={data} /> : null}
      <div className="mt-2 flex gap-2">
        <Button size="small" onPress={onChange}>
          直す
        </Button>
        <Button size="small" look="quiet" onPress={() => void remove()}>
          外す
        </Button>
      </div>
    </section>
  )
}
