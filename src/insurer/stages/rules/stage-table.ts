import { z } from 'zod'
import type { StandardStages } from '../../../law/insurer/stages-standard.ts'
import { perMille, type RuleProblem, whole, yen } from '../../../platform/computation/index.ts'

/** One stage of a table, national or a municipality's own. */
export interface StageRow {
  stage: number
  ratioPerMille: number
  /** after the public reduction; null: not reduced */
  reducedRatioPerMille: number | null
  /** lower limit of 合計所得金額 where the person is taxed; null: a stage of the untaxed */
  taxedFromYen: number | null
}

export const stageNumber = (title = '段階') => whole(title, '段階', { min: 1, max: 30 }) // number: room for a slip, the rule says which
export const ratio = (title: string) => perMille(title, { max: 10_000 })

/** A row as it is entered. The limits stand only at the stages of the taxed; the first of them begins at 0. */
export const stageRow = z.strictObject({
  stage: stageNumber(),
  ratioPerMille: ratio('割合（軽減前）'),
  reducedRatioPerMille: ratio('公費による軽減の後の割合').nullable().default(null).meta({
    title: '軽減後の割合',
    description: '公費による軽減の後の割合（‰）。軽減のない段階は空（null）',
  }),
  taxedFromYen: yen('合計所得金額の下限').nullable().default(null).meta({
    title: '合計所得金額の下限（以上）',
    description: '本人課税の段階の、合計所得金額の下限（円、以上）。非課税の段階は空（null）',
  }),
})
export const ownStages = z
  .array(stageRow, '段階の表: 段階を並べて入力してください。')
  .min(1, '段階の表: 1段階以上を入力してください。')
  .max(100, '段階の表: 段階が多すぎます。')
  .meta({
    title: '段階の表',
    description: '市町村の段階、割合、所得の下限。入力しないときは国の標準',
    setting: 'premium.stages',
  })

/** The national table of a day as rows, reduced by public money where the law reduces. */
export function standardRows(
  { ratiosPerMille, taxedFromYen, baseStage }: StandardStages,
  reduced: Readonly<Record<number, number>>,
): StageRow[] {
  return ratiosPerMille.map((ratioPerMille, index) => {
    const stage = index + 1
    return {
      stage,
      ratioPerMille,
      reducedRatioPerMille: reduced[stage] ?? null,
      taxedFromYen: stage > baseStage ? (taxedFromYen[stage - baseStage - 1] ?? null) : null,
    }
  })
}

/** Why nobody could be put into a stage by this table; empty when its numbers and limits leave no gap. */
export function gapsIn(rows: readonly StageRow[], { baseStage }: StandardStages): RuleProblem[] {
  const gaps: RuleProblem[] = []
  if (rows.length <= baseStage)
    gaps.push({
      path: 'stages',
      code: 'no-taxed-stage',
      message: `段階の表: 第${baseStage + 1}段階から先（本人が課税の段階）がありません。下限を0円として加えてください。`,
    })
  rows.forEach((row, index) => {
    if (row.stage !== index + 1)
      gaps.push({
        path: `stages.${index}.stage`,
        code: 'not-in-order',
        message: `段階の表の${index + 1}行目: 第${row.stage}段階とあります。段階は1から順に並べてください。`,
      })
    const fault = limitFault(row.taxedFromYen, index - baseStage, rows[index - 1]?.taxedFromYen ?? null)
    if (fault)
      gaps.push({
        path: `stages.${index}.taxedFromYen`,
        code: fault[0],
        message: `第${row.stage}段階: ${fault[1]}`,
      })
  })
  return gaps
}

/** @param place of the stage among those of the taxed, from 0; below it a stage of the untaxed */
function limitFault(fromYen: number | null, place: number, beforeYen: number | null) {
  if (place < 0)
    return fromYen === null
      ? null
      : (['limit-of-untaxed', '本人が非課税の段階なので、所得の下限は空にしてください。'] as const)
  if (fromYen === null)
    return ['limit-missing', '合計所得金額の下限がありません。入力してください。'] as const
  if (place === 0)
    return fromYen === 0
      ? null
      : (['limit-not-zero', '本人が課税の最初の段階なので、下限は0円にしてください。'] as const)
  return beforeYen !== null && fromYen <= beforeYen
    ? (['limit-not-rising', `下限が前の段階の${beforeYen}円より大きくありません。`] as const)
    : null
}
