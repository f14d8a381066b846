import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  period: number
  areas: string[]
  written: { item: string; fiscalYears?: number[]; areas?: string[] }[]
}

const LAW3 = '第117条第3項'
const TEXTS = [
  'self-support-measures',
  'appropriateness-measures',
  'self-support-targets',
  'appropriateness-targets',
]
const CAPACITIES = ['capacity-group-home', 'capacity-community-specified', 'capacity-community-welfare']
const VOLUMES = ['benefit-volumes', 'prevention-volumes', 'support-volumes']
const ENDEAVOURED = [
  'securing-volumes',
  'support-costs',
  'estimates',
  'staff',
  'provider-cooperation',
  'dementia',
  'housing',
  'medical-links',
  'disaster-infection',
]
const AREAS = ['東部', '西部']

const all = (fiscalYears: number[]) => [
  ...CAPACITIES.map((item) => ({ item, fiscalYears, areas: AREAS })),
  ...VOLUMES.map((item) => ({ item, fiscalYears })),
  ...[...TEXTS, ...ENDEAVOURED].map((item) => ({ item })),
]
const NINTH = [2024, 2025, 2026]
const TENTH = [2027, 2028, 2029]
const outlook = (isRequired: boolean) => ({
  item: 'long-term-outlook',
  title: '中長期的な見込み（2040年など）',
  lawItem: isRequired ? '第117条第2項' : LAW3,
  isRequired,
  isAbsent: true,
  missingFiscalYears: [],
  missingAreas: [],
})
const on = '2026-11-22'

export const contentsCases: RuleCase<Asked>[] = [
  {
    title: '第10期: 中長期の見込みがない（架空）',
    on,
    input: { period: 10, areas: AREAS, written: all(TENTH) },
    value: { isComplete: false, requiredCount: 11, missingRequired: [outlook(true)], missingEndeavoured: [] },
  },
  {
    title: '第9期: 同じ素案でも、中長期の見込みは努める事項（架空）',
    on,
    input: { period: 9, areas: AREAS, written: all(NINTH) },
    value: { isComplete: true, requiredCount: 10, missingRequired: [], missingEndeavoured: [outlook(false)] },
  },
  {
    title: '第10期: すべてそろう（架空）',
    on,
    input: { period: 10, areas: AREAS, written: [...all(TENTH), { item: 'long-term-outlook' }] },
    value: { isComplete: true, requiredCount: 11, missingRequired: [], missingEndeavoured: [] },
  },
  {
    title: '年度と圏域が一つずつ欠けている（架空）',
    on,
    input: {
      period: 10,
      areas: AREAS,
      written: [
        ...all(TENTH).filter(({ item }) => item !== 'capacity-group-home' && item !== 'staff'),
        { item: 'capacity-group-home', fiscalYears: [2027, 2029], areas: ['東部'] },
        { item: 'long-term-outlook' },
      ],
    },
    value: {
      isComplete: false,
      requiredCount: 11,
      missingRequired: [
        {
          item: 'capacity-group-home',
          title: '認知症対応型共同生活介護の必要利用定員総数',
          lawItem: '第117条第2項第1号',
          isRequired: true,
          isAbsent: false,
          missingFiscalYears: [2028],
          missingAreas: ['西部'],
        },
      ],
      missingEndeavoured: [
        {
          item: 'staff',
          title: '人材の確保と質の向上、生産性の向上',
          lawItem: LAW3,
          isRequired: false,
          isAbsent: true,
          missingFiscalYears: [],
          missingAreas: [],
        },
      ],
    },
  },
  {
    title: '一覧にない事項（架空）',
    on,
    input: { period: 10, areas: AREAS, written: [{ item: 'staff' }, { item: 'stuff' }] },
    refused: { code: 'unknown-item', path: 'written.1.item' },
  },
  {
    title: '同じ事項が2度ある（架空）',
    on,
    input: { period: 10, areas: AREAS, written: [{ item: 'staff' }, { item: 'staff' }] },
    refused: { code: 'twice', path: 'written.1.item' },
  },
  {
    title: '圏域が一つもない（架空）',
    on,
    input: { period: 10, areas: [], written: [] },
    refused: { code: 'too_small', path: 'areas' },
  },
]
