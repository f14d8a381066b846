import { type CellValue, readDay } from '../tabular/index.ts'
import { type BirthDate, type ChangeReason, changeReasons, type RegisteredSex } from './record.ts'

/** Readers of single cells: text in, value, missing or wrong out. Messages never repeat the cell. */

const blank = { state: 'missing', why: 'blank' } as const

export function readKeyNumber(cell: string): CellValue<string> {
  const text = cell.normalize('NFKC')
  if (text === '') return blank
  return /^[0-9A-Z]{1,15}$/i.test(text)
    ? { state: 'value', value: text }
    : wrong('key', '番号は15けたまでの数字か英字です。', '空白や記号が入っていないか確かめてください。')
}

export function readHistoryNumber(cell: string): CellValue<number> {
  const text = cell.normalize('NFKC')
  if (text === '') return blank
  return /^\d{1,9}$/.test(text)
    ? { state: 'value', value: Number(text) }
    : wrong(
        'history-number',
        '履歴番号は9けたまでの数字です。',
        '基幹システムの履歴番号をそのまま出してください。',
      )
}

/** NUM-03: ten digits, or H and nine digits. Never check-summed, never padded here. */
export function readInsuredNumber(cell: string): CellValue<string> {
  const text = cell.normalize('NFKC').toUpperCase()
  if (text === '') return blank
  return /^(?:\d{10}|H\d{9})$/.test(text)
    ? { state: 'value', value: text }
    : wrong(
        'insured-number',
        '被保険者番号が10けたの数字（またはHと9けたの数字）になっていません。',
        '先頭の0が落ちていないか確かめてください。',
      )
}

export function readPostalCode(cell: string): CellValue<string> {
  const digits = cell
    .normalize('NFKC')
    .replace(/^〒\s*/u, '')
    .replace(/[-‐‑‒–—―−ー]/gu, '')
  if (digits === '') return blank
  return /^\d{7}$/.test(digits)
    ? { state: 'value', value: digits }
    : wrong(
        'postal-code',
        '郵便番号が7けたの数字になっていません。',
        '先頭の0が落ちていないか確かめてください。',
      )
}

const sexes: Readonly<Record<string, RegisteredSex>> = { 0: 'unknown', 1: 'male', 2: 'female', 9: 'other' }

export function readSex(cell: string): CellValue<RegisteredSex> {
  const value = sexes[cell.normalize('NFKC')]
  if (cell === '') return blank
  return value
    ? { state: 'value', value }
    : wrong('sex', '性別は 0（不明）、1（男）、2（女）、9（その他）です。', 'コードを直してください。')
}

/** 0 or 1; an empty cell is missing and never 'no'. */
export function readFlag(cell: string): CellValue<boolean> {
  const text = cell.normalize('NFKC')
  if (text === '') return blank
  if (text === '0' || text === '1') return { state: 'value', value: text === '1' }
  return wrong('flag', '0（該当なし）か 1（該当）になっていません。', '0か1を入れてください。')
}

export function readChangeReason(cell: string): CellValue<ChangeReason> {
  if (cell === '') return blank
  const value = changeReasons.find((reason) => reason === cell.normalize('NFKC'))
  return value
    ? { state: 'value', value }
    : wrong(
        'change-reason',
        '異動事由が様式の語にありません。',
        `「${changeReasons.join('・')}」のどれかにしてください。`,
      )
}

/** A day; 99999999 (国保連's open end) is missing. */
export function readOptionalDay(cell: string): CellValue<string> {
  const text = cell.normalize('NFKC')
  return text === '' || /^(?:9{8}|0{8})$/.test(text) ? blank : withoutEcho(readDay(cell))
}

/** @param uncertainty 生年月日不詳区分: 0 known, 1 day unknown, 2 month and day unknown, 3 unknown */
export function readBirth(cell: string, uncertainty: string): CellValue<BirthDate> {
  const text = cell.normalize('NFKC')
  const [, year = '', month = ''] = /^(\d{4})(?:-(\d{2}))?/.exec(text) ?? []
  switch (uncertainty.normalize('NFKC')) {
    case '0': {
      const day =
        text === ''
          ? wrong('birth', '生年月日がありません。', '不詳のときは不詳区分を1から3にしてください。')
          : withoutEcho(readDay(text))
      return day.state === 'value' ? { state: 'value', value: { state: 'known', date: day.value } } : day
    }
    case '1':
      return /^\d{4}-(?:0[1-9]|1[0-2])(?:-00)?$/.test(text)
        ? { state: 'value', value: { state: 'day-unknown', year: Number(year), month: Number(month) } }
        : wrong(
            'birth',
            '日が不詳のときの生年月日が「1940-03」の形になっていません。',
            '年と月だけを入れてください。',
          )
    case '2':
      return /^\d{4}(?:-00-00)?$/.test(text)
        ? { state: 'value', value: { state: 'month-unknown', year: Number(year) } }
        : wrong(
            'birth',
            '月日が不詳のときの生年月日が「1940」の形になっていません。',
            '年だけを入れてください。',
          )
    case '3':
      return text === '' || text === '0000-00-00'
        ? { state: 'value', value: { state: 'year-unknown' } }
        : wrong(
            'birth',
            '不詳区分が3（不詳）なのに、生年月日が入っています。',
            '空欄にするか、不詳区分を直してください。',
          )
    default:
      return wrong(
        'birth-uncertainty',
        '生年月日不詳区分は0から3です。',
        '0 判明、1 日不詳、2 月日不詳、3 不詳のどれかにしてください。',
      )
  }
}

/** `2026-11-21T03:00:00`; a blank for T, slashes and one-digit hours are read. */
export function readTimestamp(cell: string): CellValue<string> {
  const text = cell.normalize('NFKC')
  if (text === '') return blank
  const [, date = '', hour = '', minute = '', second = ''] =
    /^(\d{4}[-/]\d{1,2}[-/]\d{1,2})[T ](\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text) ?? []
  const day = readDay(date)
  if (day.state === 'value' && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60) {
    return { state: 'value', value: `${day.value}T${hour.padStart(2, '0')}:${minute}:${second || '00'}` }
  }
  return wrong('timestamp', '日時として読めません。', '「2026-11-21T03:00:00」の形に直してください。')
}

/** Words of a refusal that do not repeat what stands in the cell. */
function withoutEcho(day: CellValue<string>): CellValue<string> {
  return day.state === 'wrong'
    ? wrong('not-a-date', 'この日付はないか、読めません。', '「1940-03-04」の形に直してください。')
    : day
}

function wrong(
  code: string,
  reason: string,
  remedy: string,
): { state: 'wrong'; code: string; reason: string; remedy: string } {
  return { state: 'wrong', code: `cell.${code}`, reason, remedy }
}
