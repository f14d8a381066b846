import type { Work } from '../../platform/database/work.ts'
import { conflict, forbidden, invalid, notFound } from '../../platform/errors/index.ts'
import { changedBy, type SettingDefinition } from './definition.ts'
import { allSettings } from './find.ts'
import type { PutSetting, Setting } from './schema.ts'

interface StoredRow {
  id: string
  version: number
  key: string
  from: string
  value: unknown
  source: string
  note: string | null
  enteredBy: string | null
  enteredAt: string
}

const OWN = `select s.id, s.version, s.key, s.valid_from as "from", s.value, s.source, s.note, f.name as "enteredBy",
    s.entered_at as "enteredAt"
  from registers.local_setting s
  left join registers.staff f on f.insurer_id = s.insurer_id and f.id = s.entered_by
  where s.insurer_id = $1 order by s.key, s.valid_from`

/** Every setting that an area states, with the insurer's own values by date. Some dozens of rows: given whole. */
export async function listSettings(work: Work): Promise<Setting[]> {
  const [found] = await work.flight([{ text: OWN, values: [work.actor.insurerId] }])
  const rows = found as StoredRow[]
  const definitions = [...(await allSettings()).values()]
  return definitions
    .map((definition) =>
      shown(
        work,
        definition,
        rows.filter(({ key }) => key === definition.key),
      ),
    )
    .sort((a, b) => a.group.localeCompare(b.group, 'ja') || a.title.localeCompare(b.title, 'ja'))
}

function shown(work: Work, definition: SettingDefinition, rows: StoredRow[]): Setting {
  const { key, group, title, unit, help, input, initial, source, confidence } = definition
  const now = rows.findLast(({ from }) => from <= work.today)
  return {
    key,
    group,
    title,
    unit,
    help,
    input: input.kind === 'integer' ? { ...input, blank: input.blank ?? null } : shownInput(input),
    initial: { value: initial, source: source.text, confidence },
    today: now ? now.value : initial,
    mayChange: work.actor.role === changedBy(key),
    dated: rows.map(({ key: _, ...row }, at) => ({ ...row, to: dayBefore(rows[at + 1]?.from) })),
  }
}

const shownInput = (input: Exclude<SettingDefinition['input'], { kind: 'integer' }>): Setting['input'] =>
  input.kind === 'choice' ? { kind: 'choice', choices: [...input.choices] } : input

const dayBefore = (day: string | undefined): string | null =>
  day === undefined ? null : Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()

/**
 * Adds a dated value, or corrects one.
 * @throws Problem 404 unknown key · 403 not the role's setting · 422 value or day · 409 changed meanwhile
 */
export async function putSetting(work: Work, key: string, entry: PutSetting): Promise<Setting> {
  const definition = await definitionOf(work, key)
  const checked = definition.schema.safeParse(entry.value)
  if (!checked.success)
    throw invalid(
      checked.error.issues.map(({ code, message }) => ({ path: 'value', code: code ?? 'invalid', message })),
    )
  work.about('setting', entry.id ?? undefined, { key, from: entry.from })
  await work.write(async (tx) => {
    const [stored] = await tx.query<{ id: string | null }>(
      'select p.id from registers.put_setting($1, $2, $3, $4, $5, $6, $7) p',
      [entry.id, entry.version, key, entry.from, JSON.stringify(checked.data), entry.source, entry.note],
    )
    if (stored?.id) return
    if (entry.id === null)
      throw invalid([
        {
          path: 'from',
          code: 'taken',
          message: '開始日: この日からの値がすでにあります。その行を「直す」で開いて変更してください。',
        },
      ])
    throw conflict(await findSetting(work, definition))
  })
  return findSetting(work, definition)
}

/** Takes a dated value back; it stays in history. @throws Problem 404, 403, 409 */
export async function removeSetting(work: Work, key: string, id: string, version: number): Promise<Setting> {
  const definition = await definitionOf(work, key)
  work.about('setting', id, { key })
  await work.write(async (tx) => {
    const [gone] = await tx.query<{ removed: boolean }>(
      'select registers.remove_setting($1, $2, $3) as removed',
      [id, version, key],
    )
    if (!gone?.removed) throw conflict(await findSetting(work, definition))
  })
  return findSetting(work, definition)
}

async function definitionOf(work: Work, key: string): Promise<SettingDefinition> {
  const definition = (await allSettings()).get(key)
  if (!definition) throw notFound()
  if (work.actor.role !== changedBy(key)) throw forbidden()
  return definition
}

async function findSetting(work: Work, definition: SettingDefinition): Promise<Setting> {
  const [found] = await work.flight([{ text: OWN, values: [work.actor.insurerId] }])
  return shown(
    work,
    definition,
    (found as StoredRow[]).filter(({ key }) => key === definition.key),
  )
}
