import type { DifferenceCounts, DifferenceKind, Holdings, OfficeRow } from '../schema.ts'

export const kindWords: Record<DifferenceKind, string> = {
  spacing: '空白・全角半角だけ',
  notation: '住所の書き方だけ',
  real: '名称か住所がちがう',
}

export const stateWords: Record<NonNullable<OfficeRow['difference']>, string> = {
  open: '表記が複数',
  decided: '表記を決定',
  different: '別の事業所',
}

export const openCount = ({ open }: DifferenceCounts): number => open.spacing + open.notation + open.real

/** The municipality that the list begins with: the insurer's own when it has just one that is loaded. */
export function ownMunicipality(municipalities: Holdings['municipalities']): string {
  const own = municipalities.filter(({ isOwn }) => isOwn)
  return own.length === 1 ? (own[0]?.code ?? ALL) : ALL
}
/** in the address, for "all municipalities" */
export const ALL = 'all'

/** 「訪問介護、訪問看護 ほか3」 */
export const serviceWords = (services: readonly { label: string }[], most = 3): string => {
  const shown = services.slice(0, most).map(({ label }) => label)
  return `${shown.join('、')}${services.length > most ? ` ほか${services.length - most}` : ''}`
}
