import { z } from 'zod'
import { ceilingsRoundingYen, ceilingsSpecialBase } from '../../../law/insurer/ceilings-programme.ts'
import { fiscalYear, fiscalYearStart } from '../../../platform/calendar/index.ts'
import { choice, defineRule, perMille, refuse, whole, yen } from '../../../platform/computation/index.ts'
import { decimalText } from '../../../platform/exact/index.ts'
import { inYear } from '../worked-example.ts'
import { allRates, growthRates } from './growth.ts'
import { programmeCeilings } from './programme-ceiling.ts'

export const rule = defineRule({
  id: 'CSP-01',
  title: '総合事業の上限額',
  group: '地域支援事業の上限',
  meaning:
    '交付金の対象になる介護予防・日常生活支援総合事業の事業費の上限です。イとロの大きいほうを採ります。',
  formula:
    'イ＝（基準年度の介護予防訪問介護＋介護予防通所介護＋介護予防支援＋介護予防事業）×75歳以上の伸び率−その年度の介護予防支援、ロ＝（基準年度の予防給付＋介護予防事業）×伸び率−その年度の予防給付、上限＝大きいほう（千円未満切捨て）',
  source: {
    text: '介護保険法施行令第37条の13（社会保障審議会介護保険部会第128回資料2）',
    url: 'https://www.wic-net.com/material/document/22358/59',
  },
  confidence: 'seen',
  limits:
    '基準年度の額は入力します。伸び率の取り方（直近1年か3年平均か）と端数処理は原典未確認です。特定事情市町村の平成30年度からの額は「平成29年度の総合事業の額×伸び率」とし、介護予防支援などを差し引きません（本ソフトの決め、原典未確認）。',
  parameters: { special: ceilingsSpecialBase, roundingYen: ceilingsRoundingYen },
  input: z.strictObject({
    fiscalYear: whole('年度', '年度', { min: 2000, max: 2100 }), // number: what a year may be
    baseHomeVisitYen: yen('基準年度の介護予防訪問介護'),
    baseDayServiceYen: yen('基準年度の介護予防通所介護'),
    baseSupportYen: yen('基準年度の介護予防支援'),
    basePreventionYen: yen('基準年度の介護予防事業'),
    basePreventiveBenefitYen: yen('基準年度の予防給付の全体'),
    growth75: growthRates('75歳以上人口の伸び率'),
    supportYen: yen('その年度の介護予防支援'),
    preventiveBenefitYen: yen('その年度の予防給付の全体'),
    special: z
      .strictObject({
        kind: choice('特定事情市町村', {
          none: '当たらない',
          uplift: '基準額の上乗せが認められた',
          h29: '平成29年度の総合事業の額を基準にする',
        }),
        upliftPerMille: perMille('認められた上乗せ', { max: 1000 }),
        h29ProgrammeYen: yen('平成29年度の総合事業の額', {
          help: '平成29年度を基準にするときだけ入力し、伸び率も平成29年度の翌年から並べます',
        }),
      })
      .meta({ title: '特定事情市町村の扱い' }),
  }),
  dateOf: ({ fiscalYear: year }) => fiscalYearStart(fiscalYear(year)),
  compute(input, { law, entry, note, round, caution }) {
    const { special } = input
    if (special.kind === 'uplift' && special.upliftPerMille > law.special.upliftMaxPerMille)
      refuse(
        'uplift-above-maximum',
        'special.upliftPerMille',
        `上乗せ ${special.upliftPerMille}‰ は、この年度の上限 ${law.special.upliftMaxPerMille}‰ を超えています。国に認められた割合と年度を確かめてください。`,
      )
    if (special.kind === 'h29' && !law.special.isBaseReplaced)
      refuse(
        'base-not-replaced',
        'special.kind',
        '平成29年度の額を基準にするのは平成30年度からです。年度か扱いを直してください。',
      )
    const exact = programmeCeilings(input)
    const floored = (label: string, ratio: (typeof exact)[number]['exact']) =>
      round(label, ratio, 'down', law.roundingYen)
    const amounts = exact.map(({ label, exact: ratio }) => floored(label, ratio))
    const capYen = Math.max(0, ...amounts)
    if (Math.max(...amounts) < 0)
      caution('イもロも0円を下回るので、上限を0円としました。基準年度の額を確かめてください。')
    note?.({
      label: '75歳以上人口の伸び率（通算）',
      formula: '毎年の伸び率をすべて掛ける',
      value: decimalText(allRates(input.growth75), 4), // number: places shown
      unit: '倍',
    })
    exact.forEach(({ label, formula }, at) => {
      note?.({ label, formula, value: amounts[at] ?? null, unit: '円' })
    })
    note?.({
      label: '総合事業の上限額',
      formula: '大きいほう',
      value: capYen,
      unit: '円',
      source: entry.roundingYen.source,
      confidence: entry.roundingYen.confidence,
    })
    const [byServiceYen = null, byBenefitYen = null] = special.kind === 'h29' ? [] : amounts
    return { byServiceYen, byBenefitYen, capYen }
  },
  labels: { byServiceYen: 'イの額', byBenefitYen: 'ロの額' },
  cases: [
    {
      title: '計算例（架空の額）',
      on: '2026-04-01',
      input: inYear(2026, {}),
      value: { byServiceYen: 99_000_000, byBenefitYen: 98_840_000, capYen: 99_000_000 },
    },
    {
      title: '端数は千円未満を切り捨てる',
      on: '2026-04-01',
      input: { ...inYear(2026, {}), supportYen: 9_000_001 },
      value: { byServiceYen: 98_999_000, byBenefitYen: 98_840_000, capYen: 98_999_000 },
    },
    {
      title: '平成29年度は、上乗せが100‰まで認められる',
      on: '2017-04-01',
      input: inYear(2017, { kind: 'uplift', upliftPerMille: 100 }),
      value: { byServiceYen: 109_800_000, byBenefitYen: 114_824_000, capYen: 114_824_000 },
    },
    {
      title: '上乗せは100‰を超えられない',
      on: '2017-04-01',
      input: inYear(2017, { kind: 'uplift', upliftPerMille: 101 }),
      refused: { code: 'uplift-above-maximum', path: 'special.upliftPerMille' },
    },
    {
      title: '平成30年度からは、上乗せがない',
      on: '2018-04-01',
      input: inYear(2018, { kind: 'uplift', upliftPerMille: 100 }),
      refused: { code: 'uplift-above-maximum', path: 'special.upliftPerMille' },
    },
    {
      title: '平成30年度からは、平成29年度の額が基準になる',
      on: '2018-04-01',
      input: inYear(2018, { kind: 'h29', h29ProgrammeYen: 120_000_000 }),
      value: { byServiceYen: null, byBenefitYen: null, capYen: 129_600_000 },
    },
    {
      title: '平成29年度は、まだ平成29年度の額を基準にできない',
      on: '2017-04-01',
      input: inYear(2017, { kind: 'h29', h29ProgrammeYen: 120_000_000 }),
      refused: { code: 'base-not-replaced', path: 'special.kind' },
    },
    {
      title: '予防給付が増えすぎていれば、上限は0円',
      on: '2026-04-01',
      input: { ...inYear(2026, {}), supportYen: 200_000_000, preventiveBenefitYen: 300_000_000 },
      value: { byServiceYen: -92_000_000, byBenefitYen: -140_160_000, capYen: 0 },
    },
  ],
})
