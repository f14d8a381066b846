import { allContributes } from '../../../platform/contributes/index.ts'
import { OWN_SOURCES } from '../as-on/sources.ts'

const KNOWN: Readonly<Record<string, string>> = {
  'casework.consultation': '相談記録',
  'casework.referral': '紹介・引き継ぎ',
  'casework.abuse_case': '虐待対応',
  'casework.person_event': '死亡・転出の記録',
  'casework.person_restriction': '支援措置・閲覧制限の記録',
  'platform.journal': '業務記録',
  'platform.task': '期限・予定',
  'platform.link': '記録のつながり',
  'platform.person_access': '委託・閲覧の許可',
}
const LINKS: Readonly<Record<string, string>> = { 'casework.consultation': '/consultations/' }

/** What people call a table: by what its area gives down, else by the beginning of its comment. */
export async function tableWords(): Promise<(table: string, comment?: string | null) => string> {
  const { asOn } = await allContributes()
  const given = new Map([...OWN_SOURCES, ...asOn].map(({ table, title }) => [table, title]))
  return (table, comment) =>
    given.get(table) ?? KNOWN[table] ?? comment?.split(/[:：(（,]/u)[0]?.trim() ?? table
}

/** Where a row of a table opens; null: it has no page of its own. */
export const linkOfRow = (table: string, id: string): string | null =>
  LINKS[table] ? LINKS[table] + id : null
