import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { SelectField } from '../../../ui/form/index.ts'
import { METHODS } from '../codes.ts'
import { FIRST_DAY } from '../judge-sheet.ts'
import type { BulkKept } from './bulk-kept.ts'
import { wordOf } from './words.ts'

interface BulkDefaultsProps {
  kept: BulkKept
  onKeep: (change: Partial<BulkKept>) => void
}

/** How rows are read that leave their day or their way blank; folded, so that the grid has the room. */
export function BulkDefaults({ kept, onKeep }: BulkDefaultsProps) {
  const { today } = useClock()
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <p className="flex flex-wrap items-center gap-x-3 text-sm">
        <span className="text-soft">空欄の行の読み方</span>
        <span>実施日 {kept.answeredOn === null ? 'なし' : formatDate(kept.answeredOn)}</span>
        <span>方法 {kept.method === '' ? 'なし' : wordOf(METHODS, kept.method)}</span>
        <Button size="small" look="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen ? '閉じる' : '変える'}
        </Button>
      </p>
      {isOpen ? (
        <div className="mt-1 flex flex-wrap items-start gap-x-6 gap-y-2">
          <DateField
            name="answeredOn"
            label="実施日（空欄の行）"
            description="例 R8.11.1"
            value={kept.answeredOn}
            onChange={(answeredOn) => onKeep({ answeredOn })}
            limits={{ notBefore: FIRST_DAY, notAfter: today() }}
          />
          <div className="w-52">
            <SelectField
              name="method"
              label="方法（空欄の行）"
              value={kept.method}
              onChange={(method) => onKeep({ method })}
              blank="なし（行に入力する）"
              options={METHODS.map(({ code, label }) => ({ value: code, label }))}
            />
          </div>
        </div>
      ) : null}
    </div>
  )
}
