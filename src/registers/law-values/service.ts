import { allParameters, floorOf, type Parameter } from '../../law/find-parameters.ts'
import { mayRole } from '../../platform/access/index.ts'
import { allRules } from '../../platform/computation/find-rules.ts'
import { wordOfKey } from '../../platform/computation/words.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid, notFound, Problem } from '../../platform/errors/index.ts'
import { CONFIRMATIONS, type ConfirmationRow, entriesOf, pastOf } from './entries.ts'
import type { ConfirmLawValue, LawValue, LawValueList, LawValuePage, WithdrawConfirmation } from './schema.ts'

type RuleName = LawValue['rules'][number]

const FLOORS: Readonly<Record<string, string>> = {
  casework: '個別支援',
  community: '地域づくり',
  services: '総合事業',
  insurer: '保険者',
  evaluation: '評価・見える化',
}

let users: Promise<ReadonlyMap<Parameter, RuleName[]>> | undefined

/** The rules that use a parameter: the very same object stands among theirs. Read once a process. */
function rulesByParameter(): Promise<ReadonlyMap<Parameter, RuleName[]>> {
  users ??= readRules().catch((error: unknown) => {
    users = undefined // asked again, not refused for ever
    throw error
  })
  return users
}

async function readRules(): Promise<ReadonlyMap<Parameter, RuleName[]>> {
  const byParameter = new Map<Parameter, RuleName[]>()
  for (const { id, title, group, parameters } of await allRules())
    for (const parameter of new Set(Object.values(parameters) as Parameter[]))
      byParameter.set(parameter, [...(byParameter.get(parameter) ?? []), { id, title, group }])
  return byParameter
}

interface Stored {
  insurer: string
  rows: ConfirmationRow[]
}

async function load(work: Work): Promise<Stored> {
  const [rows, insurers] = await work.flight([
    { text: CONFIRMATIONS, values: [work.actor.insurerId] },
    { text: 'select name from registers.insurer where insurer_id = $1', values: [work.actor.insurerId] },
  ])
  const [insurer] = insurers as { name: string }[]
  return { insurer: insurer?.name ?? '', rows: rows as ConfirmationRow[] }
}

/** Every legal number with its value of today. Some hundreds, without their histories: given whole. */
export async function listLawValues(work: Work): Promise<LawValueList> {
  const { insurer, rows } = await load(work)
  return { items: (await pagesOf(work, rows)).map(({ history: _, ...one }) => one), insurer }
}

/** The same with all values by date, for the file. */
export async function wholeLawValues(work: Work) {
  const { insurer, rows } = await load(work)
  return { insurer, items: await pagesOf(work, rows) }
}

type Whole = LawValue & Pick<LawValuePage, 'history'>

async function pagesOf(work: Work, rows: ConfirmationRow[]): Promise<Whole[]> {
  const [parameters, byParameter] = [await allParameters(), await rulesByParameter()]
  const byId = Map.groupBy(rows, ({ parameterId }) => parameterId)
  const collator = new Intl.Collator('ja', { numeric: true })
  const order = Object.values(FLOORS)
  return parameters
    .map((one) => shown(one, byId.get(one.id) ?? [], byParameter.get(one) ?? [], work.today))
    .sort(
      (a, b) =>
        order.indexOf(a.floor) - order.indexOf(b.floor) ||
        collator.compare(a.groups[0] ?? '', b.groups[0] ?? '') ||
        collator.compare(a.title, b.title),
    )
}

function shown(parameter: Parameter, rows: ConfirmationRow[], rules: RuleName[], today: string): Whole {
  const { id, title, unit, checkedOn } = parameter
  const history = entriesOf(parameter, rows)
  const now = history.findLast(({ from }) => from <= today)
  const ahead = history.filter(({ to }) => to === null || to >= today)
  return {
    id,
    title,
    unit,
    labels: labelsOf(parameter),
    floor: FLOORS[floorOf(parameter)] ?? 'そのほか',
    groups: [...new Set(rules.map(({ group }) => group))],
    checkedOn,
    now: now && (now.to === null || now.to >= today) ? now : null,
    entries: history.length,
    unread: history.filter(({ mark }) => mark === 'unread').length,
    confirmed: history.filter(({ mark }) => mark === 'confirmed').length,
    isProvisional: ahead.some(({ status }) => status !== null),
    rules,
    history,
  }
}

/** What the keys of all its values are called: the parameter's own words first, then those that rules share. */
function labelsOf({ labels = {}, history }: Parameter): Record<string, string> {
  const found: Record<string, string> = { ...labels }
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, part] of Object.entries(value)) {
      const word = Array.isArray(value) ? null : wordOfKey(key)
      if (word) found[key] ??= word
      visit(part)
    }
  }
  for (const { value } of history) visit(value)
  return found
}

async function parameterOf(id: string): Promise<Parameter> {
  const parameter = (await allParameters()).find((one) => one.id === id)
  if (!parameter) throw notFound()
  return parameter
}

/** One legal number with every value and confirmation. @throws Problem 404 */
export async function openLawValue(work: Work, id: string): Promise<LawValuePage> {
  const parameter = await parameterOf(id)
  const { insurer, rows } = await load(work)
  const own = rows.filter(({ parameterId }) => parameterId === id)
  const page = shown(parameter, own, (await rulesByParameter()).get(parameter) ?? [], work.today)
  return {
    ...page,
    past: pastOf(page.history, own),
    insurer,
    mayConfirm: mayRole(work.actor.role, 'law-value.confirm'),
  }
}

/**
 * The officer of the session says in which source the value was read.
 * @throws Problem 404 · 422 no such entry, or it needs none · 409 the value is not the one that was seen, or is confirmed already
 */
export async function confirmLawValue(
  work: Work,
  id: string,
  { from, hash, source, sourceUrl, seenIn }: ConfirmLawValue,
): Promise<LawValuePage> {
  const parameter = await parameterOf(id)
  const entry = entriesOf(parameter, []).find((one) => one.from === from)
  if (!entry)
    throw invalid([{ path: 'from', code: 'no-entry', message: '適用日: この日から始まる値はありません。' }])
  if (entry.mark === 'seen' || entry.mark === 'decided')
    throw invalid([
      { path: 'from', code: 'needs-none', message: 'この値には、保険者による確認は要りません。' },
    ])
  if (entry.hash !== hash)
    throw new Problem('law.value-changed', 409, '値が変わっています', {
      detail: '画面を開いたあとで、この数値が改められました。開き直して、新しい値を出典と見比べてください。',
    })
  work.about('law-value', undefined, { parameter: id, from, hash })
  await work.write(async (tx) => {
    const [row] = await tx.query<{ id: string | null }>(
      'select registers.confirm_law_value($1, $2, $3, $4, $5, $6) as id',
      [id, from, hash, source, sourceUrl, seenIn],
    )
    if (!row?.id)
      throw new Problem('law.confirmed-already', 409, 'ほかの人が先に確認しました', {
        detail: '画面を開き直すと、だれが何を見て確認したかが出ます。',
      })
    work.about('law-value', row.id)
  })
  return openLawValue(work, id)
}

/** @throws Problem 404 · 409 withdrawn or changed meanwhile */
export async function withdrawConfirmation(
  work: Work,
  id: string,
  { confirmationId, version, reason }: WithdrawConfirmation,
): Promise<LawValuePage> {
  await parameterOf(id)
  const { rows } = await load(work)
  if (!rows.some((row) => row.id === confirmationId && row.parameterId === id)) throw notFound()
  work.about('law-value', confirmationId, { parameter: id })
  await work.write(async (tx) => {
    const [row] = await tx.query<{ gone: boolean }>(
      'select registers.withdraw_law_confirmation($1, $2, $3) as gone',
      [confirmationId, version, reason],
    )
    if (!row?.gone)
      throw new Problem('law.withdrawn-already', 409, 'もう取り消されています', {
        detail: 'ほかの人が先に取り消しました。画面を開き直してください。',
      })
  })
  return openLawValue(work, id)
}
