import type { Mark, Measures } from './rules/measures.ts'

type Input = Measures & { oneLegCapSeconds: number | null; gripTenthsKg: number[]; tugTenthsSecond: number[] }

const nothing: Input = {
  sex: 'male',
  gripTenthsKg: [],
  walkHundredthsSecond: null,
  tugTenthsSecond: [],
  oneLegTenthsSecond: null,
  oneLegCapSeconds: null,
  chairStands: null,
  chairRiseHundredthsSecond: null,
  sppbPoints: null,
  calfTenthsCm: null,
  oralTenthsPerSecond: null,
}
const open: Record<Mark, boolean | null> = {
  gripLow: null,
  walkSlow: null,
  tugFallRisk: null,
  tugUnstable: null,
  oneLegUnstable: null,
  chairStandsFew: null,
  chairRiseSlow: null,
  sppbLow: null,
  calfThin: null,
  oralSlow: null,
}
const values = {
  version: 'AWGS 2019',
  gripTenthsKg: null as number | null,
  walkMmPerSecond: null as number | null,
  tugTenthsSecond: null as number | null,
}
const on = '2026-04-01'

const measured = (
  title: string,
  input: Partial<Input>,
  marks: Partial<Record<Mark, boolean>>,
  found: Partial<typeof values> = {},
) => ({
  title,
  on,
  input: { ...nothing, ...input },
  value: { ...values, ...found, marks: { ...open, ...marks } },
})

/** Below, on and above every cut; the vectors e, f and g of STC-02 first. */
export const measuredCases = [
  measured(
    '5mを5.00秒（STC-02-e）',
    { walkHundredthsSecond: 500 },
    { walkSlow: false },
    { walkMmPerSecond: 1000 },
  ),
  measured(
    '5mを5.01秒（STC-02-f）',
    { walkHundredthsSecond: 501 },
    { walkSlow: true },
    { walkMmPerSecond: 998 },
  ),
  measured('5mを4.99秒', { walkHundredthsSecond: 499 }, { walkSlow: false }, { walkMmPerSecond: 1002 }),
  measured(
    '男、握力 右27.9・左28.1（STC-02-g）',
    { gripTenthsKg: [279, 281] },
    { gripLow: false },
    { gripTenthsKg: 281 },
  ),
  measured('男、握力28.0', { gripTenthsKg: [280] }, { gripLow: false }, { gripTenthsKg: 280 }),
  measured('男、握力27.9', { gripTenthsKg: [279, 200] }, { gripLow: true }, { gripTenthsKg: 279 }),
  measured('女、握力18.0', { sex: 'female', gripTenthsKg: [180] }, { gripLow: false }, { gripTenthsKg: 180 }),
  measured('女、握力17.9', { sex: 'female', gripTenthsKg: [179] }, { gripLow: true }, { gripTenthsKg: 179 }),
  measured(
    'TUG 13.4秒',
    { tugTenthsSecond: [140, 134] },
    { tugFallRisk: false, tugUnstable: true },
    { tugTenthsSecond: 134 },
  ),
  measured(
    'TUG 13.5秒',
    { tugTenthsSecond: [135] },
    { tugFallRisk: true, tugUnstable: true },
    { tugTenthsSecond: 135 },
  ),
  measured(
    'TUG 11.0秒',
    { tugTenthsSecond: [110] },
    { tugFallRisk: false, tugUnstable: true },
    { tugTenthsSecond: 110 },
  ),
  measured(
    'TUG 10.9秒',
    { tugTenthsSecond: [109] },
    { tugFallRisk: false, tugUnstable: false },
    { tugTenthsSecond: 109 },
  ),
  measured('片脚起立 14.9秒', { oneLegTenthsSecond: 149, oneLegCapSeconds: 60 }, { oneLegUnstable: true }),
  measured('片脚起立 15.0秒', { oneLegTenthsSecond: 150, oneLegCapSeconds: 120 }, { oneLegUnstable: false }),
  measured(
    '片脚起立 打ち切りの60秒',
    { oneLegTenthsSecond: 600, oneLegCapSeconds: 60 },
    { oneLegUnstable: false },
  ),
  measured('CS-30 14回', { chairStands: 14 }, { chairStandsFew: true }),
  measured('CS-30 15回', { chairStands: 15 }, { chairStandsFew: false }),
  measured('5回立ち上がり 11.99秒', { chairRiseHundredthsSecond: 1199 }, { chairRiseSlow: false }),
  measured('5回立ち上がり 12.00秒', { chairRiseHundredthsSecond: 1200 }, { chairRiseSlow: true }),
  measured('SPPB 9点', { sppbPoints: 9 }, { sppbLow: true }),
  measured('SPPB 10点', { sppbPoints: 10 }, { sppbLow: false }),
  measured('男、下腿 33.9cm', { calfTenthsCm: 339 }, { calfThin: true }),
  measured('男、下腿 34.0cm', { calfTenthsCm: 340 }, { calfThin: false }),
  measured('女、下腿 32.9cm', { sex: 'female', calfTenthsCm: 329 }, { calfThin: true }),
  measured('女、下腿 33.0cm', { sex: 'female', calfTenthsCm: 330 }, { calfThin: false }),
  measured('口の動き 5.9回/秒', { oralTenthsPerSecond: 59 }, { oralSlow: true }),
  measured('口の動き 6.0回/秒', { oralTenthsPerSecond: 60 }, { oralSlow: false }),
  measured('何も測っていない', {}, {}),
  {
    title: '片脚起立を打ち切る時間がわからない',
    on,
    input: { ...nothing, oneLegTenthsSecond: 150 },
    refused: { code: 'unknown-cap', path: 'oneLegCapSeconds' },
  },
  {
    title: '片脚起立を打ち切る時間が90秒',
    on,
    input: { ...nothing, oneLegTenthsSecond: 150, oneLegCapSeconds: 90 },
    refused: { code: 'unknown-cap', path: 'oneLegCapSeconds' },
  },
  {
    title: '片脚起立が打ち切る時間を超える',
    on,
    input: { ...nothing, oneLegTenthsSecond: 601, oneLegCapSeconds: 60 },
    refused: { code: 'beyond-cap', path: 'oneLegTenthsSecond' },
  },
  {
    title: '下腿周囲長が0',
    on,
    input: { ...nothing, calfTenthsCm: 0 },
    refused: { code: 'too_small', path: 'calfTenthsCm' },
  },
]
