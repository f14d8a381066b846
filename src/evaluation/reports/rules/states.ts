/** draft 下書き · confirmed センター確定 · accepted 市受理 · returned 差戻し */
export type ReportState = 'draft' | 'confirmed' | 'accepted' | 'returned'
/** What somebody did with a report; `corrected` is a 訂正版, confirmed anew with a reason. */
export type Step = 'confirmed' | 'corrected' | 'accepted' | 'returned'

export const STATE_LABELS: Readonly<Record<ReportState, string>> = {
  draft: '下書き',
  confirmed: 'センター確定',
  accepted: '市受理',
  returned: '差戻し',
}
export const STEP_LABELS: Readonly<Record<Step, string>> = {
  confirmed: '確定した',
  corrected: '訂正版を出した',
  accepted: '受理した',
  returned: '差し戻した',
}

/** The insurer's own report has one step: nobody accepts it after 確定. */
export const stateLabel = (state: ReportState, isInsurers: boolean): string =>
  isInsurers && state === 'confirmed' ? '確定' : STATE_LABELS[state]

/**
 * What confirming means in a state: the first time and after 差戻し it is a plain confirmation; of a report that was submitted
 * it is a 訂正版, which needs a reason.
 */
export const confirmStep = (state: ReportState): Extract<Step, 'confirmed' | 'corrected'> =>
  state === 'draft' || state === 'returned' ? 'confirmed' : 'corrected'

/** 受理 and 差戻し answer a confirmation and nothing else. */
export const canBeDecided = (state: ReportState): boolean => state === 'confirmed'
