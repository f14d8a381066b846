import { recordCondition } from '../../platform/access/index.ts'
import type { Statement, Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import type { Checklist } from './answers.ts'
import { answersFrom } from './entry.ts'
import { judgeSheet } from './judge-sheet.ts'
import { toResult } from './result.ts'

const named = (id: string, name: string) =>
  `case when ${id} is not null then jsonb_build_object('id', ${id}, 'name', coalesce(${name}, '')) end`

const RECORD = `select c.id, c.version, jsonb_build_object('id', p.id, 'name', p.name, 'kana', p.kana) as person,
    ${named('k.id', 'k.name')} as centre, ${named('rk.id', 'rk.name')} as "recordedCentre", ${named('a.id', 'a.name')} as area,
    jsonb_build_object('id', c.staff_id, 'name', coalesce(s.name, '')) as staff, c.form_version as "formVersion",
    c.answered_on as "answeredOn", c.method, c.respondent, c.coding, c.answers,
    c.height_hundredths_cm as "heightHundredthsCm", c.weight_hundredths_kg as "weightHundredthsKg", c.note, c.minutes, c.source,
    c.batch_id as "batchId", c.judgement, c.met, c.undetermined, c.known_points as known, c.unknown_points as unknown,
    c.insured_type as "insuredType", c.certification_level as "certificationLevel",
    c.certification_from as "certificationFrom", c.certification_to as "certificationTo",
    c.confirmed_judgement as "confirmedJudgement", ${named('c.confirmed_by', 'cs.name')} as "confirmedBy",
    c.confirmed_at as "confirmedAt", c.confirmed_reason as "confirmedReason", c.withdrawn_at as "withdrawnAt",
    c.withdrawn_reason as "withdrawnReason", c.created_at as "createdAt",
    (select l.from_id from platform.link l where l.insurer_id = c.insurer_id and l.to_type = 'checklist' and l.to_id = c.id
      and l.from_type = 'consultation' limit 1) as "consultationId"
  from casework.checklist c
  join casework.person p on p.insurer_id = c.insurer_id and p.id = c.person_id
  left join registers.centre k on k.insurer_id = c.insurer_id and k.id = c.centre_id
  left join registers.centre rk on rk.insurer_id = c.insurer_id and rk.id = c.recorded_centre_id
  left join registers.daily_life_area a on a.insurer_id = c.insurer_id and a.id = c.area_id
  left join registers.staff s on s.insurer_id = c.insurer_id and s.id = c.staff_id
  left join registers.staff cs on cs.insurer_id = c.insurer_id and cs.id = c.confirmed_by`

type Proposal = Checklist['proposal']
interface Stored
  extends Omit<Checklist, 'proposal' | 'confirmation' | 'result' | 'steps'>,
    Omit<Proposal, 'certification'> {
  certificationLevel: 'support' | 'care' | null
  certificationFrom: string | null
  certificationTo: string | null
  confirmedJudgement: Proposal['judgement'] | null
  confirmedBy: { id: string; name: string } | null
  confirmedAt: string | null
  confirmedReason: string | null
}

function recordStatement(work: Work, id: string): Statement {
  const { sql, values } = recordCondition(work.actor, work.today, {
    alias: 'c',
    person: 'person_id',
    next: 2,
  })
  return { text: `${RECORD} where c.id = $1 and ${sql}`, values: [id, ...values] }
}

/** The stored row beside what the rules find now from the answers and the stored facts. */
function assemble(stored: Stored): Checklist {
  const { judgement, met, undetermined, known, unknown, insuredType, ...rest } = stored
  const { certificationLevel, certificationFrom, certificationTo, ...more } = rest
  const { confirmedJudgement, confirmedBy, confirmedAt, confirmedReason, ...shown } = more
  const certification =
    certificationLevel && certificationFrom
      ? { level: certificationLevel, from: certificationFrom, to: certificationTo }
      : null
  const { value, steps } = judgeSheet({
    ...shown,
    answers: answersFrom(shown.answers),
    insuredType,
    certification,
  })
  return {
    ...shown,
    proposal: { judgement, met, undetermined, known, unknown, insuredType, certification },
    confirmation:
      confirmedJudgement && confirmedBy && confirmedAt
        ? { judgement: confirmedJudgement, by: confirmedBy, at: confirmedAt, reason: confirmedReason }
        : null,
    result: toResult(value),
    steps,
  }
}

/** @throws 404 absent, or outside the reader's scope */
export async function readChecklist(work: Work, id: string): Promise<Checklist> {
  work.about('checklist', id)
  const [[stored]] = (await work.flight([recordStatement(work, id)])) as [Stored[]]
  if (!stored) throw notFound()
  work.touched(stored.person.id)
  return assemble(stored)
}

/** The same inside a transaction that changes it. */
export async function checklistIn(tx: Tx, work: Work, id: string): Promise<Checklist> {
  const { text, values } = recordStatement(work, id)
  const [stored] = await tx.query<Stored>(text, values)
  if (!stored) throw notFound()
  return assemble(stored)
}
