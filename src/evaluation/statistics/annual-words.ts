/** 出典: the tables carry none of their own; their title says whose statistics they are. */
export const PUBLISHER = {
  name: '「介護保険事業状況報告（年報）」（厚生労働省）を加工して作成',
  licence: '公共データ利用規約（第1.0版）',
} as const

/** An element that the table does not have; told from one that it has and leaves empty. */
export const NOT_IN_TABLE = 'not-published-at-this-level'
