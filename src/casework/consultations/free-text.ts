import type { Work } from '../../platform/database/work.ts'
import { type FieldError, invalid } from '../../platform/errors/index.ts'
import { screenForIndividualNumber } from '../privacy/index.ts'

/** Every free text of a record by the path of its field. */
export type FreeText = Record<string, string | null | undefined>

/**
 * PRV-02: refuses texts that may hold a 個人番号, naming each field and never the digits. The stated override is audited.
 * @throws Problem 422
 */
export function refuseIndividualNumbers(
  work: Work,
  texts: FreeText,
  isOverridden: boolean | undefined,
): void {
  const errors: FieldError[] = []
  for (const [path, text] of Object.entries(texts)) {
    if (!text) continue
    const result = screenForIndividualNumber(text)
    if (!result.ok) errors.push({ path, code: result.code, message: result.message })
  }
  if (errors.length === 0) return
  if (!isOverridden) throw invalid(errors)
  work.about('consultation', undefined, { notAnIndividualNumber: errors.map(({ path }) => path) })
}

type WrittenTexts = Partial<
  Record<
    'text' | 'answer' | 'callerName' | 'callerPhone' | 'nextAction' | 'consentReason' | 'closeReason',
    string | null
  >
>

export const consultationTexts = (entry: WrittenTexts): FreeText => ({
  text: entry.text,
  answer: entry.answer,
  callerName: entry.callerName,
  callerPhone: entry.callerPhone,
  nextAction: entry.nextAction,
  consentReason: entry.consentReason,
  closeReason: entry.closeReason,
})
