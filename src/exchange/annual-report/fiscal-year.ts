import {
  type FiscalYear,
  fiscalYear,
  fiscalYearEnd,
  formatFiscalYear,
} from '../../platform/calendar/index.ts'
import { fileRefusal, type Refusal } from '../tabular/index.ts'

const ERAS = { 令和: 2018, 平成: 1988, R: 2018, H: 1988 } as const

/** 令和5年度, 2023年度 in running text; null: it names none. */
export function fiscalYearIn(text: string): FiscalYear | null {
  const half = text.normalize('NFKC').replace(/\s/gu, '')
  const [, era, n] = /(令和|平成)(\d{1,2}|元)年度/.exec(half) ?? []
  if (era) return ofEra(era, n)
  const [, year] = /(20\d\d)年度/.exec(half) ?? []
  return year ? fiscalYear(Number(year)) : null
}

/** Of a file's name besides: `r5_…`, `R05-…`, `2023_…`, `fy2023`. */
export function fiscalYearOfName(name: string): FiscalYear | null {
  const half = name.normalize('NFKC')
  const [, letter, n] = /(?:^|[^a-z])([rh])(\d{1,2})(?![0-9a-z])/i.exec(half) ?? []
  const [, year] = /(?:^|fy|[^a-z0-9])(20\d\d)(?![0-9])/i.exec(half) ?? []
  return (
    fiscalYearIn(half) ?? (letter ? ofEra(letter.toUpperCase(), n) : year ? fiscalYear(Number(year)) : null)
  )
}

const ofEra = (era: string, n: string | undefined): FiscalYear =>
  fiscalYear(ERAS[era as keyof typeof ERAS] + (n === '元' ? 1 : Number(n)))

/**
 * The published sheets say 「年度末現在」 and not of which year: it is taken from what stands above the header, else from the
 * file's name. Where neither tells it, or they differ, nobody guesses.
 * @param notAfter a year that ends later is refused
 */
export function settleFiscalYear(
  file: string,
  above: readonly string[],
  notAfter: string | undefined,
): FiscalYear | Refusal {
  const ofSheet = above.map(fiscalYearIn).find((year) => year !== null) ?? null
  const ofName = fiscalYearOfName(file)
  if (ofSheet !== null && ofName !== null && ofSheet !== ofName) {
    return fileRefusal(
      file,
      'file.two-fiscal-years',
      `表の中では${formatFiscalYear(ofSheet)}、ファイルの名前では${formatFiscalYear(ofName)}になっています。`,
      'どちらが正しいか確かめ、ファイルの名前を直してください。',
    )
  }
  const year = ofSheet ?? ofName
  if (year === null) {
    return fileRefusal(
      file,
      'file.no-fiscal-year',
      '何年度の年報か、表にもファイルの名前にも書かれていません（表には「年度末現在」とだけあります）。',
      '公表元のページで年度を確かめ、ファイルの名前の初めに「r5_」や「令和5年度_」のように付けてください。',
    )
  }
  if (year < 2000 || (notAfter !== undefined && fiscalYearEnd(year) > notAfter)) {
    return fileRefusal(
      file,
      'file.impossible-fiscal-year',
      `${formatFiscalYear(year)}末の数は、${year < 2000 ? '介護保険制度が始まる前で、' : 'その日がまだ来ておらず、'}あるはずがありません。`,
      'ファイルの名前に付けた年度を確かめてください。',
    )
  }
  return year
}
