import { addDays } from '../../platform/calendar/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { Problem } from '../../platform/errors/index.ts'
import { addTask } from '../../platform/tasks/index.ts'
import { foldKana, foldName } from '../../platform/text/index.ts'
import type { HandOverAsked, HandOverRequest } from './schema.ts'

/** Days the other centre has to answer; our own choice, the asker may call before. */
const ANSWER_DAYS = 7

interface Answer {
  outcome: 'asked' | 'already-asked' | 'not-found' | 'own-centre' | 'no-receiver'
  /** for the audit line only: it never leaves the server */
  personId?: string
}

const REFUSALS: Record<Exclude<Answer['outcome'], 'asked'>, { title: string; detail: string }> = {
  'already-asked': {
    title: 'すでに依頼しています',
    detail: '担当センターの返事を待ってください。急ぐときは電話をしてください。',
  },
  'not-found': {
    title: '依頼する相手が見つかりません',
    detail: 'もう一度照会して、担当センターを確かめてください。',
  },
  'own-centre': { title: '自分のセンターの方です', detail: '検索からこの方の記録を開けます。' },
  'no-receiver': {
    title: '担当センターに受け取れる職員がいません',
    detail: '電話で依頼するか、保険者に相談してください。',
  },
}

/**
 * After a 照会: asks the responsible centre to hand the person over. The asker learns nothing beyond what the 照会 said;
 * a task of one's own (回答待ち) reminds of the answer. @throws Problem 409 with the reason
 */
export async function requestHandOver(work: Work, body: HandOverRequest): Promise<HandOverAsked> {
  const dueOn = addDays(work.today, ANSWER_DAYS)
  return work.write(async (tx) => {
    const [row] = await tx.query<{ answer: Answer }>(
      'select casework.request_hand_over($1, $2, $3, $4, $5, $6) as answer',
      [foldName(body.name), foldKana(body.kana), body.birthOn, body.centreName, dueOn, body.reason],
    )
    const answer = row?.answer ?? { outcome: 'not-found' as const }
    work.touched(answer.personId)
    if (answer.outcome !== 'asked') {
      throw new Problem(`hand-over.${answer.outcome}`, 409, REFUSALS[answer.outcome].title, {
        detail: REFUSALS[answer.outcome].detail,
      })
    }
    await addTask(tx, work, {
      personId: null,
      centreId: null,
      kind: 'person.hand-over-request',
      title: `引き継ぎの返事待ち: ${body.name || body.kana}（${body.centreName}）`,
      dueOn,
      state: 'waiting',
      source: { type: 'own', id: work.actor.staffId },
    })
    return { askedOn: work.today, dueOn }
  })
}
