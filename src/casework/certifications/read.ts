import { decisionDays, renewalWindowDays } from '../../law/casework/certification-days.ts'
import { certificationValidity } from '../../law/casework/certification-validity.ts'
import { insuredAges } from '../../law/casework/insured-ages.ts'
import { specifiedDiseases } from '../../law/casework/specified-diseases.ts'
import { inForce } from '../../law/in-force.ts'
import { type Actor, abilitiesOf, mayRole, recordCondition } from '../../platform/access/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import { settingOn } from '../../registers/settings/index.ts'
import type { Certification, CertificationSheet } from './answers.ts'
import { becomesCategory1On, type InsuredPerson, insuredType } from './rules/insured-type.ts'
import { decisionDueOn, renewalOpensOn, type WindowCounting } from './rules/renewal.ts'
import { maxRenewalOther, maxRenewalSame, windowCounting } from './settings.ts'
import { byId, IN_FORCE, ofPerson, type StoredCertification } from './store.ts'

const READERS = '担当センターと保険者の職員、この方を委託・許可された職員'

export interface Person extends InsuredPerson {
  id: string
  name: string
  kana: string
  centreId: string | null
  areaId: string | null
  staffId: string | null
  diedOn: string | null
}

/** The person within reach. @throws notFound */
export async function personIn(tx: Tx, { actor, today }: Work, id: string): Promise<Person> {
  const { sql, values } = recordCondition(actor, today, { alias: 'p', person: 'id', next: 2 })
  const [person] = await tx.query<Person>(
    `select p.id, p.name, p.kana, p.centre_id as "centreId", p.area_id as "areaId", p.staff_id as "staffId",
       p.died_on as "diedOn", p.birth_on as "birthOn", p.birth_uncertainty as "birthUncertainty",
       p.insured_number as "insuredNumber", p.insured_from as "insuredFrom", p.insured_to as "insuredTo"
     from casework.person p where p.id = $1 and ${sql}`,
    [id, ...values],
  )
  if (!person) throw notFound()
  return person
}

interface Period {
  id: string
  level: string
  validFrom: string
  lastDay: string
}
export const periodsIn = (tx: Tx, insurerId: number, personId: string): Promise<Period[]> =>
  tx.query<Period>(`${IN_FORCE} order by c.valid_from`, [insurerId, personId])

/** Everything about the 認定 of a person. @throws notFound when absent or out of reach */
export async function certificationSheet(work: Work, personId: string): Promise<CertificationSheet> {
  work.about('person', personId)
  const sheet = await work.read((tx) => sheetIn(tx, work, personId))
  work.touched(personId)
  return sheet
}

async function sheetIn(tx: Tx, work: Work, personId: string): Promise<CertificationSheet> {
  const { actor, today } = work
  const { text, values } = ofPerson(actor, today, personId)
  const [person, rows, periods, counting, maxSame, maxOther] = await Promise.all([
    personIn(tx, work, personId),
    tx.query<StoredCertification>(text, values),
    periodsIn(tx, actor.insurerId, personId),
    settingOn(tx, actor.insurerId, windowCounting, today),
    settingOn(tx, actor.insurerId, maxRenewalSame, today),
    settingOn(tx, actor.insurerId, maxRenewalOther, today),
  ])
  const ages = inForce(insuredAges, today).value
  const current = periods.findLast(({ validFrom, lastDay }) => validFrom <= today && today <= lastDay) ?? null
  const national = inForce(certificationValidity, today)
  return {
    today,
    person: { id: person.id, name: person.name, kana: person.kana, birthOn: person.birthOn },
    insuredType: insuredType(person, today, ages).value,
    becomesCategory1On: person.birthUncertainty === 'known' ? becomesCategory1On(person.birthOn, ages) : null,
    current: current && {
      id: current.id,
      level: current.level,
      validFrom: current.validFrom,
      lastDay: current.lastDay,
    },
    items: rows.map((row) => shown(row, periods, actor, counting)),
    validity: {
      ...national.value,
      source: national.source.text,
      confidence: national.confidence,
      maxRenewalSame: maxSame,
      maxRenewalOther: maxOther,
    },
    diseases: [...inForce(specifiedDiseases, today).value],
    abilities: abilitiesOf(actor.role).filter((right) => right.startsWith('certification.')),
    readers: READERS,
  }
}

/** The record as the answer shows it. */
export async function certificationIn(tx: Tx, work: Work, id: string): Promise<Certification> {
  const { text, values } = byId(work.actor, work.today, id)
  const [row] = await tx.query<StoredCertification>(text, values)
  if (!row) throw notFound()
  const [periods, counting] = await Promise.all([
    periodsIn(tx, work.actor.insurerId, row.personId),
    settingOn(tx, work.actor.insurerId, windowCounting, work.today),
  ])
  return shown(row, periods, work.actor, counting)
}

/** One record, for a link that knows only its id. */
export async function readCertification(work: Work, id: string): Promise<Certification> {
  work.about('certification', id)
  const found = await work.read((tx) => certificationIn(tx, work, id))
  work.touched(found.personId)
  return found
}

function shown(
  row: StoredCertification,
  periods: readonly Period[],
  actor: Actor,
  counting: WindowCounting,
): Certification {
  const { centreId: _, createdBy: __, ...rest } = row
  const lastDay = periods.find(({ id }) => id === row.id)?.lastDay ?? null
  return {
    ...rest,
    lastDay,
    decisionDueOn:
      row.state === 'received' && row.appliedOn
        ? decisionDueOn(row.appliedOn, inForce(decisionDays, row.appliedOn).value)
        : null,
    opensOn:
      row.validTo === null
        ? null
        : renewalOpensOn(row.validTo, inForce(renewalWindowDays, row.validTo).value, counting),
    abilities: abilitiesOn(row, actor),
  }
}

/** The same sentences as the policies of the table: a centre never touches a decision. */
export function abilitiesOn(
  { state, basis }: Pick<StoredCertification, 'state' | 'basis'>,
  { role, reach }: Actor,
): string[] {
  const may: string[] = []
  const isOwn = reach === 'insurer' || basis === 'card' || (basis === 'application' && state === 'received')
  if (mayRole(role, 'certification.enter') && isOwn && state !== 'withdrawn' && state !== 'rejected') {
    const needsDecider = basis === 'decision' || state === 'cancelled'
    if (!needsDecider || mayRole(role, 'certification.decide')) may.push('change')
    if (state === 'received' || (basis === 'card' && state === 'decided')) may.push('withdraw')
  }
  if (mayRole(role, 'certification.decide')) {
    if (state === 'received') may.push('decide', 'postpone')
    if (state === 'received' || state === 'decided') may.push('close')
  }
  return may
}
