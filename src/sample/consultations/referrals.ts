import { replyDueOn } from '../../casework/consultations/rules/entry.ts'
import { addDays, type IsoDate } from '../../platform/calendar/index.ts'
import { CENTRE_COUNT, centres, MEGURI, organisations } from '../city/registers.ts'
import { instantOf } from '../ids.ts'
import { type Random, streamOf } from '../random.ts'
import type { Row } from '../tables.ts'
import { eventTaskId } from '../task-row.ts'
import type { SampleWorld } from '../world.ts'
import { events, type SampleEvent, type SampleReferral } from './event.ts'

const targets: Record<string, readonly string[]> = {
  'care-office': [organisations[7]!.name, organisations[8]!.name, '居宅介護支援事業所かりな（架空）'],
  municipality: ['めぐり市 介護保険課（架空）', 'めぐり市 高齢福祉課（架空）', 'めぐり市 生活福祉課（架空）'],
  hospital: ['見本総合病院（架空）', '例示クリニック（架空）', '仮名もの忘れ外来（架空）'],
  'service-provider': [
    'デイサービス見本（架空）',
    '訪問看護ステーション例示（架空）',
    'ヘルパーステーション架空（架空）',
  ],
  'dementia-team': ['めぐり市認知症初期集中支援チーム（架空）'],
  'welfare-council': ['めぐり市社会福祉協議会（架空）'],
  'welfare-office': ['めぐり市くらしの相談窓口（架空）'],
  'public-health': ['めぐり市保健センター（架空）'],
  guardianship: ['めぐり市権利擁護センター（架空）'],
  'consumer-centre': ['めぐり市消費生活センター（架空）'],
  disability: ['相談支援事業所しさく（架空）'],
  'family-centre': ['めぐり市こども家庭センター（架空）'],
  community: ['地区民生委員（架空）', '見本自治会（架空）'],
}

const contents = [
  '相談の概要と本人の意向をお伝えします。支援の検討をお願いします。',
  '利用の開始に向けて、日程の調整をお願いします。',
  '受診にあたり、家での様子をまとめてお送りします。',
  '制度の説明と手続きの支援をお願いします。',
  '見守りへの協力をお願いします。',
]
const results = [
  '利用を始めることになった。',
  '受診につながった。',
  '面談の予定が決まった。',
  '引き続き先方で支援する。',
  '本人の希望により見送りとなった。',
  '申請を受け付けた。',
]

/** To whom a consultation was referred and how it went; the task that waits for the answer says the same. */
export interface WrittenReferral {
  toName: string
  toCentreAt: number
  sentOn: IsoDate
  replyDueOn: IsoDate
  /** Null: no receipt until the anchor. */
  receivedOn: IsoDate | null
  resultOn: IsoDate | null
}

export function writeReferral(
  world: SampleWorld,
  event: SampleEvent,
  referral: SampleReferral,
  random: Random,
): WrittenReferral {
  const toCentreAt = referral.kind === 'centre' ? random.below(CENTRE_COUNT) : -1
  const toName = toCentreAt < 0 ? random.pick(targets[referral.kind]!) : centres[toCentreAt]!.name
  const before = (day: IsoDate) => (day < world.options.anchor ? day : null)
  const received =
    referral.receivedAfterDays === null ? null : before(addDays(event.day, referral.receivedAfterDays))
  return {
    toName,
    toCentreAt,
    sentOn: event.day,
    replyDueOn: replyDueOn(event.day),
    receivedOn: received,
    resultOn: received && referral.hasResult ? before(addDays(received, random.between(1, 20))) : null,
  }
}

export const referralStream = (world: SampleWorld) => streamOf(world.options.seed, 'referrals')

/** Rows of casework.referral: with and without receipt. */
export function* referralRows(world: SampleWorld): Generator<Row<'casework.referral'>> {
  const stream = referralStream(world)
  let n = 0
  for (const event of events(world)) {
    if (!event.referral) continue
    const random = stream(event.n)
    const written = writeReferral(world, event, event.referral, random)
    yield {
      insurer_id: MEGURI,
      id: world.makeId('referral', Date.parse(`${event.day}T00:00:00+09:00`), ++n),
      consultation_id: event.id,
      person_id: event.person?.id ?? null,
      centre_id: world.ids.centres[event.centreAt] ?? null,
      to_kind: event.referral.kind,
      to_name: written.toName,
      to_centre_id: world.ids.centres[written.toCentreAt] ?? null,
      consent: event.consent === 'obtained' ? true : event.consent === 'not-obtained' ? false : null,
      content: random.pick(contents),
      sent_on: written.sentOn,
      reply_due_on: written.replyDueOn,
      received_at: written.receivedOn ? instantOf(written.receivedOn, random.between(540, 1020)) : null,
      result: written.resultOn ? random.pick(results) : null,
      result_at: written.resultOn ? instantOf(written.resultOn, random.between(540, 1020)) : null,
      task_id: eventTaskId(world, event, 'reply'),
    }
  }
}
