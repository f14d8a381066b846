import { existsSync, readFileSync } from 'node:fs'
import pg from 'pg'
import type { CommandContext } from '../cli/command.ts'
import type { Database } from '../database/open.ts'
import { Problem } from '../errors/index.ts'
import type { ImportKind } from './kind.ts'

/** A mapping to read by, or why there is none. */
export type Mapped = { mapping: unknown } | { problem: string }

/** `--profile`: a file of JSON, or the name under which the insurer of `--insurer` saved one; undefined: not asked for. */
export async function mappingOf(
  database: Database,
  kind: ImportKind,
  { profile, insurer }: CommandContext['values'],
): Promise<Mapped | undefined> {
  if (profile === undefined) return undefined
  const name = String(profile)
  if (!kind.mapping) return { problem: `${kind.label}には --profile を付けられません。` }
  if (name.endsWith('.json')) {
    if (!existsSync(name)) return { problem: `対応づけのファイルが見つかりません: ${name}` }
    return parsed(kind.mapping, name, () => JSON.parse(readFileSync(name, 'utf8')))
  }
  const saved = await savedUnder(database, kind.mapping, String(insurer ?? ''), name)
  if (saved === undefined)
    return {
      problem: `保険者番号「${String(insurer ?? '')}」に、対応づけ「${name}」はありません。--insurer と、画面で保存した名前を確かめてください。`,
    }
  return parsed(kind.mapping, name, () => saved)
}

async function savedUnder(
  database: Database,
  mapping: NonNullable<ImportKind['mapping']>,
  insurerNumber: string,
  name: string,
): Promise<unknown> {
  const client = new pg.Client(database.client('owner'))
  await client.connect()
  try {
    const { rows } = await client.query<{ insurer_id: number }>(
      'select insurer_id from registers.insurer where insurer_number = $1 and not is_statistics_only',
      [insurerNumber],
    )
    return rows[0] && (await mapping.named(client, rows[0].insurer_id, name))
  } finally {
    await client.end()
  }
}

function parsed(mapping: NonNullable<ImportKind['mapping']>, name: string, read: () => unknown): Mapped {
  try {
    return { mapping: mapping.parse(read()) }
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: `${name} は JSON として読めません。` }
    if (!(error instanceof Problem)) throw error
    const reasons = (error.errors ?? []).map(({ message }) => message).join(' ')
    return { problem: `対応づけ「${name}」では読めません。${reasons}` }
  }
}
