import { formatDate, type IsoDate } from '../../platform/calendar/index.ts'
import { callPath } from '../http/index.ts'
import { kanaOfRomaji } from './romaji.ts'

export type Found = {
  id: string
  name: string
  kana: string
  birthOn: IsoDate | null
  ageYears: number | null
  sex: string | null
  townName: string | null
  centreName: string | null
  /** mine: of one of my centres */
  own: boolean
  insuredNumber: string | null
  matched: 'kana' | 'name' | 'alias' | 'number' | 'phone' | 'address' | 'similar'
}

/** By POST: no search word in an address, a log or a history (architecture.md §4). */
export const searchPeople = (text: string, scope: 'all' | 'own', signal: AbortSignal) =>
  callPath<{ items: Found[] }>('POST', '/api/people/search', {
    json: { text: kanaOfRomaji(text) ?? text, limit: 20, scope },
    signal,
  })

export type FoundGroup = { name: string; items: Found[] }

/** One's own centre first; a group without anybody is left out. The order inside is the server's. */
export function groupFound(items: Found[]): FoundGroup[] {
  return [
    { name: '自センター', items: items.filter(({ own }) => own) },
    { name: '他のセンター', items: items.filter(({ own }) => !own) },
  ].filter((group) => group.items.length > 0)
}

/** 'unknown' is left out: an absent word says as much in a line that tells people apart. */
const sexes: Record<string, string> = { male: '男', female: '女', other: 'その他' }
const reasons: Record<Found['matched'], string> = {
  kana: 'カナ',
  name: '氏名',
  alias: '通称',
  number: '番号',
  phone: '電話',
  address: '住所',
  similar: '似た読み',
}

/** What tells namesakes apart: birth date, age, sex, town, centre, number. What is not known is left out. */
export function describeFound(one: Found): string {
  const parts = [
    one.birthOn && formatDate(one.birthOn, 'short'),
    one.ageYears !== null && `${one.ageYears}歳`,
    one.sex && sexes[one.sex],
    one.townName,
    one.own ? null : one.centreName,
    one.insuredNumber,
  ]
  return parts.filter(Boolean).join('　')
}

export const matchedBy = ({ matched }: Found): string => reasons[matched] ?? ''

/** Two kana or kanji, or three digits: below that a list says nothing. */
export function isWorthSearching(text: string): boolean {
  const plain = text.normalize('NFKC').trim()
  return /^[\d\s-]+$/.test(plain)
    ? plain.replace(/\D/g, '').length >= 3
    : [...plain].length >= (/[一-龠々]/u.test(plain) ? 1 : 2)
}
