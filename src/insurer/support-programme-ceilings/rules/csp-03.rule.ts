import { z } from 'zod'
import { ceilingsStandardAmountsYen } from '../../../law/insurer/ceilings-support.ts'
import { codesOf, defineRule, perMille, whole, yen, yesNo } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'

const LINES = {
  medicalCare: '在宅医療・介護連携推進',
  layer1: '生活支援体制整備（第1層）',
  layer2: '生活支援体制整備（第2層）',
  participation: '住民参画・官民連携',
  employment: '就労的活動支援',
  initialTeam: '認知症初期集中支援推進',
  dementiaPromoter: '認知症地域支援・ケア向上',
  careMeeting: '地域ケア会議推進',
} as const
type Line = keyof typeof LINES

export const rule = defineRule({
  id: 'CSP-03',
  title: '社会保障充実分の標準額の合計（上限額）',
  group: '地域支援事業の上限',
  meaning:
    '在宅医療・介護連携、生活支援体制整備、認知症、地域ケア会議の事業費の上限です。行う事業の標準額を足します。',
  formula:
    '在宅医療・介護連携（基礎＋規模連動×係数）＋第1層×数＋第2層×圏域数＋住民参画＋就労的活動支援＋初期集中支援＋認知症地域支援＋地域ケア会議×センター数',
  source: { text: '地域支援事業交付金交付要綱・地域支援事業実施要綱' },
  confidence: 'unverified',
  limits:
    '標準額は交付要綱で確かめていません。在宅医療・介護連携の係数と、就労的活動支援の額（8,000千円とも10,000千円とも言われ、どちらも見ていません）は、交付要綱を見て入力してください。',
  parameters: { standard: ceilingsStandardAmountsYen },
  input: z.strictObject({
    medicalFactorPerMille: perMille('在宅医療・介護連携の規模の係数', {
      max: 100_000, // number: what a factor may be
      help: '交付要綱の係数。1なら1000',
    })
      .nullable()
      .meta({
        title: '在宅医療・介護連携の規模の係数',
        description: '行わないか、額に入れないときは空（null）',
      }),
    layer1Units: whole('第1層の数', 'か所', { max: 100, help: '市町村は1、指定都市は区の数。行わなければ0' }),
    spheres: whole('第2層を置く日常生活圏域', 'か所', { max: 1000 }),
    hasParticipation: yesNo('住民参画・官民連携を行う'),
    employmentYen: yen('就労的活動支援の標準額', { help: '交付要綱の額。行わなければ0' }),
    hasInitialTeam: yesNo('認知症初期集中支援推進事業を行う'),
    hasDementiaPromoter: yesNo('認知症地域支援・ケア向上事業を行う'),
    centres: whole('地域ケア会議を行うセンター', 'か所', { max: 1000 }),
  }),
  compute(input, { law: { standard }, entry, note, round, caution }) {
    const factor = input.medicalFactorPerMille
    const medicalYen =
      factor === null
        ? 0
        : standard.medicalBaseYen +
          round(
            '在宅医療・介護連携の規模連動',
            { over: product(standard.medicalScaleYen, factor), under: 1000 },
            'down',
          )
    const amounts: Record<Line, number> = {
      medicalCare: medicalYen,
      layer1: standard.layer1Yen * input.layer1Units,
      layer2: standard.layer2Yen * input.spheres,
      participation: input.hasParticipation ? standard.participationYen : 0,
      employment: input.employmentYen,
      initialTeam: input.hasInitialTeam ? standard.initialTeamYen : 0,
      dementiaPromoter: input.hasDementiaPromoter ? standard.dementiaPromoterYen : 0,
      careMeeting: standard.careMeetingYen * input.centres,
    }
    const lines = (Object.keys(LINES) as Line[]).map((line) => ({
      line,
      label: LINES[line],
      amountYen: amounts[line],
    }))
    const capYen = lines.reduce((sum, { amountYen }) => sum + amountYen, 0)
    if (factor === null) caution('在宅医療・介護連携推進の額は入っていません。')
    for (const { label, amountYen } of lines)
      note?.({
        label,
        value: amountYen,
        unit: '円',
        source: entry.standard.source,
        confidence: entry.standard.confidence,
      })
    note?.({ label: '上限額', formula: '標準額の合計', value: capYen, unit: '円' })
    return { lines: lines.map(({ line, amountYen }) => ({ line, amountYen })), capYen }
  },
  labels: { lines: '標準額', line: '事業', ...codesOf('line', LINES) },
  cases: [
    {
      title: '圏域2、センター2、在宅医療・介護連携を入れない',
      on: '2026-04-01',
      input: {
        medicalFactorPerMille: null,
        layer1Units: 1,
        spheres: 2,
        hasParticipation: false,
        employmentYen: 0,
        hasInitialTeam: true,
        hasDementiaPromoter: true,
        centres: 2,
      },
      value: {
        lines: [
          { line: 'medicalCare', amountYen: 0 },
          { line: 'layer1', amountYen: 8_000_000 },
          { line: 'layer2', amountYen: 8_000_000 },
          { line: 'participation', amountYen: 0 },
          { line: 'employment', amountYen: 0 },
          { line: 'initialTeam', amountYen: 10_266_000 },
          { line: 'dementiaPromoter', amountYen: 6_802_000 },
          { line: 'careMeeting', amountYen: 2_544_000 },
        ],
        capYen: 35_612_000,
      },
    },
    {
      title: 'すべて行う（係数0.5、就労的活動支援は入力した額）',
      on: '2026-04-01',
      input: {
        medicalFactorPerMille: 500,
        layer1Units: 3,
        spheres: 0,
        hasParticipation: true,
        employmentYen: 7_000_000,
        hasInitialTeam: false,
        hasDementiaPromoter: false,
        centres: 0,
      },
      value: {
        lines: [
          { line: 'medicalCare', amountYen: 2_938_500 },
          { line: 'layer1', amountYen: 24_000_000 },
          { line: 'layer2', amountYen: 0 },
          { line: 'participation', amountYen: 4_000_000 },
          { line: 'employment', amountYen: 7_000_000 },
          { line: 'initialTeam', amountYen: 0 },
          { line: 'dementiaPromoter', amountYen: 0 },
          { line: 'careMeeting', amountYen: 0 },
        ],
        capYen: 37_938_500,
      },
    },
  ],
})
