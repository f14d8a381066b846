import { useQuery } from '@tanstack/react-query'
import { findIndividualNumbers } from '../../../platform/text/individual-number.ts'
import { CheckChoice, RadioChoice, SingleCheck } from '../../../ui/choice/index.ts'
import { timeInJapan, useClock } from '../../../ui/clock/clock.ts'
import { SelectField, TextField } from '../../../ui/form/index.ts'
import { useSession } from '../../../ui/session/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { CHANNELS, type Channel, TOPICS, type Topic, URGENCIES, type Urgency } from '../codes.ts'
import { colleagues } from './api.ts'
import { readTime } from './entry.ts'
import { type FieldsProps, optionsOf, textBoxId } from './field-parts.ts'

const topics = optionsOf(TOPICS)
const urgencies = optionsOf(URGENCIES)
const channels = optionsOf(CHANNELS)

/** What was said, in the caller's order and words. */
export function TextPart({ entry, set }: FieldsProps) {
  return (
    <div id={textBoxId}>
      <TextField
        name="text"
        label="相談の内容"
        value={entry.text}
        onChange={(text) => set({ text })}
        isLong
        rows={5}
        isRequired
        after={<IndividualNumber entry={entry} set={set} />}
      />
    </div>
  )
}

/** What it is about: chosen by one key each. */
export function KindPart({ entry, set }: FieldsProps) {
  const { nowMs } = useClock()
  const { session } = useSession()
  const choose = (urgency: Urgency) =>
    set(
      urgency === 'emergency'
        ? {
            urgency,
            responderId: entry.responderId || session.staff.id,
            respondedTime: entry.respondedTime || timeInJapan(nowMs()),
          }
        : { urgency },
    )
  return (
    <section aria-label="分類" className="flex flex-col gap-3">
      <CheckChoice
        name="topics"
        label="相談内容の分類（いくつでも）"
        options={topics}
        value={entry.topics}
        onChange={(chosen) => set({ topics: chosen as Topic[] })}
        columns="repeat(3, minmax(0, 1fr))"
        isDense
      />
      {entry.topics.includes('abuse') ? (
        <Notice tone="caution" title="保存すると、虐待対応の記録が開きます" role="status">
          <p className="text-sm">「事実確認と初動の協議」が、今日の予定に入ります。</p>
        </Notice>
      ) : null}
      <RadioChoice
        name="urgency"
        label="緊急度"
        options={urgencies}
        value={entry.urgency}
        onChange={(urgency) => choose(urgency as Urgency)}
        isInline
        isDense
      />
      {entry.urgency === 'emergency' ? <Responder entry={entry} set={set} /> : null}
      <RadioChoice
        name="channel"
        label="相談方法"
        options={channels}
        value={entry.channel}
        onChange={(channel) => set({ channel: channel as Channel })}
        isInline
        isDense
      />
    </section>
  )
}

/** Said while it is typed, not after the save. */
function IndividualNumber({ entry, set }: FieldsProps) {
  const isFound =
    findIndividualNumbers(entry.text).length > 0 || findIndividualNumbers(entry.answer).length > 0
  if (!isFound) return null
  return (
    <Notice tone="danger" title="個人番号（マイナンバー）と思われる12けたの数字があります" role="alert">
      <p className="text-sm">この記録に個人番号は残せません。数字を消してください。</p>
      <SingleCheck
        label="個人番号ではない（そう言って保存したことが記録に残ります）"
        isSelected={entry.notAnIndividualNumber}
        onChange={(notAnIndividualNumber) => set({ notAnIndividualNumber })}
      />
    </Notice>
  )
}

/** 緊急: who responded, and when (CON-05). Oneself and now stand there already. */
function Responder({ entry, set }: FieldsProps) {
  const { session } = useSession()
  const others = useQuery({ queryKey: ['colleagues'], queryFn: colleagues, staleTime: 300_000 })
  const options = [
    { value: session.staff.id, label: session.staff.name },
    ...(others.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <div className="flex flex-wrap gap-4 rounded-lg border-l-8 border-danger bg-danger-soft px-3 py-2">
      <SelectField
        name="responderId"
        label="対応者"
        options={options}
        value={entry.responderId}
        onChange={(responderId) => set({ responderId })}
        isRequired
      />
      <TextField
        name="respondedAt"
        label="対応時刻"
        value={entry.respondedTime}
        width={6}
        onChange={(respondedTime) => set({ respondedTime })}
        onBlur={() => set({ respondedTime: readTime(entry.respondedTime) ?? entry.respondedTime })}
        isRequired
      />
    </div>
  )
}
