import { z } from 'zod'
import { kihonCriteria } from '../../../law/casework/kihon-criteria.ts'
import { codesOf, refuse, whole } from '../../../platform/computation/index.ts'
import type { Code } from '../codes.ts'
import { items } from '../forms/kihon-checklist/items.ts'
import type { Certification } from './judgement.ts'
import { itemNumbers, type Point, type Points } from './points.ts'

const numbers = (title: string, help: string) =>
  z
    .array(whole('質問項目の番号', '番', { min: 1, max: items.length }), `${title}: 番号を並べてください。`)
    .max(items.length, `${title}: ${items.length}項目までです。`)
    .meta({ title, description: help })

export const scoredItems = numbers('1点の項目', '1点になる質問項目の番号（No.12はBMI）。書かない項目は0点')
export const missingItems = numbers(
  'わからない項目',
  '無回答、回答拒否、身長や体重のない項目の番号。なければ書かない',
).default([])

export interface ScoredSheet {
  scoredItems: readonly number[]
  missingItems: readonly number[]
}

/** Points of items 1 to 25, item 1 first. @throws RuleRefusal when an item is both scored and missing */
export function pointList({ scoredItems, missingItems }: ScoredSheet): Point[] {
  const both = scoredItems.find((no) => missingItems.includes(no))
  if (both !== undefined)
    refuse(
      'scored-and-missing',
      'missingItems',
      `No.${both}: 1点の項目とわからない項目の両方にあります。どちらかを消してください。`,
    )
  const points: Point[] = itemNumbers.map(() => 0)
  for (const no of scoredItems) points[no - 1] = 1
  for (const no of missingItems) points[no - 1] = null
  return points
}

/** @throws RuleRefusal when a 認定 ends before it begins: taken as it is, it would be in force on no day */
export function refuseReversed(certification: Pick<Certification, 'from' | 'to'> | null): void {
  if (certification === null || certification.to === null || certification.to >= certification.from) return
  refuse(
    'period-reversed',
    'certification.to',
    '有効期間の終わり: 始まりより前です。始まりと終わりの日を確かめてください。',
  )
}

export const asPoints = (list: readonly Point[]): Points =>
  Object.fromEntries(itemNumbers.map((no) => [no, list[no - 1]])) as unknown as Points

/** Labels of a rule for one key of its answer, from a list of codes. */
export const codeLabels = (key: string, list: readonly Code[]): Record<string, string> =>
  codesOf(key, Object.fromEntries(list.map(({ code, label }) => [code, label])))

/** 運動機能の低下 for `motor`, as the criteria call themselves; the keys are those of every entry. */
export const criterionLabels = (key: string): Record<string, string> =>
  codesOf(
    key,
    Object.fromEntries(
      kihonCriteria.history.flatMap(({ value }) => value.map((one) => [one.key, one.label])),
    ),
  )
