import type { RuleCase } from '../../../platform/computation/index.ts'

export const prj002Cases: readonly RuleCase<{ certified: number; insured: number }>[] = [
  {
    title: '被保険者1,000人に認定者120人',
    on: '2026-11-22',
    input: { certified: 120, insured: 1000 },
    value: { rate: '3/25', rateMillionths: 120_000 },
  },
  {
    title: '割り切れない率',
    on: '2026-11-22',
    input: { certified: 2, insured: 3 },
    value: { rate: '2/3', rateMillionths: 666_667 },
  },
  {
    title: '認定者がいない',
    on: '2026-11-22',
    input: { certified: 0, insured: 3 },
    value: { rate: '0/1', rateMillionths: 0 },
  },
  {
    title: '全員が認定者',
    on: '2026-11-22',
    input: { certified: 3, insured: 3 },
    value: { rate: '1/1', rateMillionths: 1_000_000 },
  },
  {
    title: '被保険者がいない',
    on: '2026-11-22',
    input: { certified: 0, insured: 0 },
    value: { rate: '0/1', rateMillionths: 0 },
  },
  {
    title: '被保険者より認定者が多い',
    on: '2026-11-22',
    input: { certified: 4, insured: 3 },
    refused: { code: 'above-insured', path: 'certified' },
  },
  {
    title: '被保険者がいないのに認定者がいる',
    on: '2026-11-22',
    input: { certified: 1, insured: 0 },
    refused: { code: 'above-insured', path: 'certified' },
  },
]
