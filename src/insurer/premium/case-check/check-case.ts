import type { z } from 'zod'
import { decimalText } from '../../../platform/exact/index.ts'
import { type Check, compare, condition } from '../rules/check.ts'
import { type CaseLaw, caseLaw } from './case-law.ts'
import { type PremiumCase, premiumCase } from './case-schema.ts'
import { checkChainCase, type Solved } from './chain-case.ts'
import { checkFactorCase, checkProjectionCase, checkTableCase } from './other-cases.ts'

export interface CaseReport {
  caseId: string
  kind: PremiumCase['kind']
  /** 川崎町 第9期 */
  title: string
  /** true: nobody opened the town's own paper; never shown to users as its published figures */
  isSecondary: boolean
  isAnonymised: boolean
  checks: Check[]
  contradictions: Check[]
  warnings: Check[]
  solved: Solved
}
export type ReadCase = { ok: true; file: PremiumCase } | { ok: false; problems: string[] }

/** A case file by its form; in Japanese what is wrong with it, with the place. */
export function readCase(text: string): ReadCase {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, problems: ['JSON として読めません。かっこ、引用符、コンマを確かめてください。'] }
  }
  const parsed = premiumCase.safeParse(json)
  return parsed.success
    ? { ok: true, file: parsed.data }
    : { ok: false, problems: parsed.error.issues.flatMap(said) }
}

function said(issue: z.core.$ZodIssue): string[] {
  const at = issue.path.join('.')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(
      (key) =>
        `${at ? `${at}.` : ''}${key}: この項目は様式にありません。綴りを確かめるか、notes に書いてください。`,
    )
  const isSaid = /[ぁ-んァ-ヶ一-龠]/.test(issue.message)
  return [
    `${at || '全体'}: ${isSaid ? issue.message : '様式に合いません。cases/README.md の形を確かめてください。'}`,
  ]
}

/** Recomputes all that a case file carries. */
export function checkCase(file: PremiumCase): CaseReport {
  const law = caseLaw(file.period)
  const { checks, solved } = byKind(file, law)
  const all = [...headChecks(file, law), ...checks]
  return {
    caseId: file.caseId,
    kind: file.kind,
    title: `${file.insurer.name} 第${file.period}期`,
    isSecondary: file.sources.some((source) => source.class === 'S2'),
    isAnonymised: file.insurer.anonymised,
    checks: all,
    contradictions: all.filter(({ isMet, isWarning }) => !(isMet || isWarning)),
    warnings: all.filter(({ isMet, isWarning }) => !isMet && isWarning),
    solved,
  }
}

function byKind(file: PremiumCase, law: CaseLaw): { checks: Check[]; solved: Solved } {
  switch (file.kind) {
    case 'premium-chain':
      return checkChainCase(file, law)
    case 'grant-factor':
      return { checks: checkFactorCase(file, law), solved: {} }
    case 'stage-table':
      return { checks: checkTableCase(file), solved: {} }
    case 'service-projection':
      return { checks: checkProjectionCase(file), solved: {} }
  }
}

/** First fiscal year of 令和 and 平成, less one. */
const ERAS = { R: 2018, H: 1988 } as const
const westernOf = (year: string): number => ERAS[year[0] as keyof typeof ERAS] + Number(year.slice(1))

/** The file's own national values against the law of the period, its years against the period. */
function headChecks(file: PremiumCase, law: CaseLaw): Check[] {
  const checks: Check[] = []
  const rate = { validator: 'VAL-02', formula: '計画期間の国の割合', unit: '‰' }
  if (file.alpha !== null)
    checks.push(
      compare(
        { ...rate, id: 'ALPHA', label: '第1号被保険者負担割合', path: 'alpha' },
        file.alpha,
        law.sharePerMille,
        0,
      ),
    )
  if (file.adjEquivalentRate !== null)
    checks.push(
      compare(
        { ...rate, id: 'EQUIVALENT', label: '調整交付金相当額の割合', path: 'adjEquivalentRate' },
        file.adjEquivalentRate,
        law.equivalentPerMille,
        0,
      ),
    )
  const years = file.fiscalYears.map(westernOf)
  const isOfPeriod = law.plan.fiscalYears.every((year, at) => years[at] === year)
  const named = {
    id: 'YEARS',
    validator: 'VAL-01',
    label: '年度',
    formula: '計画期間の年度',
    path: 'fiscalYears',
  }
  const message = `年度: ${file.fiscalYears.join('、')}は、第${file.period}期の年度ではありません。期か年度を確かめてください。`
  return [...checks, condition(named, isOfPeriod, message)]
}

/** Values that a report solved, as text with four digits. */
export const solvedTexts = (solved: Solved): Record<string, string> =>
  Object.fromEntries(Object.entries(solved).map(([name, value]) => [name, decimalText(value, 4)]))
