import type { StandardStages } from '../../../law/insurer/stages-standard.ts'
import type { RuleProblem } from '../../../platform/computation/index.ts'
import { gapsIn, type StageRow } from './stage-table.ts'

interface StructureLaw {
  table: StandardStages
  limits: { min: number; max: number }
}
interface ReductionLaw {
  table: StandardStages
  reduced: Readonly<Record<number, number>>
}

/** What is wrong with a municipality's own table; empty when it is sound. Paths as `stages.2.ratioPerMille`. */
export const faultsOf = (rows: readonly StageRow[], law: StructureLaw & ReductionLaw): RuleProblem[] => [
  ...structureFaults(rows, law),
  ...wideReductions(rows, law),
]

/** What makes a table unfit in every year: gaps, the number and order of the stages, the base stage, a reduction upwards. */
export function structureFaults(rows: readonly StageRow[], { table, limits }: StructureLaw): RuleProblem[] {
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
  })
  return [...faults, ...upwardReductions(rows)]
}

/** Rows whose ratio after the public reduction is above the one before it. */
export const upwardReductions = (rows: readonly StageRow[]): RuleProblem[] =>
  rows.flatMap(({ stage, ratioPerMille, reducedRatioPerMille }, index) =>
    reducedRatioPerMille === null || reducedRatioPerMille <= ratioPerMille
      ? []
      : [
          {
            path: `stages.${index}.reducedRatioPerMille`,
            code: 'reduced-above',
            message: `第${stage}段階: 軽減後の割合${reducedRatioPerMille}‰が、軽減前の${ratioPerMille}‰より高くなっています。`,
          },
        ],
  )

/** Reductions wider than the nation shares: a municipality may decide on them, and pays the rest alone. */
export const wideReductions = (rows: readonly StageRow[], law: ReductionLaw): RuleProblem[] =>
  rows.flatMap(({ stage, ratioPerMille, reducedRatioPerMille }, index) => {
    const width = ratioPerMille - (reducedRatioPerMille ?? ratioPerMille)
    const widest = widestReduction(index + 1, law)
    if (width <= widest) return []
    return [
      {
        path: `stages.${index}.reducedRatioPerMille`,
        code: 'reduction-too-wide',
        message: `第${stage}段階: 軽減の幅${width}‰が、国の範囲${widest}‰をこえています。`,
      },
    ]
  })

/** How far the nation reduces a stage, in ‰ of 基準額; 0 where it does not. */
export function widestReduction(stage: number, { table, reduced }: ReductionLaw): number {
  const ratio = table.ratiosPerMille[stage - 1] ?? 0
  return ratio - (reduced[stage] ?? ratio)
}
