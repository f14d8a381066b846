import { DEMENTIA_CLASSES, DISABILITY_CLASSES, labelOf } from '../codes.ts'

/** Ⅱ以上 of ADL-02, as statistics cut it. null: not stated or not recorded, counted apart and in neither part. */
export function isDementiaTwoOrOver(code: string | null): boolean | null {
  if (code === null || code === 'notStated') return null
  return !['independent', 'I'].includes(code)
}

/** J2／Ⅱa for a list; a scale that nobody recorded is 記録なし, one that the paper leaves open 記載なし. */
export const independenceWord = (scale: 'disability' | 'dementia', code: string | null): string =>
  code === null ? '記録なし' : labelOf(scale === 'disability' ? DISABILITY_CLASSES : DEMENTIA_CLASSES, code)
