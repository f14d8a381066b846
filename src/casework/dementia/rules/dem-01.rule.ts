import { z } from 'zod'
import { dementiaInitialTeam } from '../../../law/casework/dementia-initial-team.ts'
import { choice, defineRule, orUnknown, whole, yesNo } from '../../../platform/computation/index.ts'
import { initialTeamTarget, type TargetFacts } from './initial-team-target.ts'

const unknown: TargetFacts = {
  ageYears: null,
  isAtHome: null,
  isDementiaSuspected: null,
  hasDiagnosis: null,
  services: null,
  hasContinuousMedicalCare: null,
  hasFittingCareService: null,
  isBpsdHard: null,
}
const untreated: TargetFacts = {
  ...unknown,
  isAtHome: true,
  isDementiaSuspected: true,
  hasDiagnosis: false,
  services: 'none',
  hasContinuousMedicalCare: false,
  hasFittingCareService: false,
  isBpsdHard: false,
}
const inCare: TargetFacts = {
  ...untreated,
  hasDiagnosis: true,
  services: 'running',
  hasContinuousMedicalCare: true,
  hasFittingCareService: true,
}
const one = (
  title: string,
  input: TargetFacts,
  withoutServices: boolean | null,
  despiteServices: boolean | null,
  isTarget: boolean | null,
) => ({
  title,
  on: '2026-04-01', // number: the day of the cases
  input,
  value: { withoutServices, despiteServices, isTarget },
})
const known = (title: string) => orUnknown(yesNo(title))

export const rule = defineRule({
  id: 'DEM-01',
  title: '認知症初期集中支援の対象',
  group: '認知症',
  meaning:
    '認知症初期集中支援チームが支援する対象に当たるかどうかの目安です。わからないことがあれば「判定できない」とします。',
  formula:
    '40歳以上、在宅、認知症が疑われるか診断された方で、①医療・介護を受けていないか中断し、診断・継続的な医療・適切な介護のどれかを欠く、または②受けていても行動・心理症状への対応に困っている',
  source: {
    text: '地域支援事業実施要綱（認知症初期集中支援推進事業、市町村の公開資料による）',
    url: 'https://www.city.sasebo.lg.jp/hokenhukusi/chojyu/ninntishoki.html',
  },
  confidence: 'secondary',
  limits:
    '結果は案です。支援するかどうかはチーム員会議で決めます。40歳未満の方には別の相談先を案内してください。',
  parameters: { team: dementiaInitialTeam },
  input: z.strictObject({
    ageYears: orUnknown(whole('年齢', '歳', { max: 130 })), // number: what an age may be
    isAtHome: known('在宅で生活している'),
    isDementiaSuspected: known('認知症が疑われる'),
    hasDiagnosis: known('認知症の臨床診断を受けている'),
    services: orUnknown(
      choice('医療・介護サービス', { none: '受けていない', brokenOff: '中断した', running: '受けている' }),
    ),
    hasContinuousMedicalCare: known('継続的な医療を受けている'),
    hasFittingCareService: known('適切な介護サービスにつながっている'),
    isBpsdHard: known('行動・心理症状が強く、周りが対応に困っている'),
  }),
  compute(input, { law, entry, note }) {
    const found = initialTeamTarget(input, law.team.leastAgeYears)
    note?.({
      label: '年齢・在宅・認知症の疑い',
      formula: `${law.team.leastAgeYears}歳以上で、在宅で、認知症が疑われるか診断されている`,
      inputs: {
        年齢: input.ageYears,
        在宅: input.isAtHome,
        認知症の疑い: input.isDementiaSuspected,
        診断: input.hasDiagnosis,
      },
      source: entry.team.source,
      confidence: entry.team.confidence,
    })
    note?.({
      label: '①サービスを受けていないか中断し、診断・医療・介護のどれかを欠く',
      value: found.withoutServices,
    })
    note?.({
      label: '②サービスを受けていても、行動・心理症状への対応に困っている',
      value: found.despiteServices,
    })
    note?.({ label: '対象に当たるか', formula: '①または②', value: found.isTarget })
    return found
  },
  labels: {
    withoutServices: '①受けていないか中断した',
    despiteServices: '②受けていても困っている',
    isTarget: '対象に当たるか',
  },
  cases: [
    one('78歳、在宅、診断もサービスもない（DEM-01-a）', { ...untreated, ageYears: 78 }, true, false, true),
    one(
      '78歳、サービスを受け、行動・心理症状が強い（DEM-01-b）',
      { ...inCare, ageYears: 78, isBpsdHard: true },
      false,
      true,
      true,
    ),
    one('78歳、サービスを受け、困っていない（DEM-01-c）', { ...inCare, ageYears: 78 }, false, false, false),
    one('39歳（DEM-01-d）', { ...untreated, ageYears: 39, isBpsdHard: true }, true, false, false),
    one('40歳', { ...untreated, ageYears: 40 }, true, false, true),
    one('81歳、施設で生活（DEM-01-e）', { ...untreated, ageYears: 81, isAtHome: false }, true, false, false),
    one(
      '70歳、サービスがわからない（DEM-01-f）',
      { ...untreated, ageYears: 70, services: null },
      null,
      false,
      null,
    ),
    one(
      '診断も医療も介護もあるが、介護を中断した',
      { ...inCare, ageYears: 70, services: 'brokenOff' },
      true,
      false,
      true,
    ),
    one(
      '医療も介護も足りていて、サービスを受けていないとある',
      { ...inCare, ageYears: 70, services: 'none' },
      false,
      false,
      false,
    ),
    one('認知症が疑われない', { ...untreated, ageYears: 70, isDementiaSuspected: false }, true, false, false),
    ...([false, null] as const).map((isDementiaSuspected) =>
      one(
        `診断があれば、疑いが${isDementiaSuspected === null ? 'わからなくても' : 'ないとあっても'}当たる`,
        { ...inCare, ageYears: 78, isBpsdHard: true, isDementiaSuspected },
        false,
        true,
        true,
      ),
    ),
    one(
      '疑われないが、診断がわからない',
      { ...untreated, ageYears: 70, isDementiaSuspected: false, hasDiagnosis: null },
      true,
      false,
      null,
    ),
    one('すべてわからない', unknown, null, null, null),
    one('39歳なら、ほかがわからなくても対象でない', { ...unknown, ageYears: 39 }, null, null, false),
  ],
})
