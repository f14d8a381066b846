import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { Empty, Failure } from '../../../ui/empty/index.ts'
import { TextField } from '../../../ui/form/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { type Form, fillForm, formKey, type Preview, previewFill, saveFill } from './api.ts'
import { LinesTable } from './lines-table.tsx'

/** Type what is typed each year, look at every cell, fill. */
export function FillTab({ form }: { form: Form }) {
  const [typed, setTyped] = useState<Record<string, string>>({})
  const preview = useMutation({ mutationFn: () => previewFill(form.id, typed) })
  if (form.bindings.length === 0)
    return (
      <Empty title="まだ記入するものがありません">「対応づけ」で、セルに入れる数を選んでください。</Empty>
    )
  const hand = form.bindings.filter(({ source }) => source === 'hand')
  return (
    <div className="flex flex-col gap-4">
      {hand.length > 0 ? (
        <fieldset>
          <legend className="mb-1 font-bold">今年の値を入力するもの</legend>
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {hand.map((binding) => (
              <TextField
                key={binding.id}
                name={binding.id}
                label={`${binding.label}${binding.unit ? `（${binding.unit}）` : ''}`}
                description={`${binding.sheet} ${binding.address}`}
                value={typed[binding.id] ?? ''}
                onChange={(value) => {
                  setTyped({ ...typed, [binding.id]: value })
                  preview.reset()
                }}
                inputMode={binding.ref === 'number' ? 'numeric' : 'text'}
                maxLength={1000}
              />
            ))}
          </div>
        </fieldset>
      ) : null}
      <div>
        <Button
          look={preview.data ? 'secondary' : 'primary'}
          onPress={() => preview.mutate()}
          isDisabled={preview.isPending}
        >
          {preview.isPending ? '調べています…' : '記入する内容を確かめる'}
        </Button>
      </div>
      {preview.error ? <Failure error={preview.error} onRetry={() => preview.mutate()} /> : null}
      {preview.data ? (
        <Checked form={form} typed={typed} preview={preview.data} onChanged={() => preview.mutate()} />
      ) : null}
    </div>
  )
}

interface CheckedProps {
  form: Form
  typed: Record<string, string>
  preview: Preview
  onChanged: () => void
}

function Checked({ form, typed, preview, onChanged }: CheckedProps) {
  const client = useQueryClient()
  const fill = useMutation({
    mutationFn: async () => {
      const { id } = await fillForm(form.id, typed, preview.digest)
      await saveFill(id)
      await client.invalidateQueries({ queryKey: formKey(form.id) })
    },
  })
  const { writtenCount, unfilledCount } = preview
  return (
    <section aria-labelledby="checked-head" className="flex flex-col gap-3">
      <h2 id="checked-head" className="text-lg font-bold" role="status">
        {writtenCount}セルに記入し、{unfilledCount}セルはそのままです
      </h2>
      {unfilledCount > 0 ? (
        <p className="text-sm">
          記入しないセルは、理由とともに上に並べています。数のないところに 0 は書きません。
        </p>
      ) : null}
      <LinesTable lines={preview.lines} label="記入する内容" />
      {preview.attribution.length > 0 ? (
        <p className="text-xs text-soft">{preview.attribution.join('、')}</p>
      ) : null}
      <p className="text-sm text-soft">{preview.staleWords}</p>
      {fill.error ? <Failure error={fill.error} onRetry={onChanged} /> : null}
      {fill.isSuccess ? (
        <Notice tone="good" title="記入したファイルを渡しました" role="status">
          <p className="text-sm">同じ内容が「控え」に残っています。{preview.staleWords}</p>
        </Notice>
      ) : (
        <div>
          <Button
            look="primary"
            onPress={() => fill.mutate()}
            isDisabled={fill.isPending || writtenCount === 0}
          >
            {fill.isPending ? '記入しています…' : '記入してファイルを受け取る'}
          </Button>
        </div>
      )}
    </section>
  )
}
