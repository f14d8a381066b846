/** Words for the codes of people; for browser and server. Nothing is imported here. */

type Words<Code extends string = string> = Readonly<Record<Code, string>>

export const labelOf = (words: Words, code: string): string => words[code] ?? code

/** 情報提供への同意; nothing stored: 確認していない, which is a third state. */
export const CONSENT_STATES = { obtained: '同意あり', refused: '同意しない' } as const satisfies Words
/** 提供先 of the consent. */
export const CONSENT_SCOPES = {
  centre: '地域包括支援センター',
  insurer: '市町村',
  'care-office': '居宅介護支援事業所',
  provider: '介護サービス事業者',
  physician: '主治医・医療機関',
  'welfare-commissioner': '民生委員',
  'care-meeting': '地域ケア会議',
  family: '家族',
} as const satisfies Words

export const EVENT_KINDS = { died: '死亡', 'moved-out': '転出' } as const satisfies Words
/** 情報源 of a death or moving away that is known before the notification. */
export const INFORMATION_SOURCES = {
  family: '家族・親族',
  hospital: '病院・医師',
  'care-office': 'ケアマネジャー・事業所',
  'welfare-commissioner': '民生委員',
  neighbour: '近所の方',
  police: '警察・消防',
  municipality: '市町村の窓口',
  self: '本人',
  other: 'その他',
} as const satisfies Words
