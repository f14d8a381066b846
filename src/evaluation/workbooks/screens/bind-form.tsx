import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { RadioChoice } from '../../../ui/choice/index.ts'
import { EntryForm, SelectField, TextField } from '../../../ui/form/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { offsetWords, SPAN, spanWords } from '../rules/period.ts'
import type { CellBody } from '../schema.ts'
import {
  type Binding,
  bindCell,
  type CellPlace,
  changeBinding,
  type Form,
  figureQuery,
  formKey,
} from './api.ts'
import { type Chosen, FigureSearch } from './figure-search.tsx'
import { ReadingWords } from './reading-words.tsx'

type Kind = 'figure' | 'constant' | 'hand'

interface BindFormProps {
  form: Form
  cell: CellBody
  place: CellPlace
  /** the one to be changed; null: a new one */
  binding: Binding | null
  onDone: () => void
}

const kindOf = (binding: Binding | null): Kind =>
  binding?.source === 'constant' || binding?.source === 'hand' ? binding.source : 'figure'

/** Chooses the figure for a cell. */
export function BindForm({ form, cell, place, binding, onDone }: BindFormProps) {
  const client = useQueryClient()
  const show = useToast()
  const [kind, setKind] = useState<Kind>(kindOf(binding))
  const [chosen, setChosen] = useState<Chosen | null>(
    binding && kindOf(binding) === 'figure' ? binding : null,
  )
  const [span, setSpan] = useState(binding?.span ?? 'year')
  const [yearOffset, setOffset] = useState(String(binding?.yearOffset ?? 0))
  const [valueKind, setValueKind] = useState(binding?.ref.startsWith('text') ? 'text' : 'number')
  const [text, setText] = useState(binding?.source === 'constant' ? binding.ref.replace(/^\w+:/, '') : '')
  const [label, setLabel] = useState(binding?.source === 'hand' ? binding.label : '')
  const [unit, setUnit] = useState(binding?.source === 'hand' ? binding.unit : '')
  const [years, setYears] = useState<'relative' | 'fixed'>(binding?.years ?? 'relative')
  const [note, setNote] = useState(binding?.note ?? '')
  const figure =
    kind === 'figure'
      ? chosen && { source: chosen.source, ref: chosen.ref, label: chosen.label, unit: chosen.unit }
      : kind === 'constant'
        ? { source: kind, ref: `${valueKind}:${text}`, label: '', unit: '' }
        : { source: kind, ref: valueKind, label, unit }
  const submit = async () => {
    if (!figure) return
    const about = {
      ...figure,
      span: kind === 'figure' ? span : 'year',
      yearOffset: kind === 'figure' ? Number(yearOffset) : 0,
      years,
      note,
    }
    if (binding) await changeBinding(form.id, binding.id, { ...about, version: binding.version })
    else await bindCell(form.id, { ...cell, ...about })
    await client.invalidateQueries({ queryKey: formKey(form.id) })
    show(`${place.address} に対応づけました`)
    onDone()
  }
  return (
    <EntryForm
      label="セルに入れる数"
      submitLabel={binding ? '対応づけを直す' : '対応づける'}
      onSubmit={submit}
      check={() =>
        figure ? [] : [{ path: 'words', code: 'missing', message: '入れる数を一覧から選んでください。' }]
      }
      actions={
        binding ? (
          <Button look="quiet" onPress={onDone}>
            やめる
          </Button>
        ) : null
      }
    >
      <RadioChoice
        name="kind"
        label="入れるもの"
        isDense
        hidesKeys
        isInline
        value={kind}
        onChange={(next) => setKind(next as Kind)}
        options={[
          { value: 'figure', label: '統計・指標・月報' },
          { value: 'constant', label: '決まった値' },
          { value: 'hand', label: '毎年入力する' },
        ]}
      />
      {kind === 'figure' ? (
        <>
          <FigureSearch
            chosen={chosen}
            onChoose={(next, usualSpan) => {
              setChosen(next)
              if (usualSpan) setSpan(usualSpan)
            }}
          />
          <div className="grid grid-cols-2 gap-3">
            <SelectField
              name="yearOffset"
              label="年度"
              value={yearOffset}
              onChange={setOffset}
              isComplete
              options={[1, 0, -1, -2, -3, -4, -5].map((offset) => ({
                value: String(offset),
                label: offsetWords(offset),
              }))}
            />
            <SelectField
              name="span"
              label="期間"
              value={span}
              onChange={setSpan}
              isComplete
              options={spans(span)}
            />
          </div>
          {chosen ? (
            <Now
              form={form}
              figure={{ source: chosen.source, ref: chosen.ref, span, yearOffset: Number(yearOffset) }}
            />
          ) : null}
        </>
      ) : (
        <RadioChoice
          name="valueKind"
          label="値"
          isDense
          hidesKeys
          isInline
          value={valueKind}
          onChange={setValueKind}
          options={[
            { value: 'number', label: '数' },
            { value: 'text', label: '文字' },
          ]}
        />
      )}
      {kind === 'constant' ? (
        <TextField name="ref" label="決まった値" value={text} onChange={setText} isRequired maxLength={500} />
      ) : null}
      {kind === 'hand' ? (
        <div className="grid grid-cols-[2fr_1fr] gap-3">
          <TextField
            name="label"
            label="何を入力するか"
            value={label}
            onChange={setLabel}
            isRequired
            maxLength={300}
          />
          <TextField name="unit" label="単位" value={unit} onChange={setUnit} maxLength={40} />
        </div>
      ) : null}
      {place.hasYear ? (
        <RadioChoice
          name="years"
          label="見出しの年"
          isDense
          hidesKeys
          value={years}
          onChange={(next) => setYears(next as 'relative' | 'fixed')}
          options={[
            { value: 'relative', label: '翌年の様式では、一つ進んだ年の欄に入れる' },
            { value: 'fixed', label: '翌年の様式でも、同じ年の欄に入れる' },
          ]}
        />
      ) : null}
      <TextField
        name="note"
        label="メモ"
        description="次の担当者に伝えること"
        value={note}
        onChange={setNote}
        maxLength={500}
      />
    </EntryForm>
  )
}

function Now({ form, figure }: { form: Form; figure: Parameters<typeof figureQuery>[1] }) {
  const { data } = useQuery(figureQuery(form.id, figure))
  return data ? <ReadingWords reading={data} /> : null
}

/** @param now a day that is not among the usual ones stays to be chosen */
function spans(now: string): { value: string; label: string }[] {
  const months = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map(
    (month) => `month:${String(month).padStart(2, '0')}`,
  )
  const usual = ['year', 'day:03-31', 'day:04-01', 'day:10-01', ...months]
  const all = usual.includes(now) || !SPAN.test(now) ? usual : [now, ...usual]
  return all.map((value) => ({ value, label: spanWords(value) }))
}
