import { randomUUIDv7 } from 'node:crypto'
import { mayRole } from '../../platform/access/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { type FieldError, forbidden, invalid, Problem } from '../../platform/errors/index.ts'
import { writeJournal } from '../../platform/journal/index.ts'
import type { Certification } from './answers.ts'
import { followDecision } from './follow.ts'
import { refuseIndividualNumbers } from './free-text.ts'
import { periodOfDecision, refuseSameStart } from './period.ts'
import { certificationIn, type Person, personIn } from './read.ts'
import type { NewCertification } from './schema.ts'
import { blank, insertStatement, type Written } from './store.ts'
import { refreshTasks } from './tasks.ts'

/**
 * Records an application, what a card says, or a whole decision of the municipality. A send repeated under the same id
 * stores once.
 * @throws 404 person · 403 a decision by a role that has no right to decide · 422 fields
 */
export async function enterCertification(
  work: Work,
  personId: string,
  input: NewCertification,
): Promise<Certification> {
  if (input.basis === 'decision' && !mayRole(work.actor.role, 'certification.decide')) throw forbidden()
  refuseIndividualNumbers({ note: input.note })
  const id = input.id ?? randomUUIDv7()
  work.about('certification', id, { basis: input.basis })
  work.touched(personId)
  return work.write(async (tx) => {
    const person = await personIn(tx, work, personId)
    const row = await rowOf(tx, work, person, id, input)
    const { text, values } = insertStatement(
      {
        insurerId: work.actor.insurerId,
        id,
        personId,
        centreId: person.centreId,
        at: work.clock.now().toString(),
        by: work.actor.staffId,
      },
      row,
    )
    const [stored] = await tx.query<{ id: string }>(text, values)
    if (!stored) return repeated(await certificationIn(tx, work, id), personId)
    await follow(tx, work, person, id, row)
    return certificationIn(tx, work, id)
  })
}

/** The same send once more answers the same; an id of another person's record tells nothing of it. */
function repeated(found: Certification, personId: string): Certification {
  if (found.personId !== personId)
    throw new Problem('id-taken', 409, 'この番号の記録がすでにあります', {
      detail: '画面を開き直してから、もう一度保存してください。',
    })
  return found
}

async function rowOf(
  tx: Tx,
  work: Work,
  person: Person,
  id: string,
  input: NewCertification,
): Promise<Written> {
  const { basis, ...given } = input
  const said = Object.fromEntries(
    Object.entries(given).filter(([field, value]) => field in blank && value !== undefined),
  ) as Partial<Written>
  if (basis === 'application') {
    const errors = applicationErrors(input, work.today)
    if (errors.length > 0) throw invalid(errors)
    return { ...blank, ...said, basis, state: 'received' }
  }
  if (basis === 'card') {
    const errors = cardErrors(input, work.today)
    if (errors.length > 0) throw invalid(errors)
    await refuseSameStart(tx, work, person.id, id, input.validFrom)
    return { ...blank, ...said, basis, state: 'decided' }
  }
  const period = await periodOfDecision(tx, work, person, {
    id,
    kind: input.kind,
    appliedOn: input.appliedOn,
    decidedOn: input.decidedOn,
    level: input.level,
    months: input.months ?? null,
    movedInOn: input.movedInOn ?? null,
    specifiedDisease: input.specifiedDisease ?? null,
  })
  return { ...blank, ...said, ...period, basis, state: 'decided' }
}

type DayFields = { appliedOn?: string | null; handedInOn?: string | null; askedOn?: string | null }

export function applicationErrors(input: DayFields, today: string): FieldError[] {
  const errors: FieldError[] = []
  const days = [
    ['appliedOn', '申請の受付日'],
    ['handedInOn', '提出した日'],
    ['askedOn', '頼まれた日'],
  ] as const
  for (const [path, label] of days) {
    const on = input[path]
    if (on && on > today)
      errors.push({
        path,
        code: 'future',
        message: `${label}: 先の日付です。その日が来てから記録してください。`,
      })
  }
  if (input.askedOn && input.handedInOn && input.handedInOn < input.askedOn)
    errors.push({
      path: 'handedInOn',
      code: 'order',
      message: '提出した日: 頼まれた日より前です。どちらかの日付を直してください。',
    })
  return errors
}

type CardFields = {
  validFrom?: string | null
  validTo?: string | null
  decidedOn?: string | null
  confirmedOn?: string | null
}

export function cardErrors(input: CardFields, today: string): FieldError[] {
  const errors: FieldError[] = []
  if (input.validFrom && input.validTo && input.validTo < input.validFrom)
    errors.push({
      path: 'validTo',
      code: 'order',
      message: '有効期間の終わり: 始まりより前です。被保険者証の期間を確かめてください。',
    })
  if (input.confirmedOn && input.confirmedOn > today)
    errors.push({
      path: 'confirmedOn',
      code: 'future',
      message: '被保険者証を確かめた日: 先の日付です。確かめた日を入力してください。',
    })
  if (input.decidedOn && input.decidedOn > today)
    errors.push({
      path: 'decidedOn',
      code: 'future',
      message: '認定年月日: 先の日付です。被保険者証を確かめてください。',
    })
  return errors
}

async function follow(tx: Tx, work: Work, person: Person, id: string, row: Written): Promise<void> {
  await refreshTasks(tx, work, person)
  if (row.basis === 'application' && row.proxy === 'centre' && work.actor.reach === 'centre') {
    await writeJournal(tx, work, {
      day: row.handedInOn ?? row.appliedOn ?? row.askedOn ?? work.today,
      kind: 'certification-proxy',
      personId: person.id,
      areaId: person.areaId,
      minutes: null,
      unit: '件',
      count: 1,
      source: { type: 'certification', id },
    })
  }
  if (row.state === 'decided') await followDecision(tx, work, person, id, row)
}
