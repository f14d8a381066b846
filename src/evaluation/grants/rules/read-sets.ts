import { z } from 'zod'
import { type RuleProblem, RuleRefusal } from '../../../platform/computation/index.ts'
import { deliveredNames, deliveredSet } from '../delivered-sets.ts'
import { Answer, IndicatorSet } from '../schema.ts'

const SETS = '指標の定義（名前か、定義の文書そのもの）'

/** Sets by name or as documents. */
export const setsField = z
  .array(
    z
      .union([z.string().min(1), z.record(z.string(), z.unknown())], `${SETS}: 名前か文書を入れてください。`)
      .meta({
        title: '指標の定義',
        description: `名前は ${deliveredNames.join('、')} のどれか`,
      }),
    `${SETS}: 並びで入力してください。`,
  )
  .min(1, `${SETS}: 1つ以上入れてください。`)
  .max(10, `${SETS}: 10までです。`)
  .meta({ title: '指標の定義', description: SETS })

export const answersField = z
  .record(z.string(), Answer, '回答: 小項目の番号（S-I-1:ア など）ごとに入力してください。')
  .meta({
    title: '回答',
    description:
      '小項目（S-I-1:ア）か相対評価の指標（S-I-5、S-IV-1:ア）の番号ごとの回答。ない番号は未回答で、いいえとは違います',
  })

/** The sets asked for. @throws RuleRefusal with a reason for each that is not known or not shaped as a definition */
export function readSets(asked: readonly (string | Record<string, unknown>)[]): IndicatorSet[] {
  const problems: RuleProblem[] = []
  const sets = asked.flatMap((one, at) => {
    const path = `sets.${at}`
    return (
      (typeof one === 'string' ? readNamed(one, path, problems) : readDocument(one, path, problems)) ?? []
    )
  })
  const years = new Set(sets.map(({ fiscalYear }) => fiscalYear))
  if (years.size > 1)
    problems.push({
      path: 'sets',
      code: 'years-differ',
      message: '指標の定義: 同じ年度のものをそろえてください。',
    })
  const names = sets.map(({ set }) => set)
  if (new Set(names).size < names.length)
    problems.push({
      path: 'sets',
      code: 'set-twice',
      message: '指標の定義: 同じものが2回入っています。1つにしてください。',
    })
  if (problems.length > 0) throw new RuleRefusal(problems)
  return sets
}

function readNamed(name: string, path: string, problems: RuleProblem[]): IndicatorSet | null {
  const found = deliveredSet(name)
  const message = `${name} という指標の定義はありません。${deliveredNames.join('、')} のどれかにするか、定義の文書を入れてください。`
  if (!found) problems.push({ path, code: 'unknown-set', message })
  return found
}

/** A document as a definition; null with a reason for each place where its shape is wrong. */
export function readDocument(
  document: Record<string, unknown>,
  path: string,
  problems: RuleProblem[],
): IndicatorSet | null {
  const parsed = IndicatorSet.safeParse(document)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    const at = issue.path.join('.')
    problems.push({
      path: at ? `${path}.${at}` : path,
      code: 'wrong-shape',
      message: `指標の定義の ${at || '全体'} の形が決まりと違います（${issue.code}）。定義の文書を直してください。`,
    })
  }
  return null
}
