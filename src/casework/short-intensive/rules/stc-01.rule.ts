import { z } from 'zod'
import { shortIntensiveMonths } from '../../../law/casework/short-intensive-frame.ts'
import { day, defineRule, orUnknown, refuse, whole, yesNo } from '../../../platform/computation/index.ts'
import { lastDayOfMonths } from '../../registrations/rules/months.ts'

const course = {
  startedOn: '2025-04-07', // number: the day of the cases
  planMonths: 3, // number: of the cases
  extensionMonths: 0,
  isExtensionJudged: false,
  maxExtensionMonths: 2,
}

export const rule = defineRule({
  id: 'STC-01',
  title: '短期集中予防サービスの期間',
  group: '総合事業',
  meaning:
    '短期集中予防サービス（C型）の終わりの日です。計画と延長の月数が、国の範囲と市町村の決めに収まるかも確かめます。',
  formula: '終わり＝始めた日から（計画の月数＋延長の月数）の最後の日。合わせて3か月から6か月まで',
  source: { text: '介護予防・日常生活支援総合事業のガイドライン（都道府県の研修資料による）' },
  confidence: 'secondary',
  limits: '対象に合うか、いつ終えてよいかは判定しません。延長には、専門職の判断の記録が要ります。',
  parameters: { months: shortIntensiveMonths },
  input: z.strictObject({
    startedOn: orUnknown(day('始めた日')),
    planMonths: orUnknown(whole('計画の月数', 'か月', { max: 100 })),
    extensionMonths: whole('延長の月数', 'か月', { max: 100, help: '延長しなければ0' }),
    isExtensionJudged: yesNo('延長についての専門職の判断を記録したか'),
    maxExtensionMonths: whole('市町村が認める延長', 'か月', { max: 100 }).meta({
      setting: 'short-intensive.extension-months',
    }),
  }),
  compute(input, { law, entry, note, caution }) {
    const { startedOn, planMonths, extensionMonths } = input
    const { least, most } = law.months
    if (extensionMonths > input.maxExtensionMonths)
      refuse(
        'extension-too-long',
        'extensionMonths',
        `延長は${input.maxExtensionMonths}か月まで（市町村の決め）です。月数を直してください。`,
      )
    if (planMonths !== null && planMonths < least)
      refuse('too-short', 'planMonths', `計画は${least}か月以上にしてください。`)
    if (planMonths !== null && planMonths + extensionMonths > most)
      refuse('too-long', 'planMonths', `計画と延長を合わせて${most}か月までです。月数を直してください。`)
    if (extensionMonths > 0 && !input.isExtensionJudged)
      refuse('judgement-missing', 'isExtensionJudged', '延長するには、専門職の判断を記録してください。')
    if (startedOn === null || planMonths === null)
      caution(
        '始めた日か計画の月数がわからないので、終わりの日は決まりません。本人の計画を確かめてください。',
      )
    const endsOn =
      startedOn === null || planMonths === null
        ? null
        : lastDayOfMonths(startedOn, planMonths + extensionMonths)
    note?.({
      label: '終わりの日',
      formula: `始めた日から、計画と延長の月数の最後の日（${least}～${most}か月）`,
      inputs: { 始めた日: startedOn, 計画の月数: planMonths, 延長の月数: extensionMonths },
      value: endsOn,
      source: entry.months.source,
      confidence: entry.months.confidence,
    })
    return { endsOn }
  },
  labels: { endsOn: '終わりの日' },
  cases: [
    { title: '3か月（STC-01-a）', on: '2025-04-07', input: course, value: { endsOn: '2025-07-06' } },
    {
      title: '3か月と延長2か月（STC-01-b）',
      on: '2025-04-07',
      input: { ...course, extensionMonths: 2, isExtensionJudged: true },
      value: { endsOn: '2025-09-06' },
    },
    {
      title: '7か月（STC-01-c）',
      on: '2025-04-07',
      input: { ...course, planMonths: 7 },
      refused: { code: 'too-long', path: 'planMonths' },
    },
    {
      title: '計画の月数がわからない（STC-01-d）',
      on: '2025-04-07',
      input: { ...course, planMonths: null },
      value: { endsOn: null },
    },
    {
      title: '6か月',
      on: '2025-04-07',
      input: { ...course, planMonths: 6 },
      value: { endsOn: '2025-10-06' },
    },
    {
      title: '始めた日がわからない',
      on: '2025-04-07',
      input: { ...course, startedOn: null },
      value: { endsOn: null },
    },
    {
      title: '2か月',
      on: '2025-04-07',
      input: { ...course, planMonths: 2 },
      refused: { code: 'too-short', path: 'planMonths' },
    },
    {
      title: '延長して7か月',
      on: '2025-04-07',
      input: { ...course, planMonths: 5, extensionMonths: 2, isExtensionJudged: true },
      refused: { code: 'too-long', path: 'planMonths' },
    },
    {
      title: '延長の判断の記録がない',
      on: '2025-04-07',
      input: { ...course, extensionMonths: 1 },
      refused: { code: 'judgement-missing', path: 'isExtensionJudged' },
    },
    {
      title: '市町村が認める延長を超える',
      on: '2025-04-07',
      input: { ...course, extensionMonths: 3, isExtensionJudged: true },
      refused: { code: 'extension-too-long', path: 'extensionMonths' },
    },
  ],
})
