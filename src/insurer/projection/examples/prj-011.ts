import type { z } from 'zod'
import type { RuleCase } from '../../../platform/computation/index.ts'
import type { Warning } from '../rules/warnings.ts'
import type { watchedInput } from '../rules/watched-fields.ts'

type Asked = z.input<typeof watchedInput>
const on = '2026-11-22'

const warned = (title: string, input: Asked, ...warnings: Warning[]): RuleCase<Asked> => ({
  title,
  on,
  input,
  value: { warnings },
})
const service = (...years: [fiscalYear: number, users: number, benefitYen: number][]): Asked => ({
  services: [
    {
      name: '訪問看護',
      years: years.map(([fiscalYear, users, benefitYen]) => ({ fiscalYear, users, benefitYen })),
    },
  ],
})
const change = (year: number, before: string, now: string): Warning => ({
  code: 'users-change',
  text: `訪問看護 ${year}年度: 利用者が前年の${before}人から${now}人に変わります。`,
})
const perUser: Warning = {
  code: 'benefit-per-user',
  text: '訪問看護 2027年度: 利用者1人当たりの給付費が、前年と大きく違います。',
}
const noBase: Warning = {
  code: 'no-base-users',
  text: '訪問看護: 基準年の利用者が0人です。0人のまま推計されます。月報の月が足りないときは、別の月を確かめてください。',
}
const living = (facilityUsers: number, residentialUsers: number): Asked => ({
  levels: [{ level: 'care5', fiscalYear: 2027, certified: 50, facilityUsers, residentialUsers }],
})

export const prj011Cases: readonly RuleCase<Asked>[] = [
  warned(
    '五つの警告',
    {
      ...service([2026, 1000, 1_000_000], [2027, 1101, 1_300_000]),
      ...living(40, 11),
      clamped: { cells: 11, of: 100 },
      sums: [{ label: '要介護度別の認定者', total: 100, parts: [40, 61] }],
      generalProject: [{ fiscalYear: 2027, costYen: 99_000_001, capYen: 99_000_000 }],
    },
    change(2027, '1,000', '1,101'),
    perUser,
    {
      code: 'over-certified',
      text: '要介護5 2027年度: 施設と居住系の利用者51人が、認定者50人をこえています。',
    },
    {
      code: 'clamped',
      text: '認定率が上限か下限に達したセルが、100のうち11あります。伸びの選び方を確かめてください。',
    },
    { code: 'sum-differs', text: '要介護度別の認定者: 内訳の合計101が、合計100と違います。' },
    {
      code: 'over-ceiling',
      text: '総合事業 2027年度: 99,000,001円が、上限の99,000,000円を1円こえています。個別協議がいります。',
    },
  ),
  warned('何も入れなければ警告はない', {}),
  warned('幅ちょうどは警告しない', {
    ...service([2026, 1000, 1_000_000], [2027, 1100, 1_210_000], [2028, 990, 980_100]),
    ...living(40, 10),
    clamped: { cells: 10, of: 100 },
    sums: [{ label: '認定者', total: 100, parts: [40, 60] }],
    generalProject: [{ fiscalYear: 2027, costYen: 99_000_000, capYen: 99_000_000 }],
  }),
  warned(
    '利用者が1割をこえて減る',
    service([2026, 1000, 1_000_000], [2027, 899, 899_000]),
    change(2027, '1,000', '899'),
  ),
  warned('1人当たりが1割をこえて減る', service([2026, 1000, 1_000_000], [2027, 1000, 899_999]), perUser),
  warned('1人当たりが1割をこえて増える', service([2026, 1000, 1_000_000], [2027, 1000, 1_100_001]), perUser),
  warned('続かない年度は比べない', service([2026, 1000, 1_000_000], [2028, 2000, 9_000_000])),
  warned('基準年が0人のまま', service([2026, 0, 0], [2027, 0, 0]), noBase),
  warned('基準年が0人で、増える', service([2026, 0, 0], [2027, 1, 1000]), noBase, change(2027, '0', '1')),
  warned('0人になる', service([2026, 5, 5000], [2027, 0, 0]), change(2027, '5', '0')),
  warned(
    '0人の年に給付費が残っていても、1人当たりは比べない',
    service([2026, 5, 5000], [2027, 0, 100]),
    change(2027, '5', '0'),
  ),
  warned(
    '0人の基準年に給付費があっても、1人当たりは比べない',
    service([2026, 0, 100], [2027, 1, 1000]),
    noBase,
    change(2027, '0', '1'),
  ),
  warned('年度のないサービス', { services: [{ name: '訪問看護', years: [] }] }),
  {
    title: '警告の幅を置く前の日',
    on: '2026-03-31',
    input: {},
    refused: { code: 'no-value-in-force', path: '' },
  },
  {
    title: '年度が早い順でない',
    on,
    input: service([2027, 1000, 1_000_000], [2026, 1101, 1_300_000]),
    refused: { code: 'not-rising', path: 'services.0.years.1.fiscalYear' },
  },
]
