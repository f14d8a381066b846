import { z } from 'zod'
import { factFindingHours } from '../../../law/casework/abuse-response.ts'
import { codesOf, day, defineRule, orUnknown, whole } from '../../../platform/computation/index.ts'
import { abu03Cases } from '../examples/abu-03.ts'
import { safetyClock } from './safety-clock.ts'

const clock = '([01]\\d|2[0-3]):[0-5]\\d'
const time = (title: string) =>
  z
    .string(`${title}: 時刻を「17:00」の形で入力してください。`)
    .regex(new RegExp(`^${clock}$`), `${title}: 時刻を「17:00」の形で入力してください。`)
    .meta({ title, description: `${title}（HH:MM、日本時間）` })
const moment = (title: string, help: string) =>
  z
    .string(`${title}: 日時を「2025-04-03T16:59」の形で入力してください。`)
    .regex(
      new RegExp(`^\\d{4}-\\d{2}-\\d{2}T${clock}$`),
      `${title}: 日時を「2025-04-03T16:59」の形で入力してください。`,
    )
    .refine((text) => z.iso.date().safeParse(text.slice(0, text.indexOf('T'))).success, {
      message: `${title}: 実在する日を入力してください。`,
      abort: true,
    })
    .meta({ title, description: `${help}（YYYY-MM-DDTHH:MM、日本時間）` })

const Input = z.strictObject({
  receivedOn: day('受付の日', '相談・通報・届出を受け付けた日'),
  receivedAt: orUnknown(time('受付の時刻'), '記録がなければ null（その日の0時から数える）'),
  safetySeenAt: orUnknown(moment('安全確認', '本人の安全を直接確かめた日時'), 'まだなら null'),
  now: orUnknown(moment('今', '判定する日時'), 'なければ null'),
  falseAlarmReason: orUnknown(
    z
      .string('誤報の理由: 文字で入力してください。')
      .max(1000, '誤報の理由: 1,000文字までです。')
      .meta({ title: '誤報の理由', description: '誤報と判断して時計を止めた理由' }),
    '誤報でなければ null',
  ).optional(),
  hours: whole('事実確認を始めるまでの時間（市町村の定め）', '時間', { min: 1, max: 720 }) // number: thirty days
    .optional()
    .meta({ setting: 'abuse.fact-finding-hours' }),
})
export type Input = z.input<typeof Input>

const STATES = {
  within: '時間内に確認した',
  late: '時間を過ぎて確認した',
  running: 'まだ時間がある',
  due: '今が期限',
  overdue: '期限を過ぎている',
  open: '確認していない（判定する日時がない）',
  stopped: '誤報のため止めた',
}

export const rule = defineRule({
  id: 'ABU-03',
  title: '高齢者虐待の安全確認の期限',
  group: '権利擁護',
  meaning:
    '高齢者虐待の相談・通報の受付から、安全確認の期限と、時間内かどうかを答えます。時間は休日も夜も止まりません。',
  formula:
    '期限＝受付の日時＋市町村の定める時間（なければ目安の48時間）。受付の時刻がなければその日の0時から',
  source: { text: '高齢者虐待の防止、高齢者の養護者に対する支援等に関する法律第9条第1項、国の手引き' },
  confidence: 'recalled',
  limits:
    '48時間は国の手引きの目安で、法律は「速やかに」とだけ定めています（出典未確認）。緊急性の判断、立入調査、措置の要否は人が決めます。',
  parameters: { hours: factFindingHours },
  input: Input,
  dateOf: (input) => input.receivedOn,
  compute({ hours: own, falseAlarmReason = null, ...facts }, { law, entry, note, caution }) {
    const hours = own ?? law.hours
    const result = safetyClock({ ...facts, falseAlarmReason }, hours)
    note?.({
      label: '安全確認の期限',
      formula: result.isTimeMissing ? '受付の日の0時＋時間（受付の時刻の記録がない）' : '受付の日時＋時間',
      inputs: { 受付: `${facts.receivedOn} ${facts.receivedAt ?? '時刻なし'}`, 時間: hours },
      value: result.dueAt,
      source: own === undefined ? entry.hours.source : { text: '市町村の定め' },
      confidence: own === undefined ? entry.hours.confidence : 'seen',
    })
    note?.({
      label: '判定',
      value: STATES[result.state],
      inputs: { 安全確認: facts.safetySeenAt, 今: facts.now, 期限からの分: result.minutesPastDue },
    })
    if (result.isTimeMissing) caution('受付の時刻の記録がありません。その日の0時から数えました。')
    return { ...result }
  },
  labels: {
    state: '判定',
    ...codesOf('state', STATES),
    dueAt: '安全確認の期限',
    isTimeMissing: '受付の時刻の記録がない',
    minutesPastDue: '期限からの分',
  },
  cases: abu03Cases,
})
