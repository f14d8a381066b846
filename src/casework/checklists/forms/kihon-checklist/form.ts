import type { Confidence, EffectDate, Source } from '../../../../law/types.ts'
import { type Item, items, type Question } from './items.ts'

export interface ChecklistForm {
  id: 'kihon-checklist'
  title: string
  /** stored with every set of answers; changed wording is a new version, not an edit */
  version: string
  /** first day on which this wording is asked */
  appliesFrom: EffectDate
  items: readonly Item[]
  source: Source
  confidence: Confidence
}

/** 基本チェックリスト（様式第一）, 25 items. Extra questions of a local sheet are kept under another form, never between these. */
export const kihonChecklist: ChecklistForm = {
  id: 'kihon-checklist',
  title: '基本チェックリスト',
  version: '2015-04',
  appliesFrom: '2015-04-01',
  items,
  source: { text: '介護保険法施行規則第140条の62の4第2号; 平成27年厚生労働省告示第197号 様式第一' },
  confidence: 'seen', // rows and circled numbers, on a city's printed form; the （注） carries its own mark
}

/** The 24 yes/no rows. */
export const questions: readonly Question[] = items.filter((item) => item.kind === 'question')
