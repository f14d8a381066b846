import { type FieldError, invalid } from '../../platform/errors/index.ts'
import { screenForIndividualNumber } from '../privacy/index.ts'

/** PRV-02: refuses texts that may hold a 個人番号, naming the field and never the digits. @throws Problem 422 */
export function refuseIndividualNumbers(texts: Readonly<Record<string, string | null | undefined>>): void {
  const errors: FieldError[] = []
  for (const [path, text] of Object.entries(texts)) {
    const result = text ? screenForIndividualNumber(text) : { ok: true as const }
    if (!result.ok) errors.push({ path, code: result.code, message: result.message })
  }
  if (errors.length > 0) throw invalid(errors)
}
