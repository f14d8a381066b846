import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  prefectureNeed: number
  municipalityCertified: number
  prefectureCertified: number
}
const on = '2026-11-22'
const asked = (
  prefectureNeed: number,
  municipalityCertified: number,
  prefectureCertified: number,
): Asked => ({
  prefectureNeed,
  municipalityCertified,
  prefectureCertified,
})

export const prj012Cases: readonly RuleCase<Asked>[] = [
  { title: '架空の県の50分の1', on, input: asked(30_000, 1000, 50_000), value: { needPersons: 600 } },
  { title: '0.5人は1人', on, input: asked(1, 1, 2), value: { needPersons: 1 } },
  { title: '0.4人は0人', on, input: asked(2, 1, 5), value: { needPersons: 0 } },
  { title: '県の全員', on, input: asked(7, 5, 5), value: { needPersons: 7 } },
  {
    title: '県に認定者がいない',
    on,
    input: asked(7, 0, 0),
    refused: { code: 'no-certified', path: 'prefectureCertified' },
  },
  {
    title: '県より多い',
    on,
    input: asked(7, 6, 5),
    refused: { code: 'above-prefecture', path: 'municipalityCertified' },
  },
]
