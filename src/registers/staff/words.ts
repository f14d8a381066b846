import { ROLES, type RoleName } from '../../platform/access/roles.ts'
import type { NewStaff } from './schema.ts'

export const professionWords: Record<NewStaff['profession'], string> = {
  publicHealthNurse: '保健師・看護師',
  socialWorker: '社会福祉士',
  chiefCareManager: '主任介護支援専門員',
  careManager: '介護支援専門員',
  clerk: '事務',
  coordinator: 'コーディネーター',
  other: 'その他',
}

/** How lists of staff spell professions and roles besides our own words. */
const professionSynonyms: Record<string, NewStaff['profession']> = {
  保健師: 'publicHealthNurse',
  看護師: 'publicHealthNurse',
  主任ケアマネ: 'chiefCareManager',
  主任ケアマネジャー: 'chiefCareManager',
  主任ケアマネージャー: 'chiefCareManager',
  ケアマネ: 'careManager',
  ケアマネジャー: 'careManager',
  ケアマネージャー: 'careManager',
  事務職: 'clerk',
  事務員: 'clerk',
  生活支援コーディネーター: 'coordinator',
}
const roleSynonyms: Record<string, RoleName> = {
  センター職員: 'centreStaff',
  地域包括職員: 'centreStaff',
  委託先ケアマネジャー: 'contractedCareManager',
  市職員: 'officer',
  管理者: 'administrator',
}

const plain = (text: string) => text.normalize('NFKC').replace(/[\s・･]/gu, '')
const table = <Id extends string>(words: readonly (readonly [Id, string])[], more: Record<string, Id>) =>
  new Map<string, Id>([
    ...words.map(([id, word]): [string, Id] => [plain(word), id]),
    ...Object.entries(more).map(([word, id]): [string, Id] => [plain(word), id]),
  ])
const professions = table(
  Object.entries(professionWords) as [NewStaff['profession'], string][],
  professionSynonyms,
)
const roles = table(
  (Object.entries(ROLES) as [RoleName, { label: string }][]).map(([id, { label }]) => [id, label] as const),
  roleSynonyms,
)

/** null: no such word */
export const professionOf = (text: string): NewStaff['profession'] | null =>
  professions.get(plain(text)) ?? null
export const roleOf = (text: string): RoleName | null => roles.get(plain(text)) ?? null
export const roleWords: string[] = Object.values(ROLES).map(({ label }) => label)
