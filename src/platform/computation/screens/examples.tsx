import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { SelectField } from '../../../ui/form/index.ts'
import { formatDate, type IsoDate } from '../../calendar/index.ts'
import type { Rule } from '../schema.ts'
import { Source } from './doubt.tsx'

type ExamplesProps = { cases: Rule['cases']; onFill: (at: number) => void }

/** The worked cases of the rule; the first one stands in the form when the page opens. */
export function Examples({ cases, onFill }: ExamplesProps) {
  const [at, setAt] = useState(0)
  const chosen = cases[at]
  if (!chosen) return null
  return (
    <div className="mb-5 rounded-lg bg-ground p-3">
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          name="example"
          label="計算例"
          isComplete
          value={String(at)}
          onChange={(value) => setAt(Number(value))}
          options={cases.map((one, index) => ({
            value: String(index),
            label: `${one.title}（${formatDate(one.on as IsoDate, 'short')}）${one.refused ? '　計算できない例' : ''}`,
          }))}
        />
        <Button onPress={() => onFill(at)}>例を入れる</Button>
      </div>
      {chosen.source ? (
        <p className="mt-1 text-sm text-soft">
          出典: <Source source={chosen.source} />
          {chosen.isSecondary ? '（二次資料）' : ''}
        </p>
      ) : null}
    </div>
  )
}
