import {
  addressOf,
  type Carried,
  carryOver,
  checkWrite,
  type Candidate as Found,
  newCells,
  type Place,
} from '../../exchange/workbook/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid, notFound, Problem } from '../../platform/errors/index.ts'
import { bindingsOf } from './bindings.ts'
import { cellAt } from './cells.ts'
import { yearLabel } from './forms.ts'
import { type FormRow, formRow, type OpenedForm, openedForm } from './opened.ts'
import type { Binding, Candidate, Carry, CellBody } from './schema.ts'
import { STAYS_WORDS } from './words.ts'

interface Editions {
  from: FormRow
  to: FormRow
  old: OpenedForm
  now: OpenedForm
  oldBindings: Binding[]
  nowBindings: Binding[]
  decided: { fromBinding: string; decision: 'taken' | 'dropped'; found: string }[]
}

/** What became of each cell of the edition before, and what is new. @throws 404 nothing is carried */
export async function readCarry(work: Work, formId: string): Promise<Carry> {
  work.about('workbook-form', formId)
  const editions = await work.read((tx) => editionsOf(tx, work.actor.insurerId, formId))
  const { from, to, oldBindings, nowBindings, decided } = editions
  const isDecided = new Set(decided.map(({ fromBinding }) => fromBinding))
  const waiting = oldBindings.filter(({ id }) => !isDecided.has(id))
  const items = carried(editions, waiting).map((result, at) => ({
    binding: waiting[at]!,
    outcome: result.outcome,
    candidates: candidatesOf(result).map((found) => toCandidate(found, editions)),
  }))
  const spokenFor = new Set(
    [...nowBindings, ...items.flatMap(({ candidates }) => candidates)].map(
      ({ sheet, address }) => `${sheet} ${address}`,
    ),
  )
  return {
    from: aboutOf(from),
    to: aboutOf(to),
    items,
    decided: decided.map(({ fromBinding, decision, found }) => ({
      bindingId: fromBinding,
      decision,
      ...(JSON.parse(found) as { label: string; from: string; to: string | null }),
    })),
    newCells: newCellsOf(editions).filter(({ sheet, address }) => !spokenFor.has(`${sheet} ${address}`)),
  }
}

async function editionsOf(tx: Tx, insurerId: number, formId: string): Promise<Editions> {
  const to = await formRow(tx, insurerId, formId)
  if (to.carriedFrom === null) throw notFound()
  const from = await formRow(tx, insurerId, to.carriedFrom)
  const old = await openedForm(tx, insurerId, from)
  const now = await openedForm(tx, insurerId, to)
  return {
    from,
    to,
    old,
    now,
    oldBindings: await bindingsOf(tx, insurerId, from, old.workbook),
    nowBindings: await bindingsOf(tx, insurerId, to, now.workbook),
    decided: await tx.query<Editions['decided'][number]>(
      `select from_binding as "fromBinding", decision, found from evaluation.workbook_carried
       where insurer_id = $1 and form_id = $2 order by decided_at, from_binding`,
      [insurerId, formId],
    ),
  }
}

const aboutOf = ({ id, fiscalYear, fileName }: FormRow) => ({
  id,
  fiscalYearLabel: yearLabel(fiscalYear),
  fileName,
})
const readingOf = ({ fiscalYear }: FormRow, { headings }: OpenedForm) => ({ fiscalYear, sheets: headings })
const carried = ({ from, to, now }: Editions, bindings: readonly Binding[]): Carried[] =>
  carryOver(bindings, from.fiscalYear, readingOf(to, now))
const candidatesOf = (result: Carried): Found[] =>
  'found' in result ? [result.found] : 'candidates' in result ? result.candidates : []

function toCandidate(
  { sheet, row, column, place, differences }: Found,
  { now, nowBindings }: Editions,
): Candidate {
  return {
    sheet,
    sheetIndex: now.workbook.sheets.findIndex(({ name }) => name === sheet),
    row,
    column,
    address: addressOf({ row, column }),
    place,
    differences,
    isTaken: nowBindings.some((one) => one.sheet === sheet && one.row === row && one.column === column),
  }
}

function newCellsOf({ from, to, old, now, oldBindings, nowBindings }: Editions): Carry['newCells'] {
  // sheets are told by place: a renamed sheet is still the one that was filled
  const filled = new Set(nowBindings.map(({ sheet }) => sheet))
  for (const result of carryOver(oldBindings, from.fiscalYear, readingOf(to, now)))
    for (const { sheet } of candidatesOf(result)) filled.add(sheet)
  return newCells(readingOf(from, old), readingOf(to, now), filled).map(({ sheet, row, column, place }) => ({
    sheet,
    sheetIndex: now.workbook.sheets.findIndex(({ name }) => name === sheet),
    row,
    column,
    address: addressOf({ row, column }),
    place,
  }))
}

interface Decision {
  bindingId: string
  take: CellBody | null
}

/** Stores what the officer decided about cells of the edition before. @throws 404, 409 decided already, 422 a cell that cannot be taken */
export async function decideCarry(
  work: Work,
  formId: string,
  decisions: readonly Decision[],
): Promise<Carry> {
  const { insurerId, staffId } = work.actor
  const now = work.clock.now().toString()
  await work.write(async (tx) => {
    const editions = await editionsOf(tx, insurerId, formId)
    for (const { bindingId, take } of decisions) {
      const binding = editions.oldBindings.find(({ id }) => id === bindingId)
      if (!binding) throw notFound()
      const target = take && targetOf(editions.now, take)
      if (target) await takeInto(tx, editions, binding, target)
      const [result] = carried(editions, [binding])
      const found = JSON.stringify({
        label: binding.label,
        from: `${binding.sheet} ${binding.address}`,
        to: target && `${target.sheet} ${addressOf(target)}`,
        outcome: result?.outcome,
        differences: target && result ? differencesAt(result, target) : [],
      })
      const stored = await tx.query<{ id: string }>(
        `insert into evaluation.workbook_carried (insurer_id, form_id, from_binding, decision, found, decided_at, decided_by)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning from_binding as id`,
        [insurerId, formId, bindingId, take ? 'taken' : 'dropped', found, now, staffId],
      )
      if (stored.length === 0)
        throw new Problem('workbook.decided-already', 409, 'ほかの人が先に引き継ぎました', {
          detail: `${binding.sheet} ${binding.address} はもう決まっています。画面を開き直してください。`,
        })
    }
    work.about('workbook-form', formId, {
      taken: decisions.filter(({ take }) => take).length,
      decided: decisions.length,
    })
  })
  return readCarry(work, formId)

  async function takeInto(tx: Tx, { to }: Editions, binding: Binding, target: Target): Promise<void> {
    const stored = await tx.query<{ id: string }>(
      `insert into evaluation.workbook_binding (insurer_id, form_id, sheet, row_number, column_number, place, years, source, ref, label, unit,
         span, year_offset, note, changed_at, changed_by)
       select insurer_id, $3, $4, $5, $6, $7, years, source, ref, label, unit, span, year_offset, note, $8, $9
       from evaluation.workbook_binding where insurer_id = $1 and id = $2
       on conflict (insurer_id, form_id, sheet, row_number, column_number) do nothing returning id`,
      [
        insurerId,
        binding.id,
        to.id,
        target.sheet,
        target.row,
        target.column,
        JSON.stringify(target.place),
        now,
        staffId,
      ],
    )
    if (stored.length === 0)
      throw notTaken(target, 'ほかの数がすでに対応づいています。別のセルを選んでください。')
  }
}

interface Target {
  sheet: string
  row: number
  column: number
  place: Place
}

function targetOf({ workbook, headings }: OpenedForm, take: CellBody): Target {
  const { sheet, reader, anchor } = cellAt(workbook, headings, take)
  const target = { sheet: sheet.name, ...anchor, place: reader.placeOf(anchor) }
  const { stays } = checkWrite(workbook, { ...target, value: '' })
  if (stays && stays !== 'rule-broken') throw notTaken(target, STAYS_WORDS[stays])
  return target
}

const notTaken = (target: Target, message: string) =>
  invalid([{ path: 'decisions', code: 'cell', message: `${target.sheet} ${addressOf(target)}: ${message}` }])

const differencesAt = (result: Carried, target: Target) =>
  candidatesOf(result).find(
    ({ sheet, row, column }) => sheet === target.sheet && row === target.row && column === target.column,
  )?.differences ?? []
