import { useEffect, useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { dayInJapan, timeInJapan, useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { NumberField, TextField } from '../../../ui/form/index.ts'
import { readTime, timedMinutes } from './entry.ts'
import type { FieldsProps } from './field-parts.ts'

/** A form open all day asks for the time six times a minute. */
const everyMs = 10_000

function useNow(): number {
  const { nowMs } = useClock()
  const [now, setNow] = useState(nowMs)
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), everyMs)
    return () => clearInterval(timer)
  }, [nowMs])
  return now
}

/** Since when and how long. The timer runs from the opening of the page; whoever writes it down afterwards says it here. */
export function TimeFields({ entry, set }: FieldsProps) {
  const now = useNow()
  const { nowMs, today } = useClock()
  const startDay = entry.receivedDay ?? dayInJapan(entry.openedAtMs)
  const startTime = entry.receivedTime || timeInJapan(entry.openedAtMs)
  const minutes = entry.isTimed ? timedMinutes(entry, now) : entry.minutes
  return (
    <section aria-label="日時と時間" className="flex flex-wrap gap-x-6 gap-y-2 border-t border-line pt-3">
      <DateField
        name="receivedDay"
        label="受付日"
        description="電話を受けた日です。"
        value={startDay}
        onChange={(receivedDay) => set({ receivedDay, receivedTime: startTime })}
        limits={{ notAfter: today() }}
      />
      <TextField
        name="receivedAt"
        label="受付時刻"
        description="例: 10:23"
        value={startTime}
        width={6}
        onChange={(receivedTime) => set({ receivedDay: startDay, receivedTime })}
        onBlur={() =>
          entry.receivedTime === '' ||
          set({ receivedTime: readTime(entry.receivedTime) ?? entry.receivedTime })
        }
      />
      <NumberField
        name="minutes"
        label="所要時間"
        unit="分"
        description={entry.isTimed ? '自動で数えています。' : 'わからないときは空欄にします。'}
        min={0}
        max={1440}
        value={minutes}
        onChange={(typed) => set({ minutes: typed, isTimed: false })}
      />
      {entry.isTimed ? null : (
        <div className="self-end pb-2">
          <Button
            size="small"
            look="quiet"
            onPress={() => set({ isTimed: true, minutes: timedMinutes(entry, nowMs()) })}
          >
            自動で数える
          </Button>
        </div>
      )}
    </section>
  )
}

/** The timer where the eye is, beside the save button. */
export function Elapsed({ entry }: Pick<FieldsProps, 'entry'>) {
  const now = useNow()
  const minutes = entry.isTimed ? timedMinutes(entry, now) : entry.minutes
  return (
    <span className="text-sm text-soft tabular-nums">
      {minutes === null ? '所要時間は空欄です' : `所要時間 ${minutes}分${entry.isTimed ? '（自動）' : ''}`}
    </span>
  )
}
