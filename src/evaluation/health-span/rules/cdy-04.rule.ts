import { z } from 'zod'
import { dynamicsHorizonMonths, dynamicsLevelScores } from '../../../law/evaluation/certification-dynamics.ts'
import {
  choice,
  defineRule,
  orUnknown,
  RuleRefusal,
  whole,
  yesNo,
} from '../../../platform/computation/index.ts'
import { level, rowsOf } from './levels.ts'
import { ENDINGS, type Followed, outcomesOf } from './outcomes.ts'
import { sharesOf } from './rates.ts'

const one = (
  levelAtStart: Followed['levelAtStart'],
  levelAtEnd: Followed['levelAtEnd'],
  ending: Followed['ending'] = null,
): Followed => ({ levelAtStart, levelAtEnd, ending, isFastTrack: false })

const LINES = {
  improved: '改善',
  maintained: '維持',
  worsened: '重度化',
  died: '死亡',
  movedOut: '転出',
  none: '非該当・自立',
  notRenewed: '更新せず',
} as const

export const rule = defineRule({
  id: 'CDY-04',
  title: '重度化率・維持率・改善率と転帰表',
  group: '健康寿命',
  meaning:
    'ある日に認定のあった方が、12か月後または36か月後にどうなったかです。率といっしょに、死亡や転出も含む転帰表を必ず示します。',
  formula:
    '率の分母＝終わりの日に認定のある人＋非該当・自立になった人。改善＝要介護度が下がった人＋非該当・自立、維持＝同じ、重度化＝上がった人。三つの率の和は1',
  source: { text: '本ソフトの決め（国の定義が手元にないもの）' },
  confidence: 'decided',
  limits:
    '有効期間が長いと、更新までの変化は見えません。区分変更を含みます。一次判定ソフトの改定をまたぐ期間は、そのことを書き添えてください。率は最大剰余法で1‱までそろえ、和をちょうど1にします。',
  parameters: { scores: dynamicsLevelScores, horizons: dynamicsHorizonMonths },
  input: z.strictObject({
    horizonMonths: whole('見る期間', 'か月', { min: 1, max: 120 }), // number: what a period may be
    people: rowsOf(
      '認定のあった方',
      z
        .strictObject({
          levelAtStart: level('はじめの要介護度'),
          levelAtEnd: orUnknown(level('終わりの要介護度'), '認定がなければ null'),
          ending: orUnknown(choice('転帰', ENDINGS), '終わりに認定があれば null'),
          isFastTrack: yesNo('末期がんなどで急いだ認定か', 'はいのときは率と表から除きます'),
        })
        .meta({ title: '認定のあった方' }),
      'はじめの日に認定のあった全員。名前のない行',
    ),
  }),
  compute({ horizonMonths, people }, { law, entry, note, caution }) {
    refuseUnclear(people, horizonMonths, law.horizons)
    const counts = outcomesOf(people, law.scores)
    const judged = [counts.improved + counts.none, counts.maintained, counts.worsened]
    const followed = judged.reduce((sum, count) => sum + count, 0)
    const [improvedPerMyriad = null, maintainedPerMyriad = null, worsenedPerMyriad = null] =
      followed === 0 ? [] : sharesOf(judged)
    if (counts.excluded > 0) caution(`急いだ認定の ${counts.excluded}人を除きました。`)
    if (followed === 0) caution('終わりの日に認定のある人がいないので、率は計算できません。')
    for (const [line, label] of Object.entries(LINES) as [keyof typeof LINES, string][])
      note?.({
        label: `転帰: ${label}`,
        value: counts[line],
        unit: '人',
        source: entry.scores.source,
        confidence: entry.scores.confidence,
      })
    note?.({ label: '率の分母', formula: '改善＋維持＋重度化＋非該当・自立', value: followed, unit: '人' })
    note?.({ label: '改善率', formula: '（改善＋非該当・自立）÷分母', value: improvedPerMyriad, unit: '‱' })
    note?.({ label: '維持率', formula: '維持÷分母', value: maintainedPerMyriad, unit: '‱' })
    note?.({ label: '重度化率', formula: '重度化÷分母', value: worsenedPerMyriad, unit: '‱' })
    return {
      horizonMonths,
      outcomes: counts,
      followed,
      improvedPerMyriad,
      maintainedPerMyriad,
      worsenedPerMyriad,
    }
  },
  labels: {
    outcomes: '転帰',
    ...LINES,
    excluded: '除いた人',
    followed: '率の分母',
    improvedPerMyriad: '改善率',
    maintainedPerMyriad: '維持率',
    worsenedPerMyriad: '重度化率',
  },
  cases: [
    {
      title: '転帰のすべてがある10人（架空）',
      on: '2026-04-01',
      input: {
        horizonMonths: 12,
        people: [
          one('21', '12'),
          one('12', null, 'none'),
          one('23', '23'),
          one('13', '13'),
          one('13', '21'),
          one('24', '25'),
          one('25', null, 'died'),
          one('22', null, 'movedOut'),
          one('12', null, 'notRenewed'),
          { ...one('21', '25'), isFastTrack: true },
        ],
      },
      value: {
        horizonMonths: 12,
        outcomes: {
          excluded: 1,
          improved: 1,
          maintained: 2,
          worsened: 2,
          died: 1,
          movedOut: 1,
          none: 1,
          notRenewed: 1,
        },
        followed: 6,
        improvedPerMyriad: 3334,
        maintainedPerMyriad: 3333,
        worsenedPerMyriad: 3333,
      },
    },
    {
      title: '36か月後に認定のある人がいなければ、率はない',
      on: '2026-04-01',
      input: { horizonMonths: 36, people: [one('25', null, 'died')] },
      value: {
        horizonMonths: 36,
        outcomes: {
          excluded: 0,
          improved: 0,
          maintained: 0,
          worsened: 0,
          died: 1,
          movedOut: 0,
          none: 0,
          notRenewed: 0,
        },
        followed: 0,
        improvedPerMyriad: null,
        maintainedPerMyriad: null,
        worsenedPerMyriad: null,
      },
    },
    {
      title: '期間は12か月か36か月',
      on: '2026-04-01',
      input: { horizonMonths: 24, people: [one('21', '21')] },
      refused: { code: 'unknown-horizon', path: 'horizonMonths' },
    },
    {
      title: '要介護度も転帰もない',
      on: '2026-04-01',
      input: { horizonMonths: 12, people: [one('21', '21'), one('21', null)] },
      refused: { code: 'unknown-outcome', path: 'people.1.ending' },
    },
    {
      title: '要介護度と転帰の両方がある',
      on: '2026-04-01',
      input: { horizonMonths: 12, people: [one('21', '21', 'died')] },
      refused: { code: 'two-outcomes', path: 'people.0.ending' },
    },
  ],
})

/** @throws RuleRefusal for a horizon nobody asked for, and for every person without exactly one outcome */
function refuseUnclear(
  people: readonly Followed[],
  horizonMonths: number,
  { short, long }: { short: number; long: number },
): void {
  const problems = people.flatMap(({ levelAtEnd, ending }, at) => {
    const path = `people.${at}.ending`
    if (levelAtEnd === null && ending === null)
      return [
        {
          path,
          code: 'unknown-outcome',
          message: `${at + 1}人目: 終わりの要介護度か転帰を入力してください。`,
        },
      ]
    if (levelAtEnd !== null && ending !== null)
      return [
        {
          path,
          code: 'two-outcomes',
          message: `${at + 1}人目: 要介護度と転帰のどちらか一つにしてください。`,
        },
      ]
    return []
  })
  if (horizonMonths !== short && horizonMonths !== long)
    problems.unshift({
      path: 'horizonMonths',
      code: 'unknown-horizon',
      message: `見る期間は、${short}か月（短期）か${long}か月（長期）にしてください。`,
    })
  if (problems.length > 0) throw new RuleRefusal(problems)
}
