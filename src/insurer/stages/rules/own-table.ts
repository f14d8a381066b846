import type { StandardStages } from '../../../law/insurer/stages-standard.ts'
import type { RuleProblem } from '../../../platform/computation/index.ts'
import { gapsIn, type StageRow } from './stage-table.ts'

interface OwnTableLaw {
  table: StandardStages
  reduced: Readonly<Record<number, number>>
  limits: { min: number; max: number }
}

/** What is wrong with a municipality's own table; empty when it is sound. Paths as `stages.2.ratioPerMille`. */
export function faultsOf(rows: readonly StageRow[], { table, reduced, limits }: OwnTableLaw): RuleProblem[] {
  const faults = gapsIn(rows, table)
  if (rows.length < limits.min || rows.length > limits.max)
    faults.push({
      path: 'stages',
      code: 'stage-count',
      message: `段階の表: ${rows.length}段階です。${limits.min}段階から${limits.max}段階までにしてください。`,
    })
  rows.forEach((row, index) => {
    const add = (field: keyof StageRow, code: string, message: string) =>
      faults.push({ path: `stages.${index}.${field}`, code, message: `第${row.stage}段階: ${message}` })
    const before = rows[index - 1]
    if (before !== undefined && row.ratioPerMille < before.ratioPerMille)
      add(
        'ratioPerMille',
        'ratio-falls',
        `割合${row.ratioPerMille}‰が、前の段階の${before.ratioPerMille}‰より低くなっています。`,
      )
    if (index + 1 === table.baseStage && row.ratioPerMille !== 1000)
      add(
        'ratioPerMille',
        'base-not-one',
        `基準の段階なので、割合は1000‰にしてください（いまは${row.ratioPerMille}‰）。`,
      )
    if (row.reducedRatioPerMille === null) return
    if (row.reducedRatioPerMille > row.ratioPerMille) {
      add(
        'reducedRatioPerMille',
        'reduced-above',
        `軽減後の割合${row.reducedRatioPerMille}‰が、軽減前の${row.ratioPerMille}‰より高くなっています。`,
      )
      return
    }
    const widest =
      (table.ratiosPerMille[index] ?? 0) - (reduced[index + 1] ?? table.ratiosPerMille[index] ?? 0)
    if (row.ratioPerMille - row.reducedRatioPerMille > widest)
      add(
        'reducedRatioPerMille',
        'reduction-too-wide',
        `軽減の幅${row.ratioPerMille - row.reducedRatioPerMille}‰が、国の範囲${widest}‰をこえています。`,
      )
  })
  return faults
}
