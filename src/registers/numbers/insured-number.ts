import { cleanCode } from '../../platform/text/index.ts'
import { type NumberResult, refuse } from './result.ts'

/**
 * NUM-03 被保険者番号: ten digits, or H and nine digits (40–64 on 生活保護 without health insurance). Unique within the insurer only.
 * No nationwide check digit is known: never check-summed. Empty is null (申請前).
 * @param padLeft add lost leading zeros; only when a person or an import profile asked for it
 */
export function normaliseInsuredNumber(text: string, { padLeft = false } = {}): NumberResult<string | null> {
  const number = cleanCode(text)
  if (number === '') return { ok: true, value: null }
  if (!/^(?:H?\d+)$/.test(number)) {
    return refuse(
      'characters',
      '被保険者番号は10けたの数字（生活保護のみの方はHと9けたの数字）です。ほかの文字がないか確かめてください。',
    )
  }
  if (number.length === 10) return { ok: true, value: number }
  const padded = number.length < 10 && /^\d+$/.test(number) ? number.padStart(10, '0') : undefined
  if (padded !== undefined && padLeft) return { ok: true, value: padded }
  const advice =
    padded === undefined ? 'けた数を確かめてください。' : `先頭の0が落ちていませんか（${padded}）。`
  return refuse(
    'length',
    `被保険者番号は10けたですが、${number.length}けた入力されています。${advice}`,
    padded,
  )
}
