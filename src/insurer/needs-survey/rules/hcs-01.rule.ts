import { z } from 'zod'
import { codesOf, defineRule, orUnknown, whole } from '../../../platform/computation/index.ts'
import { patternOfUse, USE_PATTERNS, type UsePattern } from './use-pattern.ts'

const uses = (title: string, help: string) =>
  orUnknown(whole(title, '回', { help }), '請求がわからないときは null')

const of = (
  title: string,
  visits: number | null,
  dayCare: number | null,
  shortStay: number | null,
  pattern: UsePattern | null,
) => ({ title, input: { visits, dayCare, shortStay }, value: { pattern } })

export const rule = defineRule({
  id: 'HCS-01',
  title: 'サービス利用の組合せ',
  group: 'ニーズ調査',
  meaning: '在宅介護実態調査で、ひと月の請求から、サービス利用の組合せを4つに分けます。',
  formula:
    '訪問系だけなら訪問系のみ、訪問系と通所系か短期系があれば訪問系を含む組合せ、訪問系がなく通所系か短期系があれば通所系・短期系のみ、どれもなければ未利用',
  source: { text: '在宅介護実態調査実施の手引き' },
  confidence: 'recalled',
  limits:
    'どのサービスがどの系にあたるか（小規模多機能型などを含む）は手引きで確かめ、系ごとに足した回数を入れてください。居宅療養管理指導や福祉用具だけの方の扱いも、手引きによります。',
  parameters: {},
  labels: { pattern: '組合せ', ...codesOf('pattern', USE_PATTERNS) },
  input: z.strictObject({
    visits: uses('訪問系', '訪問系の利用回数'),
    dayCare: uses('通所系', '通所系の利用回数'),
    shortStay: uses('短期系', '短期系の利用日数（1日を1回）'),
  }),
  compute(input, { note }) {
    const pattern = patternOfUse(input)
    note?.({
      label: 'サービス利用の組合せ',
      formula: '訪問系があるか、通所系か短期系があるか',
      inputs: { 訪問系: input.visits, 通所系: input.dayCare, 短期系: input.shortStay },
      value: pattern === null ? '判定できない' : USE_PATTERNS[pattern],
      confidence: 'recalled',
    })
    return { pattern }
  },
  cases: [
    of('訪問系だけ', 8, 0, 0, 'visitsOnly'),
    of('訪問系と通所系', 8, 4, 0, 'visitsCombined'),
    of('訪問系と短期系', 1, 0, 1, 'visitsCombined'),
    of('三つとも', 8, 4, 2, 'visitsCombined'),
    of('通所系だけ', 0, 1, 0, 'dayOrShortStay'),
    of('短期系だけ', 0, 0, 1, 'dayOrShortStay'),
    of('通所系と短期系', 0, 4, 2, 'dayOrShortStay'),
    of('どれもない', 0, 0, 0, 'unused'),
    of('訪問系がわからない', null, 4, 0, null),
    of('短期系がわからなくても、通所系があれば決まる', 8, 4, null, 'visitsCombined'),
    of('訪問系がなく、短期系がわからなくても、通所系があれば決まる', 0, 4, null, 'dayOrShortStay'),
    of('訪問系があり、短期系がわからない', 8, 0, null, null),
    of('訪問系がなく、通所系がわからない', 0, null, 0, null),
  ].map((one) => ({ ...one, on: '2026-11-22' })),
})
