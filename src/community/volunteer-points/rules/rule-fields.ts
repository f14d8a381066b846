import { z } from 'zod'
import { isIsoDate } from '../../../platform/calendar/index.ts'
import { choice, day, type RuleProblem, whole, yen, yesNo } from '../../../platform/computation/index.ts'
import type { RuleVersion } from './versions.ts'

const most = 1_000_000_000 // number: what a figure may be
export const points = (title: string, min = 0) => whole(title, 'ポイント', { min, max: most })

/** Month and day, `03-20`; 29 February is none, since it does not come every year. */
const monthDay = (title: string) =>
  z
    .string(`${title}: 月と日を「03-20」の形で入力してください。`)
    .refine(
      (text) => isIsoDate(`2001-${text}`),
      `${title}: 毎年ある月と日を「03-20」の形で入力してください。`,
    )
    .meta({ title, description: `${title}（MM-DD）` })

export const steps = z
  .array(
    z
      .strictObject({
        fromStamps: whole('スタンプ数（以上）', '個', { min: 1, max: 10_000 }),
        points: points('ポイントの計', 1),
      })
      .meta({ title: '段階' }),
    'スタンプとポイントの段階: 少ない順に並べてください。',
  )
  .min(1, 'スタンプとポイントの段階: 1つ以上を入力してください。')
  .max(1000, 'スタンプとポイントの段階: 1,000までです。')
  .meta({
    title: 'スタンプとポイントの段階',
    description: '年度のスタンプの数がここに達したら、年度のポイントはここまで',
  })

export const exchangeWindow = z
  .strictObject({
    opensOn: monthDay('交換のはじまり'),
    closesOn: monthDay('交換の終わり'),
    opensIn: choice('はじまりの年度', { same: 'ためた年度のうち', next: '次の年度' }),
  })
  .meta({ title: '交換できる期間' })

const words = (title: string) =>
  z
    .string(`${title}を入力してください。`)
    .trim()
    .min(1, `${title}を入力してください。`)
    .max(100, `${title}: 100字までです。`)
export const name = (title: string) => words(title).meta({ title })

export const minutesPerStamp = whole('スタンプ1個の時間', '分', { min: 1, max: 1000 })
export const maxStampsPerDay = whole('1日のスタンプの上限', '個', { min: 1, max: 100 })
export const annualCapPoints = points('年度のポイントの上限', 1)

/** The versions of an ordinance; empty until the insurer enters them. */
export const ruleVersionList = z
  .array(
    z
      .strictObject({
        validFrom: day('有効になる日'),
        leastAgeYears: whole('対象の年齢（以上）', '歳', { max: 100 }),
        excludesCertified: yesNo('認定を受けた方を除くか'),
        excludesChecklistPositive: yesNo('基本チェックリストに該当した方を除くか'),
        excludesArrears: yesNo('保険料の滞納がある方の交換を断るか'),
        activities: z
          .array(name('活動'), '対象の活動を並べてください。')
          .min(1, '対象の活動を1つ以上入力してください。')
          .max(100, '対象の活動: 100までです。')
          .meta({ title: '対象の活動', description: 'スタンプの対象になる活動。報酬のある活動は入れません' }),
        minutesPerStamp,
        maxStampsPerDay,
        steps,
        annualCapPoints,
        carriesOver: yesNo('残ったポイントを次の年度に繰り越すか'),
        window: exchangeWindow,
        yenPerPoint: yen('1ポイントの額', { min: 0, max: 10_000 }),
      })
      .meta({ title: '決まりの版' }),
    '決まりの版を、古い順に並べてください。',
  )
  .max(100, '決まりの版: 100までです。')

export const ruleVersions = ruleVersionList.min(1, '決まりの版を1つ以上入力してください。').meta({
  title: 'ポイントの決まり',
  description: '市町村の要綱で決めたポイントの決まり。版ごとに、有効になる日から次の版まで',
  setting: 'volunteer-points.rules',
})

/** Steps must rise in both columns. */
export function stepProblems(all: RuleVersion['steps'], path: string): RuleProblem[] {
  return all.flatMap((step, at) => {
    const before = all[at - 1]
    return before && (step.fromStamps <= before.fromStamps || step.points <= before.points)
      ? [
          {
            path: `${path}.${at}`,
            code: 'steps-not-rising',
            message: `段階${at + 1}: スタンプもポイントも、前の段階より多くしてください。`,
          },
        ]
      : []
  })
}
