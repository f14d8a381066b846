import { type Explained, explained, type Step } from '../../../platform/explanation/index.ts'
import { type CourseType, labelOf, SERVICE_GROUPS, type ServiceGroup } from '../codes.ts'

/** Which type a service leads to, as the municipality decided. */
export type TypeTable = Readonly<Record<ServiceGroup, CourseType>>

/** The usual mapping; a municipality sets its own as a dated setting. */
export const usualTypes: TypeTable = {
  preventive: 'A',
  former: 'A',
  aDesignated: 'A',
  aEntrusted: 'B',
  b: 'C',
  c: 'A',
  d: 'C',
  life: 'C',
  general: 'C',
}

/** Where the table stands, for the steps. */
export interface TableSource {
  table: TypeTable
  source: string
  /** false: the municipality set none, ours holds */
  isOwn: boolean
}

/**
 * 類型 A・B・C from the planned services (CPM-02): a proposal, the decision is made by a person. If any service needs A the
 * whole plan is A; order A, B, C.
 * @returns null when no service is chosen yet: the course stays in アセスメント
 * @source 介護予防ケアマネジメントの実施について（平成27年6月5日老振発0605第1号、以後の改正）
 */
export function careManagementType(
  groups: readonly ServiceGroup[],
  { table, source, isOwn }: TableSource,
): Explained<CourseType | null> {
  const found =
    (['A', 'B', 'C'] as const).find((type) => groups.some((group) => table[group] === type)) ?? null
  const steps: Step[] = groups.map((group) => ({
    label: labelOf(SERVICE_GROUPS, group),
    value: `類型${table[group]}`,
  }))
  steps.push({
    label: groups.length > 1 ? '一つでも A があれば全体を A とする（A、B、C の順）' : '類型',
    value: found === null ? 'サービスが決まるまで判定しない' : `類型${found}`,
    source: { text: source },
    confidence: isOwn ? 'seen' : 'recalled',
  })
  return explained(found, steps)
}

export interface ProcessSteps {
  assessment: string
  plan: string
  conference: string
  monitoring: string
  evaluation: string
}

/** What each type asks for, as the form shows it beside the choice. */
export const PROCESS: Readonly<Record<CourseType, ProcessSteps>> = {
  A: {
    assessment: '訪問して行う',
    plan: '原案、説明と同意、交付',
    conference: '必要',
    monitoring: '3か月に1回は訪問、ほかの月も連絡',
    evaluation: '期間の終わりに必要',
  },
  B: {
    assessment: '訪問して行う',
    plan: '原案、説明と同意、交付',
    conference: '省略できる',
    monitoring: '決めた間隔で',
    evaluation: '決めた時期に',
  },
  C: {
    assessment: '訪問して行う',
    plan: '結果を本人に渡す（目標・利用するサービス）',
    conference: '行わない',
    monitoring: 'なし（変化があれば連絡）',
    evaluation: 'なし',
  },
}
