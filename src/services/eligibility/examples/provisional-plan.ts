import type { RuleCase } from '../../../platform/computation/index.ts'
import type { Input } from '../rules/provisional-plan.rule.ts'
import type { Settlement } from '../rules/provisional-plan.ts'

const plain: Input = {
  result: 'support',
  isRegistered: true,
  usedProgramme: true,
  usedBenefit: false,
  firstCareServiceOn: null,
  isCoveredAsCare: null,
}
const of = (
  title: string,
  input: Partial<Input>,
  [programme, benefit, planFee]: [Settlement['programme'], Settlement['benefit'], Settlement['planFee']],
  more: Partial<Settlement> = {},
): RuleCase<Input> => ({
  title,
  on: '2025-05-01',
  input: { ...plain, ...input },
  value: { programme, programmePaidTo: null, benefit, planFee, careFeeFrom: null, ...more },
})
const refused = (title: string, input: Partial<Input>, code: string): RuleCase<Input> => ({
  title,
  on: '2025-05-01',
  input: { ...plain, ...input },
  refused: { code, path: 'firstCareServiceOn' },
})
const FIRST = '2025-06-01'
const care = { result: 'care' } as const
const both = { ...care, usedBenefit: true } as const

export const provisionalPlanCases: readonly RuleCase<Input>[] = [
  of('ELG-01-h1 要支援、予防給付も使った', { usedBenefit: true }, ['paid', 'preventive', '46']),
  of('ELG-01-h1 要支援、総合事業だけ', {}, ['paid', 'notUsed', 'AF']),
  of('ELG-01-h1 要支援は、登録がなくても支払う', { isRegistered: false }, ['paid', 'notUsed', 'AF']),
  of('ELG-01-h2 非該当、登録あり', { result: 'notCertified', usedBenefit: true }, ['paid', 'full', 'AF']),
  of('ELG-01-h3 非該当、登録なし', { result: 'notCertified', usedBenefit: true, isRegistered: false }, [
    'full',
    'full',
    'none',
  ]),
  of('ELG-01-h4 要介護、総合事業だけ、介護給付はまだ', care, ['paid', 'notUsed', 'AF']),
  of(
    'ELG-01-h4 要介護、介護給付を6月1日から',
    { ...care, firstCareServiceOn: FIRST },
    ['paidUntil', 'notUsed', 'AF'],
    { programmePaidTo: '2025-05-31', careFeeFrom: FIRST },
  ),
  of('ELG-01-h4 要介護、登録なしは10割', { ...care, isRegistered: false }, ['full', 'notUsed', 'none']),
  of(
    'ELG-01-h5 要介護、両方使い、介護給付の条件を満たす',
    { ...both, isCoveredAsCare: true, firstCareServiceOn: FIRST },
    ['paidUntil', 'care', '43'],
    { programmePaidTo: '2025-05-31' },
  ),
  of('ELG-01-h5 要介護、両方使い、条件を満たさない', { ...both, isCoveredAsCare: false }, [
    'paid',
    'full',
    'none',
  ]),
  of('ELG-01-h5 条件がわからなければ、総合事業がいつまで支払われるかもわからない', both, [
    'undetermined',
    'undetermined',
    'undetermined',
  ]),
  of(
    'ELG-01-h5 条件がわからなければ、日があっても総合事業は決まらない',
    { ...both, firstCareServiceOn: FIRST },
    ['undetermined', 'undetermined', 'undetermined'],
  ),
  of('ELG-01-h5 条件がわからなくても、登録がなければ総合事業は10割', { ...both, isRegistered: false }, [
    'full',
    'undetermined',
    'undetermined',
  ]),
  of('ELG-01-h5 条件がわからず、総合事業は使っていない', { ...both, usedProgramme: false }, [
    'notUsed',
    'undetermined',
    'undetermined',
  ]),
  of('結果なし（取下げ）は非該当と同じ、登録あり', { result: 'noResult', usedBenefit: true }, [
    'paid',
    'full',
    'AF',
  ]),
  of('結果なし（取下げ）は非該当と同じ、登録なし', { result: 'noResult', isRegistered: false }, [
    'full',
    'notUsed',
    'none',
  ]),
  of('要支援、何も使っていない', { usedProgramme: false }, ['notUsed', 'notUsed', 'none']),
  of('要支援、予防給付だけ', { usedProgramme: false, usedBenefit: true }, ['notUsed', 'preventive', '46']),
  of(
    '非該当、登録ありでも総合事業を使っていない',
    { result: 'notCertified', usedProgramme: false, usedBenefit: true },
    ['notUsed', 'full', 'none'],
  ),
  of('要介護、何も使っていない', { ...care, usedProgramme: false }, ['notUsed', 'notUsed', 'none']),
  of(
    '要介護、総合事業を使わず介護給付から',
    { ...care, usedProgramme: false, firstCareServiceOn: FIRST },
    ['notUsed', 'notUsed', 'none'],
    { careFeeFrom: FIRST },
  ),
  of(
    '要介護、登録なしで両方使った',
    { ...both, isRegistered: false, isCoveredAsCare: true, firstCareServiceOn: FIRST },
    ['full', 'care', '43'],
  ),
  refused('要支援に介護給付の日はない', { firstCareServiceOn: FIRST }, 'not-care'),
  refused(
    '条件を満たさないのに、介護給付の最初の日がある',
    { ...both, isCoveredAsCare: false, firstCareServiceOn: FIRST },
    'not-covered',
  ),
  refused(
    '総合事業だけでも、条件を満たさない日は介護給付の最初の日でない',
    { ...care, isCoveredAsCare: false, firstCareServiceOn: FIRST },
    'not-covered',
  ),
  refused('介護給付として請求するなら、最初の日がいる', { ...both, isCoveredAsCare: true }, 'day-needed'),
]
