import { addDays, dayOfWeek, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { CheckChoice, RadioChoice } from '../../../ui/choice/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { TextField } from '../../../ui/form/index.ts'
import { useShortcuts } from '../../../ui/keys/index.ts'
import { CONSENTS, CONTINUITIES, type Continuity, HOUSEHOLDS, RESPONSES } from '../codes.ts'
import { type FieldsProps, optionsOf } from './field-parts.ts'
import { ReferralFields } from './referral-fields.tsx'

const continuities = [{ value: 'auto', label: '前の記録から決める' }, ...optionsOf(CONTINUITIES)]

/** What was answered and what comes next. Nothing here is needed to save a call. */
export function FollowFields({ entry, set, isStored }: FieldsProps & { isStored?: boolean }) {
  return (
    <>
      <div className="grid gap-x-6 gap-y-4 border-t border-line pt-3 xl:grid-cols-2">
        <div className="flex flex-col gap-3">
          <RadioChoice
            name="continuity"
            label="新規・継続"
            options={isStored ? optionsOf(CONTINUITIES) : continuities}
            value={entry.continuity}
            onChange={(continuity) => set({ continuity: continuity as Continuity | 'auto' })}
            isInline
            isDense
          />
          <CheckChoice
            name="responses"
            label="対応（いくつでも）"
            options={optionsOf(RESPONSES)}
            value={entry.responses}
            onChange={(responses) => set({ responses })}
            isInline
            isDense
          />
          {entry.responses.includes('closed') ? (
            <TextField
              name="closeReason"
              label="終結の理由"
              value={entry.closeReason}
              onChange={(closeReason) => set({ closeReason })}
            />
          ) : null}
          <TextField
            name="answer"
            label="対応の内容"
            value={entry.answer}
            onChange={(answer) => set({ answer })}
            isLong
            rows={2}
          />
        </div>
        <div className="flex flex-col gap-3">
          <RadioChoice
            name="household"
            label="世帯"
            options={optionsOf(HOUSEHOLDS)}
            value={entry.household}
            onChange={(household) => set({ household })}
            isInline
            isDense
          />
          <RadioChoice
            name="consent"
            label="本人の同意"
            options={optionsOf(CONSENTS)}
            value={entry.consent}
            onChange={(consent) => set({ consent })}
            isInline
            isDense
          />
          {entry.consent === 'emergency' || entry.consent === 'not-obtained' ? (
            <TextField
              name="consentReason"
              label="同意の理由"
              isRequired={entry.consent === 'emergency'}
              value={entry.consentReason}
              onChange={(consentReason) => set({ consentReason })}
            />
          ) : null}
          <NextAction entry={entry} set={set} />
        </div>
      </div>
      {isStored ? null : <ReferralFields entry={entry} set={set} />}
    </>
  )
}

const weekdays = ['日', '月', '火', '水', '木', '金', '土']
const soon = [
  { label: '明日', days: 1 },
  { label: '3日後', days: 3 },
  { label: '1週間後', days: 7 },
  { label: '2週間後', days: 14 },
  { label: '4週間後', days: 28 },
]

/** What to do by when. The usual days by one key; the day of the week stands there, for a Sunday helps nobody. */
function NextAction({ entry, set }: FieldsProps) {
  const { today } = useClock()
  const onDay = (days: number): IsoDate => addDays(today(), days)
  useShortcuts(
    soon.map(({ label, days }, index) => ({
      keys: [`Alt+${index + 1}`],
      label: `次の対応の期限を${label}にする`,
      group: '入力',
      run: () => set({ dueOn: onDay(days) }),
    })),
  )
  return (
    <div className="flex flex-col gap-2">
      <TextField
        name="nextAction"
        label="次の対応"
        value={entry.nextAction}
        onChange={(nextAction) => set({ nextAction })}
      />
      <DateField
        name="dueOn"
        label="期限"
        description={
          <span className="flex flex-wrap gap-1">
            {soon.map(({ label, days }, index) => (
              <Button
                key={days}
                size="small"
                shortcut={`Alt+${index + 1}`}
                onPress={() => set({ dueOn: onDay(days) })}
              >
                {label}（{weekdays[dayOfWeek(onDay(days))]}）
              </Button>
            ))}
          </span>
        }
        value={entry.dueOn}
        onChange={(dueOn) => set({ dueOn })}
        limits={{ notBefore: today() }}
      />
    </div>
  )
}
