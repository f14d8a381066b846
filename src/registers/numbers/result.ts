/**
 * blank nothing typed · characters something else than the number allows · length too short or too long · prefecture the first two
 * places are no prefecture · check-digit the last (法人番号: first) place does not fit · municipality-code a 市区町村コード stands
 * where a 保険者番号 belongs · ambiguous two readings are possible
 */
export type NumberCode =
  | 'blank'
  | 'characters'
  | 'length'
  | 'prefecture'
  | 'check-digit'
  | 'municipality-code'
  | 'ambiguous'

export interface NumberWarning {
  code: NumberCode
  message: string
}

export interface NumberRefusal extends NumberWarning {
  ok: false
  /** what was probably meant; to be offered, never put in by itself */
  suggestion?: string
}

export type NumberResult<V extends string | null = string> =
  | { ok: true; value: V; warning?: NumberWarning }
  | NumberRefusal

export function refuse(code: NumberCode, message: string, suggestion?: string): NumberRefusal {
  return suggestion === undefined ? { ok: false, code, message } : { ok: false, code, message, suggestion }
}

/** 01 北海道 … 47 沖縄県 */
export function isPrefectureCode(two: string): boolean {
  return /^\d{2}$/.test(two) && Number(two) >= 1 && Number(two) <= 47
}
