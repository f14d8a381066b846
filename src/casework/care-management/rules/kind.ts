import type { CareManagementServices } from '../../../law/casework/care-management-services.ts'
import type { DatedEntry } from '../../../law/types.ts'
import { type Explained, explained, type Step } from '../../../platform/explanation/index.ts'
import { LEVELS, type Level, labelOf } from '../codes.ts'

/** One service of the month. `wholeMonth` only matters for 35, 37 and 75; left out, nobody knows. */
export interface UsedService {
  /** サービス種類コード: '63', 'A6', … */
  code: string
  wholeMonth?: boolean
}

/** 46 介護予防支援 · AF 介護予防ケアマネジメント · 43 居宅介護支援 · none: no fee this month · undetermined: cannot be said */
export type CareManagementKind = '46' | 'AF' | '43' | 'none' | 'undetermined'

export const KIND_LABELS: Record<CareManagementKind, string> = {
  '46': '介護予防支援',
  AF: '介護予防ケアマネジメント',
  '43': '居宅介護支援',
  none: '費用のない月',
  undetermined: '判定できない',
}

/**
 * Which of the two a month is, from what was actually used (CPM-01). It can flip month by month while the plan stays.
 * @param level code of the state; null: not known
 * @param used services of the month; null: not known, [] nothing
 * @param law entry in force in the month of service
 * @source 介護保険法第8条の2第16項、第115条の45第1項第1号ニ; 平成18年厚生労働省告示第129号 注
 */
export function careManagementKind(
  level: Level | null,
  used: readonly UsedService[] | null,
  law: DatedEntry<CareManagementServices>,
): Explained<CareManagementKind> {
  const { kind, why } = judge(level, used, law.value)
  const steps: Step[] = [
    { label: '状態', value: level === null ? null : labelOf(LEVELS, level) },
    {
      label: '使ったサービス',
      value: used === null ? null : used.map(({ code }) => code).join('・') || 'なし',
    },
    { label: why, value: KIND_LABELS[kind], source: law.source, confidence: law.confidence },
  ]
  if (kind === '46') steps.push({ label: '費用は、その月の給付管理票を出した事業者だけが請求できる' })
  return explained(kind, steps)
}

type Judged = { kind: CareManagementKind; why: string }

function judge(
  level: Level | null,
  used: readonly UsedService[] | null,
  services: CareManagementServices,
): Judged {
  if (level === null) return { kind: 'undetermined', why: '状態がわからないため、どちらとも言えない' }
  if (level >= '21') return { kind: '43', why: '要介護の方は居宅介護支援' }
  if (used === null) return { kind: 'undetermined', why: '使ったサービスがわからない' }
  if (used.length === 0) return { kind: 'none', why: 'サービスを使っていない月' }
  const has = (codes: readonly string[]) => used.some(({ code }) => codes.includes(code))
  const onSheet = [...services.preventiveBenefit, ...services.shortUse]
  const benefit = [...onSheet, ...services.wholeMonthExcluded, ...services.outsideClaimSheet]
  if (level === '06' && has(benefit))
    return { kind: 'undetermined', why: '事業対象者は予防給付を使えない。記録を確かめる' }
  if (level === '12' && has(services.support2Only))
    return { kind: 'undetermined', why: 'グループホームは要支援2の方だけが使える。記録を確かめる' }
  const isExcluded = ({ code, wholeMonth }: UsedService) =>
    wholeMonth === true && services.wholeMonthExcluded.includes(code)
  if (used.some(isExcluded)) return { kind: 'none', why: '月を通じて、計画の費用を含むサービスを使った' }
  const isOpen = ({ code, wholeMonth }: UsedService) =>
    wholeMonth === undefined && services.wholeMonthExcluded.includes(code)
  const isOnSheet = has(onSheet)
  if (used.some(isOpen) && (isOnSheet || has(services.programme)))
    return { kind: 'undetermined', why: '月を通じて使ったかどうかがわからない' }
  if (isOnSheet) return { kind: '46', why: '給付管理票に載る予防給付のサービスが一つでもある' }
  const known = [...services.programme, ...services.outsideClaimSheet]
  if (used.some(({ code }) => !known.includes(code)))
    return { kind: 'undetermined', why: '種類のわからないサービスコードがある' }
  return has(services.programme)
    ? { kind: 'AF', why: '給付管理票に載るのは総合事業のサービスだけ' }
    : { kind: 'none', why: '給付管理票に載らないサービスだけ' }
}
