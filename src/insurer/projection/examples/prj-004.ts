import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  cells: { insured: number; rateOver: number; rateUnder: number }[]
  change?: number
}
const on = '2026-11-22'
const cell = (insured: number, rateOver: number, rateUnder = 1000) => ({ insured, rateOver, rateUnder })
const refused = (title: string, input: Asked, code: string, path: string): RuleCase<Asked> => ({
  title,
  on,
  input,
  refused: { code, path },
})

export const prj004Cases: readonly RuleCase<Asked>[] = [
  {
    title: '合計は、四捨五入した区分の和（0.5人が2つで2人）',
    on,
    input: { cells: [cell(500, 1), cell(500, 1)] },
    value: { certifiedByCell: [1, 1], natural: 2, adjusted: 2 },
  },
  {
    title: '0.499人は0人',
    on,
    input: { cells: [cell(499, 1), cell(499, 1)] },
    value: { certifiedByCell: [0, 0], natural: 0, adjusted: 0 },
  },
  {
    title: '認定率13.2%、1,234人',
    on,
    input: { cells: [cell(1234, 33, 250)], change: -3 },
    value: { certifiedByCell: [163], natural: 163, adjusted: 160 }, // 162.888
  },
  {
    title: '全員が認定される率',
    on,
    input: { cells: [cell(7, 1000)], change: -7 },
    value: { certifiedByCell: [7], natural: 7, adjusted: 0 },
  },
  refused('自然体より多く減らす', { cells: [cell(7, 1000)], change: -8 }, 'below-zero', 'change'),
  {
    title: '被保険者の全員まで増やす',
    on,
    input: { cells: [cell(10, 500)], change: 5 },
    value: { certifiedByCell: [5], natural: 5, adjusted: 10 },
  },
  refused('被保険者より多く増やす', { cells: [cell(10, 500)], change: 6 }, 'above-insured', 'change'),
  refused('率が1をこえる', { cells: [cell(7, 1), cell(7, 1001)] }, 'above-one', 'cells.1.rateOver'),
]
