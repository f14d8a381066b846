import { isIsoDate } from '../../platform/calendar/index.ts'
import { modulus10CheckDigit } from '../../platform/text/index.ts'
import { fileRefusal, type Refusal } from '../tabular/index.ts'

/** full 全件 · diff 差分 */
export type FileKind = 'full' | 'diff'

/** What the file name says: `<保険者番号6>_hihokensha_<full|diff>_<YYYYMMDD>.csv`. */
export interface InsuredPersonsFileName {
  insurerNumber: string
  kind: FileKind
  /** 作成日 */
  createdOn: string
}

export function insuredPersonsFileName({ insurerNumber, kind, createdOn }: InsuredPersonsFileName): string {
  return `${insurerNumber}_hihokensha_${kind}_${createdOn.replaceAll('-', '')}.csv`
}

/** @param name with or without folders before it */
export function parseFileName(
  name: string,
): { ok: true; value: InsuredPersonsFileName } | { ok: false; refusal: Refusal } {
  const base = name.split(/[\\/]/).at(-1) ?? name
  const parts = /^(\d{6})_hihokensha_(full|diff)_(\d{4})(\d{2})(\d{2})\.csv$/i.exec(base)
  const [, insurerNumber = '', kind = '', year, month, day] = parts ?? []
  if (!parts)
    return refuse(
      base,
      'file.name',
      'ファイル名が「保険者番号6けた_hihokensha_full（またはdiff）_作成日8けた.csv」の形になっていません。',
    )
  const createdOn = `${year}-${month}-${day}`
  if (!isIsoDate(createdOn))
    return refuse(base, 'file.name-date', 'ファイル名の作成日が、ない日付になっています。')
  if (Number(insurerNumber[5]) !== modulus10CheckDigit(insurerNumber.slice(0, 5))) {
    return refuse(
      base,
      'file.name-insurer',
      'ファイル名の保険者番号は、検査数字が合いません（市区町村コードではありませんか）。',
    )
  }
  return {
    ok: true,
    value: { insurerNumber, kind: kind.toLowerCase() === 'full' ? 'full' : 'diff', createdOn },
  }
}

function refuse(file: string, code: string, reason: string): { ok: false; refusal: Refusal } {
  const remedy =
    '基幹システムの出力設定を確かめ、様式どおりの名前にしてください（例: 999995_hihokensha_full_20261122.csv）。'
  return { ok: false, refusal: fileRefusal(file, code, reason, remedy) }
}
