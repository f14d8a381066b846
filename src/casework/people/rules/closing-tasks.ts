import { addDays } from '../../../platform/calendar/index.ts'

export type Departure = 'died' | 'moved-out'

export interface ClosingTask {
  code: string
  title: string
  /** 'YYYY-MM-DD' */
  dueOn: string
}

/** What has to be closed, and within how many days. Decided (our own choice, confidence 'decided'): no rule sets these days. */
const CLOSINGS: Readonly<Record<Departure, readonly { code: string; title: string; days: number }[]>> = {
  died: [
    { code: 'contact', title: '死亡の後: 関係機関（サービス事業所・主治医・民生委員）へ連絡する', days: 1 },
    { code: 'contract', title: '死亡の後: 契約の終了を確かめる', days: 7 },
    { code: 'plan', title: '死亡の後: ケアプランと給付管理を締める', days: 7 },
    {
      code: 'returned-things',
      title: '死亡の後: 返却物（福祉用具・鍵・見守り機器など）を確かめる',
      days: 14,
    },
  ],
  'moved-out': [
    { code: 'hand-over', title: '転出の後: 転出先の市町村・センターへ引き継ぐ', days: 1 },
    { code: 'contact', title: '転出の後: 関係機関（サービス事業所・主治医・民生委員）へ連絡する', days: 1 },
    { code: 'contract', title: '転出の後: 契約の終了を確かめる', days: 7 },
    { code: 'plan', title: '転出の後: ケアプランと給付管理を締める', days: 7 },
    {
      code: 'returned-things',
      title: '転出の後: 返却物（福祉用具・鍵・見守り機器など）を確かめる',
      days: 14,
    },
  ],
}

/** The tasks for who looks after the person, counted from the day on which it became known here. */
export const closingTasks = (kind: Departure, today: string): ClosingTask[] =>
  CLOSINGS[kind].map(({ code, title, days }) => ({ code, title, dueOn: addDays(today, days) }))
