import { addDays } from '../../../platform/calendar/index.ts'
import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  appliedOn: string
  case: 'new' | 'movedIn' | 'change' | 'renewalSame' | 'renewalOther'
  startOn: string
  isLateForCause?: boolean
  months: number | null
  renewalSameMaxMonths?: number | null
  renewalOtherMaxMonths?: number | null
}
const on = '2026-11-22'
/** 更新 is applied for while the old one runs: here the month before it ends. */
const appliedFor = ({ case: kind, startOn }: Pick<Asked, 'case' | 'startOn'>) =>
  kind === 'renewalSame' || kind === 'renewalOther' ? addDays(startOn, -30) : startOn // number: a month before
const of = (
  title: string,
  kind: Asked['case'],
  startOn: string,
  months: number | null,
  to: string,
  taken = months,
): RuleCase<Asked> => ({
  title,
  on,
  input: { appliedOn: appliedFor({ case: kind, startOn }), case: kind, startOn, months },
  value: { from: startOn, to, months: taken, isDefault: months === null },
})
const no = (
  title: string,
  input: Omit<Asked, 'appliedOn'> & { appliedOn?: string },
  code: string,
  path = 'months',
): RuleCase<Asked> => ({
  title,
  on,
  input: { appliedOn: appliedFor(input), ...input },
  refused: { code, path },
})
const may = '2025-05-01'

export const validityCases: RuleCase<Asked>[] = [
  of('CRT-04-a 新規、月の途中から', 'new', '2024-04-15', 6, '2024-10-31'),
  of('CRT-04-b 新規、1日から', 'new', '2024-04-01', 6, '2024-09-30'),
  of('CRT-04-c 新規12か月', 'new', '2024-04-15', 12, '2025-04-30'),
  of('CRT-04-d 更新、区分が同じ、48か月', 'renewalSame', may, 48, '2029-04-30'),
  no(
    'CRT-04-e 更新、区分が変わる、48か月',
    { case: 'renewalOther', startOn: may, months: 48 },
    'aboveNationalMaximum',
  ),
  of('CRT-04-f 2月29日から', 'new', '2024-02-29', 3, '2024-05-31'),
  of('CRT-04-g 区分変更、8月31日から', 'change', '2023-08-31', 6, '2024-02-29'),
  of('CRT-04-h 12月31日から12か月', 'new', '2026-12-31', 12, '2027-12-31'),
  no('CRT-04-i 新規2か月', { case: 'new', startOn: '2025-01-10', months: 2 }, 'belowMinimum'),
  of('CRT-04-j 更新、月数がない', 'renewalSame', may, null, '2026-04-30', 12),
  of('更新、区分が変わる、36か月', 'renewalOther', may, 36, '2028-04-30'),
  no(
    '更新、区分が変わる、37か月',
    { case: 'renewalOther', startOn: may, months: 37 },
    'aboveNationalMaximum',
  ),
  no('更新、区分が同じ、49か月', { case: 'renewalSame', startOn: may, months: 49 }, 'aboveNationalMaximum'),
  no('新規13か月', { case: 'new', startOn: may, months: 13 }, 'aboveNationalMaximum'),
  of('新規3か月', 'new', may, 3, '2025-07-31'),
  no(
    '2021年3月31日の申請: 48か月',
    { appliedOn: '2021-03-31', case: 'renewalSame', startOn: '2021-05-01', months: 48 },
    'aboveNationalMaximum',
  ),
  {
    title: '2021年4月1日の申請: 48か月',
    on,
    input: { appliedOn: '2021-04-01', case: 'renewalSame', startOn: '2021-05-01', months: 48 },
    value: { from: '2021-05-01', to: '2025-04-30', months: 48, isDefault: false },
  },
  no(
    '市町村の上限24か月に25か月',
    { case: 'renewalSame', startOn: may, months: 25, renewalSameMaxMonths: 24 },
    'aboveLocalMaximum',
  ),
  {
    title: '市町村の上限24か月に24か月',
    on,
    input: {
      appliedOn: '2025-04-01',
      case: 'renewalSame',
      startOn: may,
      months: 24,
      renewalSameMaxMonths: 24,
    },
    value: { from: may, to: '2027-04-30', months: 24, isDefault: false },
  },
  {
    title: '市町村の上限が初期値より短い',
    on,
    input: {
      appliedOn: '2025-04-01',
      case: 'renewalSame',
      startOn: may,
      months: null,
      renewalSameMaxMonths: 6,
    },
    value: { from: may, to: '2025-10-31', months: 6, isDefault: true },
  },
  no(
    '区分が変わる更新には、その上限を使う',
    {
      case: 'renewalOther',
      startOn: may,
      months: 25,
      renewalSameMaxMonths: 30,
      renewalOtherMaxMonths: 24,
    },
    'aboveLocalMaximum',
  ),
  {
    title: '新規には、更新の上限を使わない',
    on,
    input: {
      appliedOn: may,
      case: 'new',
      startOn: may,
      months: 12,
      renewalSameMaxMonths: 6,
      renewalOtherMaxMonths: 6,
    },
    value: { from: may, to: '2026-04-30', months: 12, isDefault: false },
  },
  {
    title: '区分変更には、更新の上限を使わない',
    on,
    input: {
      appliedOn: may,
      case: 'change',
      startOn: may,
      months: 12,
      renewalSameMaxMonths: 6,
      renewalOtherMaxMonths: 6,
    },
    value: { from: may, to: '2026-04-30', months: 12, isDefault: false },
  },
  no(
    '国の上限より長い市町村の上限は、国の上限として扱う',
    { case: 'renewalSame', startOn: may, months: 49, renewalSameMaxMonths: 60 },
    'aboveNationalMaximum',
  ),
  ...([2, 3, null] as const).map((months) =>
    no(
      `国の下限より短い市町村の上限: 月数${months ?? 'がない'}`,
      { case: 'renewalSame', startOn: may, months, renewalSameMaxMonths: 2 },
      'localBelowMinimum',
      'renewalSameMaxMonths',
    ),
  ),
  no(
    '国の下限より短い市町村の上限、区分が変わる更新',
    { case: 'renewalOther', startOn: may, months: 3, renewalOtherMaxMonths: 2 },
    'localBelowMinimum',
    'renewalOtherMaxMonths',
  ),
  ...(['2025-04-30', '2025-05-02'] as const).map((appliedOn) =>
    no(
      `新規の始まりが申請日（${appliedOn}）でない`,
      { appliedOn, case: 'new', startOn: may, months: 6 },
      'start-not-application',
      'startOn',
    ),
  ),
  ...(['2025-05-01', '2025-05-15'] as const).map((appliedOn) => ({
    title: `転入、${appliedOn}に申請`,
    on,
    input: { appliedOn, case: 'movedIn' as const, startOn: may, months: 6 },
    value: { from: may, to: '2025-10-31', months: 6, isDefault: false },
  })),
  ...(['2025-04-30', '2025-05-16'] as const).map((appliedOn) =>
    no(
      `転入した日の認定にならない、${appliedOn}の申請`,
      { appliedOn, case: 'movedIn', startOn: may, months: 6 },
      'start-not-moving-in',
      'startOn',
    ),
  ),
  {
    title: '更新、前の認定の最後の日に申請',
    on,
    input: { appliedOn: '2025-04-30', case: 'renewalSame', startOn: may, months: 12 },
    value: { from: may, to: '2026-04-30', months: 12, isDefault: false },
  },
  ...(['renewalSame', 'renewalOther'] as const).map((kind) =>
    no(
      `前の認定が終わってからの${kind === 'renewalSame' ? '更新' : '更新、区分が変わる'}`,
      { appliedOn: may, case: kind, startOn: may, months: 12 },
      'renewal-after-end',
      'startOn',
    ),
  ),
  {
    title: '災害のため、前の認定が終わってからの更新',
    on,
    input: {
      appliedOn: '2025-05-10',
      case: 'renewalSame',
      startOn: may,
      isLateForCause: true,
      months: 12,
    },
    value: { from: may, to: '2026-04-30', months: 12, isDefault: false },
  },
]
