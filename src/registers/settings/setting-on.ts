import type { Tx } from '../../platform/database/engine.ts'
import type { SettingDefinition } from './definition.ts'

/** A value with the day from which it holds; `own` false: the definition's, because the municipality set none. */
export interface SettingInForce<T> {
  value: T
  own: boolean
  /** null: holds since ever */
  from: string | null
  source: string
}

/** The value on a day. @param day 'YYYY-MM-DD' @throws ZodError when what is stored no longer fits its schema */
export async function settingOn<T>(
  tx: Tx,
  insurerId: number,
  definition: SettingDefinition<T>,
  day: string,
): Promise<T> {
  return (await settingInForce(tx, insurerId, definition, day)).value
}

/** Like settingOn, with where the value comes from, for steps and screens. */
export async function settingInForce<T>(
  tx: Tx,
  insurerId: number,
  definition: SettingDefinition<T>,
  day: string,
): Promise<SettingInForce<T>> {
  const rows = await tx.query<{ value: unknown; from: string; source: string }>(
    `select value, valid_from as "from", source from registers.local_setting
     where insurer_id = $1 and key = $2 and valid_from <= $3 order by valid_from desc limit 1`,
    [insurerId, definition.key, day],
  )
  const row = rows[0]
  if (!row) return { value: definition.initial, own: false, from: null, source: definition.source.text }
  return { value: definition.schema.parse(row.value), own: true, from: row.from, source: row.source }
}
