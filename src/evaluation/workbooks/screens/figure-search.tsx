import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Failure } from '../../../ui/empty/index.ts'
import { TextField } from '../../../ui/form/index.ts'
import { offersQuery } from './api.ts'

export interface Chosen {
  source: string
  ref: string
  label: string
  unit: string
  sourceLabel: string
}

interface FigureSearchProps {
  chosen: Chosen | null
  onChoose: (chosen: Chosen, usualSpan: string | null) => void
}

/** Finds a figure by words; the words stay in memory. */
export function FigureSearch({ chosen, onChoose }: FigureSearchProps) {
  const [words, setWords] = useState('')
  const asked = useDeferredValue(words)
  const { data, error, refetch } = useQuery({ ...offersQuery(asked), placeholderData: keepPreviousData })
  return (
    <div>
      <TextField
        name="words"
        label="数を探す"
        description="例: 認定者 要介護3、高齢化率、月報 延べ件数"
        value={words}
        onChange={setWords}
        maxLength={200}
      />
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      <fieldset className="mt-2">
        <legend className="text-sm text-soft" aria-live="polite">
          {data
            ? data.items.length === 0
              ? '見つかりません。言葉を減らしてください。'
              : `${data.items.length}件${data.hasMore ? '（ほかにもあります。言葉を足してください）' : ''}`
            : '探しています…'}
        </legend>
        <div className="max-h-64 overflow-y-auto border-y border-line">
          {data?.items.map((offer) => {
            const isChosen = chosen?.source === offer.source && chosen.ref === offer.ref
            return (
              <button
                key={`${offer.source} ${offer.ref}`}
                type="button"
                aria-pressed={isChosen}
                onClick={() => onChoose(offer, offer.usualSpan)}
                className="block w-full border-b border-line px-2 py-1 text-left text-sm hover:bg-shade aria-pressed:bg-accent-soft aria-pressed:font-bold"
              >
                {offer.label}
                <span className="block text-xs font-normal text-soft">
                  {offer.sourceLabel}・{offer.unit}
                  {offer.latestLabel ? `・最新 ${offer.latestLabel}` : '・まだ数はありません'}
                </span>
              </button>
            )
          })}
        </div>
      </fieldset>
      {chosen ? (
        <p className="mt-1 text-sm">
          <span className="text-soft">選んだ数</span> <strong>{chosen.label}</strong>
        </p>
      ) : null}
    </div>
  )
}
