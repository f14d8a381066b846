import type { SppbInput, SppbPoints } from './rules/sppb.ts'

const best: SppbInput = {
  sideHundredthsSecond: 1000,
  semiHundredthsSecond: 1000,
  tandemHundredthsSecond: 1000,
  walkHundredthsSecond: 481,
  isWalkUnable: false,
  chairHundredthsSecond: 1119,
  isChairUnable: false,
}
const unable = {
  walkHundredthsSecond: null,
  isWalkUnable: true,
  chairHundredthsSecond: null,
  isChairUnable: true,
}
const on = '2026-04-01'
const one = (
  title: string,
  input: Partial<SppbInput>,
  balance: number | null,
  walk: number | null,
  chair: number | null,
  total: number | null,
): { title: string; on: string; input: SppbInput; value: SppbPoints } => ({
  title,
  on,
  input: { ...best, ...input },
  value: { balance, walk, chair, total },
})

/** The vectors a to d of STC-02, then both sides of every band. */
export const sppbCases = [
  one('タンデム10秒、歩行4.81秒、立ち上がり11.19秒（STC-02-a）', {}, 4, 4, 4, 12),
  one(
    'セミ10秒、タンデム2.9秒、歩行6.21秒、立ち上がり13.70秒（STC-02-b）',
    { tandemHundredthsSecond: 290, walkHundredthsSecond: 621, chairHundredthsSecond: 1370 },
    2,
    2,
    2,
    6,
  ),
  one(
    '閉脚9秒、歩行も立ち上がりもできない（STC-02-c）',
    { sideHundredthsSecond: 900, semiHundredthsSecond: null, tandemHundredthsSecond: null, ...unable },
    0,
    0,
    0,
    0,
  ),
  one('歩行を測っていない（STC-02-d）', { walkHundredthsSecond: null }, 4, null, 4, null),
  one('歩行4.82秒', { walkHundredthsSecond: 482 }, 4, 3, 4, 11),
  one('歩行6.20秒', { walkHundredthsSecond: 620 }, 4, 3, 4, 11),
  one('歩行8.70秒', { walkHundredthsSecond: 870 }, 4, 2, 4, 10),
  one('歩行8.71秒', { walkHundredthsSecond: 871 }, 4, 1, 4, 9),
  one('立ち上がり11.20秒', { chairHundredthsSecond: 1120 }, 4, 4, 3, 11),
  one('立ち上がり13.69秒', { chairHundredthsSecond: 1369 }, 4, 4, 3, 11),
  one('立ち上がり16.69秒', { chairHundredthsSecond: 1669 }, 4, 4, 2, 10),
  one('立ち上がり16.70秒', { chairHundredthsSecond: 1670 }, 4, 4, 1, 9),
  one('立ち上がり60.00秒', { chairHundredthsSecond: 6000 }, 4, 4, 1, 9),
  one('立ち上がり60.01秒', { chairHundredthsSecond: 6001 }, 4, 4, 0, 8),
  one('立ち上がりを測っていない', { chairHundredthsSecond: null }, 4, 4, null, null),
  one('タンデム9.99秒', { tandemHundredthsSecond: 999 }, 3, 4, 4, 11),
  one('タンデム3.00秒', { tandemHundredthsSecond: 300 }, 3, 4, 4, 11),
  one('タンデム2.99秒', { tandemHundredthsSecond: 299 }, 2, 4, 4, 10),
  one(
    'セミタンデム9.99秒なら、タンデムは行わない',
    { semiHundredthsSecond: 999, tandemHundredthsSecond: null },
    1,
    4,
    4,
    9,
  ),
  one(
    '閉脚9.99秒なら、ほかの立ち方は行わない',
    { sideHundredthsSecond: 999, semiHundredthsSecond: null },
    0,
    4,
    4,
    8,
  ),
  one('閉脚を測っていない', { sideHundredthsSecond: null }, null, 4, 4, null),
  one('セミタンデムを測っていない', { semiHundredthsSecond: null }, null, 4, 4, null),
  one('タンデムを測っていない', { tandemHundredthsSecond: null }, null, 4, 4, null),
  {
    title: '歩けないのに歩行の値がある',
    on,
    input: { ...best, isWalkUnable: true },
    refused: { code: 'unable-with-time', path: 'walkHundredthsSecond' },
  },
  {
    title: '立ち上がれないのに立ち上がりの値がある',
    on,
    input: { ...best, isChairUnable: true },
    refused: { code: 'unable-with-time', path: 'chairHundredthsSecond' },
  },
]
