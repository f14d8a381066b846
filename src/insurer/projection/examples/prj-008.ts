import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  countedIn: 'times' | 'persons'
  count: number
  unitYen: number
  revisionPerMyriad?: number
}
const on = '2026-11-22'
const cost = (
  title: string,
  input: Asked,
  benefitYen: number,
  benefitThousandYen: number,
): RuleCase<Asked> => ({
  title,
  on,
  input,
  value: { benefitYen, benefitThousandYen },
})

export const prj008Cases: readonly RuleCase<Asked>[] = [
  cost('120人×9.5回×7,600円', { countedIn: 'times', count: 11_400, unitYen: 7600 }, 103_968_000, 103_968),
  cost(
    '同じで改定率1.0159',
    { countedIn: 'times', count: 11_400, unitYen: 7600, revisionPerMyriad: 10_159 },
    105_621_091,
    105_621,
  ),
  cost('人で数える種類', { countedIn: 'persons', count: 10, unitYen: 50_000 }, 6_000_000, 6000),
  cost(
    '円未満は四捨五入: 0.5円は1円',
    { countedIn: 'persons', count: 1, unitYen: 1, revisionPerMyriad: 9625 }, // 11.55
    12,
    0,
  ),
  cost(
    '円未満は四捨五入: 11.4996円は11円',
    { countedIn: 'persons', count: 1, unitYen: 1, revisionPerMyriad: 9583 },
    11,
    0,
  ),
  cost(
    '千円の四捨五入: 500円は1千円',
    { countedIn: 'persons', count: 125, unitYen: 1, revisionPerMyriad: 3333 },
    500,
    1,
  ),
  {
    title: '多すぎる数',
    on,
    input: { countedIn: 'persons', count: Number.MAX_SAFE_INTEGER, unitYen: 50_000 },
    refused: { code: 'too_big', path: 'count' },
  },
  {
    title: '高すぎる単価',
    on,
    input: { countedIn: 'persons', count: 1, unitYen: 10_000_001 },
    refused: { code: 'too_big', path: 'unitYen' },
  },
  {
    title: 'どちらも大きく、1円まで数えられない',
    on,
    input: { countedIn: 'persons', count: 100_000_000_000, unitYen: 10_000_000 },
    refused: { code: 'too-large', path: '' },
  },
  cost('だれも使わなければ0円', { countedIn: 'times', count: 0, unitYen: 7600 }, 0, 0),
]
