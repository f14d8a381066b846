import { toJSONSchema } from 'zod'
import type { Work } from '../../platform/database/work.ts'
import { conflict, forbidden, invalid, notFound, Problem } from '../../platform/errors/index.ts'
import { asStated, changedBy, type SettingDefinition } from './definition.ts'
import { allSettings } from './find.ts'
import { OPEN, type ProposalRow, shownProposal } from './proposal-row.ts'
import type { PutSetting, Setting, SettingList } from './schema.ts'

export interface StoredRow {
  id: string
  version: number
  key: string
  from: string
  value: unknown
  source: string
  note: string | null
  enteredBy: string | null
  enteredAt: string
  approvedBy: string | null
}

const OWN = `select s.id, s.version, s.key, s.valid_from as "from", s.value, s.source, s.note, f.name as "enteredBy",
    s.entered_at as "enteredAt", a.name as "approvedBy"
  from registers.local_setting s
  left join registers.staff f on f.insurer_id = s.insurer_id and f.id = s.entered_by
  left join registers.staff a on a.insurer_id = s.insurer_id and a.id = s.approved_by
  where s.insurer_id = $1 order by s.key, s.valid_from`

const OTHERS = `select count(distinct p.staff_id)::int as count from registers.post p
  where p.insurer_id = $1 and p.role = 'officer' and p.staff_id <> $2
    and p.valid_from <= $3 and (p.valid_to is null or p.valid_to >= $3)`

/** What the insurer stored: its dated values and the proposals that wait. */
interface Stored {
  rows: StoredRow[]
  open: ProposalRow[]
}

async function load(work: Work): Promise<Stored & { otherOfficers: number }> {
  const { insurerId, staffId } = work.actor
  const [rows, open, others] = await work.flight([
    { text: OWN, values: [insurerId] },
    { text: OPEN, values: [insurerId, staffId] },
    { text: OTHERS, values: [insurerId, staffId, work.today] },
  ])
  const [{ count }] = others as [{ count: number }]
  return { rows: rows as StoredRow[], open: open as ProposalRow[], otherOfficers: count }
}

/** Every setting that an area states, with the insurer's own values by date. Some dozens of rows: given whole. */
export async function listSettings(work: Work): Promise<SettingList> {
  const { otherOfficers, ...stored } = await load(work)
  const items = [...(await allSettings()).values()]
    .map((definition) => shown(work, definition, stored))
    .sort((a, b) => a.group.localeCompare(b.group, 'ja') || a.title.localeCompare(b.title, 'ja'))
  return { items, otherOfficers }
}

function shown(work: Work, definition: SettingDefinition, stored: Stored): Setting {
  const { key, group, title, unit, help, initial, source, confidence, approval } = definition
  const rows = stored.rows
    .filter((row) => row.key === key)
    .map((row) => ({ ...row, value: asStated(definition, row.value) }))
  const now = rows.findLast(({ from }) => from <= work.today)
  return {
    key,
    group,
    title,
    unit,
    help,
    input: shownInput(definition),
    initial: { value: initial, source: source.text, confidence },
    today: now ? now.value : initial,
    mayChange: work.actor.role === changedBy(key),
    approval: approval ?? null,
    dated: rows.map(({ key: _, ...row }, at) => ({ ...row, to: dayBefore(rows[at + 1]?.from) })),
    pending: stored.open
      .filter((proposal) => proposal.key === key)
      .map((proposal) => shownProposal(proposal, definition, rows, work.actor)),
  }
}

function shownInput({ input, schema }: SettingDefinition): Setting['input'] {
  if (input.kind === 'integer') return { ...input, blank: input.blank ?? null }
  if (input.kind === 'choice') return { kind: 'choice', choices: [...input.choices] }
  if (input.kind === 'yesNo') return input
  const { $schema: _, ...shape } = toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return { kind: 'structure', shape }
}

const dayBefore = (day: string | undefined): string | null =>
  day === undefined ? null : Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()

/**
 * Adds a dated value, or corrects one.
 * @throws Problem 404 unknown key · 403 not the role's setting · 422 value or day · 409 changed meanwhile, or two persons decide it
 */
export async function putSetting(work: Work, key: string, entry: PutSetting): Promise<Setting> {
  const definition = await changeable(work, key)
  needSingle(definition)
  const value = checkedValue(definition, entry.value)
  work.about('setting', entry.id ?? undefined, { key, from: entry.from })
  await work.write(async (tx) => {
    const [stored] = await tx.query<{ id: string | null }>(
      'select p.id from registers.put_setting($1, $2, $3, $4, $5, $6, $7) p',
      [entry.id, entry.version, key, entry.from, JSON.stringify(value), entry.source, entry.note],
    )
    if (stored?.id) return
    if (entry.id === null) throw dayTaken()
    throw conflict(await findSetting(work, definition))
  })
  return findSetting(work, definition)
}

/** Takes a dated value back; it stays in history. @throws Problem 404, 403, 409 */
export async function removeSetting(work: Work, key: string, id: string, version: number): Promise<Setting> {
  const definition = await changeable(work, key)
  needSingle(definition)
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

/** A value as the definition takes it. @throws Problem 422 in the definition's own words */
export function checkedValue({ schema }: SettingDefinition, value: unknown): unknown {
  const checked = schema.safeParse(value)
  if (checked.success) return checked.data
  throw invalid(
    checked.error.issues.map(({ code, message, path }) => ({
      path: ['value', ...path].map(String).join('.'),
      code: code ?? 'invalid',
      message,
    })),
  )
}

export const dayTaken = (): Problem =>
  invalid([
    {
      path: 'from',
      code: 'taken',
      message: '開始日: この日からの値がすでにあります。その行を「直す」で開いて変更してください。',
    },
  ])

function needSingle({ approval, title }: SettingDefinition): void {
  if (approval !== 'two') return
  throw new Problem('settings.needs-second', 409, '二人で決める設定です', {
    detail: `「${title}」は、ひとりが提案し、ほかの保険者職員が根拠を確かめて承認すると変わります。「提案する」から出してください。`,
  })
}

/** A setting that the reader's role may change. @throws Problem 404 unknown key · 403 */
export async function changeable(work: Work, key: string): Promise<SettingDefinition> {
  const definition = (await allSettings()).get(key)
  if (!definition) throw notFound()
  if (work.actor.role !== changedBy(key)) throw forbidden()
  return definition
}

export async function findSetting(work: Work, definition: SettingDefinition): Promise<Setting> {
  return shown(work, definition, await load(work))
}
