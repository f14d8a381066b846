import type { Actor } from '../../src/platform/access/index.ts'

/** The mark by which what was recorded is found again and taken away. */
export const MARK = '（測定）'

/** The consultation that everyone is measured by: what the worker says. */
export const CONSULTATION = {
  channel: 'phone',
  caller: 'child',
  continuity: 'continued',
  urgency: 'normal',
  topics: ['ltci', 'dementia'],
  responses: ['advice'],
  consent: 'obtained',
  text: `${MARK}離れて暮らす母の物忘れが気になるとの相談。買い物で同じ物を重ねて買う。受診はまだ。本人は困っていないと話す。`,
  answer: '受診の勧め方と、介護保険の申請の流れを説明。来週あらためて電話する。',
  minutes: 15,
}

/** For a peer: with what the product fills in by itself. */
export const consultationOf = ({ centreId, staffId }: Actor, personId: string) => ({
  personId,
  centreId,
  staffId,
  receivedOn: '2026-11-22',
  ...CONSULTATION,
})
