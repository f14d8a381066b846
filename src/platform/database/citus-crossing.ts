/**
 * Statements that name a tenant table without its insurer. Under Citus they would ask every node; each stands here with its
 * reason, and in docs/operations.md. `part` is a piece of the statement, or the name of the function that holds it.
 */
export const CROSSING: readonly { part: string; what: string; isSent: boolean }[] = [
  {
    part: 'platform.purge_drafts',
    what: '14 日を過ぎた下書きを消す掃除(すべての機械で)',
    isSent: false,
  },
  {
    part: 'platform.purge_import_files',
    what: '7 日を過ぎた預かりファイルを空にする掃除(すべての機械で)',
    isSent: false,
  },
  {
    part: 'platform.installation_fits',
    what: '見本と本番の取り違えを防ぐ引き金(保険者の表はどの機械にも全部ある)',
    isSent: false,
  },
  {
    part: 'registers.staff_numbers_elsewhere',
    what: '職員番号がほかの保険者で使われていないか(職員の表はどの機械にも全部ある)',
    isSent: false,
  },
]

const WORD =
  /^(where|on|set|left|right|inner|join|cross|full|order|group|values|select|limit|using|for|returning|natural|union|window|having|default|loop|as|and|or|do|end|then|with|except|lateral)$/i
const NAMED = /\b(from|join|into|update|using)\s+((?:[a-z_]+)\.(?:[a-z_]+))(?:\s+(?:as\s+)?([a-z_]\w*))?/gi

/**
 * Tables of the set that a statement names without saying of which insurer: neither compared, nor written with it.
 * @returns table and alias, as written
 */
export function unnamed(text: string, tables: ReadonlySet<string>): string[] {
  const plain = text.replace(/--[^\n]*/g, ' ').replace(/\/\*[\s\S]*?\*\//g, ' ')
  const found: string[] = []
  const isAlone = [...plain.matchAll(NAMED)].filter(([, , table]) => table && tables.has(table)).length === 1
  for (const [, how, table, after] of plain.matchAll(NAMED)) {
    if (!table || !tables.has(table)) continue
    const alias = after && !WORD.test(after) ? after : undefined
    const name = alias ?? table.split('.')[1]!
    const ofAlias = new RegExp(
      `\\b${name}\\.insurer_id\\s*(=|in\\b|is not distinct)|=\\s*${name}\\.insurer_id\\b|\\(${name}\\.insurer_id\\b`,
      'i',
    )
    const isBare = /(?<![.\w])insurer_id\s*=|=\s*insurer_id\b/i.test(plain)
    const isJoined = /\busing\s*\([^)]*\binsurer_id\b/i.test(plain)
    const isWritten = how!.toLowerCase() === 'into' && /insurer_id/i.test(plain)
    if (isWritten || isJoined || ofAlias.test(plain) || (isBare && (!alias || isAlone))) continue
    found.push(alias ? `${table} ${alias}` : table)
  }
  return found
}
