import { dueTitle } from '../../casework/care-management/rules/dues.ts'
import { levelLabel } from '../../casework/certifications/codes.ts'
import { decisionDueOn, monthsBefore, renewalOpensOn } from '../../casework/certifications/rules/renewal.ts'
import { decisionDays, renewalWindowDays } from '../../law/casework/certification-days.ts'
import { inForce } from '../../law/in-force.ts'
import { addDays, formatDate, type IsoDate } from '../../platform/calendar/index.ts'
import { MEGURI } from '../city/registers.ts'
import { instantOf } from '../ids.ts'
import type { SamplePerson } from '../people/person.ts'
import type { Row } from '../tables.ts'
import type { Draft } from '../task-row.ts'
import type { SampleWorld } from '../world.ts'
import { sheetsOf } from './checklists.ts'
import { courses } from './courses.ts'
import { type Support, supports } from './decide.ts'
import { followId, supportId } from './ids.ts'
import { registersBy, registrations } from './registrations.ts'

interface Wanted {
  kind: string
  title: string
  dueOn: IsoDate
  source: { type: string; id: string }
  createdOn: IsoDate
}

/** Tasks of the support records, as the product itself would have made them. */
export function* supportTasks(world: SampleWorld): Generator<Draft> {
  const workerOf = ({ staffAt }: SamplePerson) => world.ids.staff[staffAt]!
  const task = (person: SamplePerson, holder: string, one: Wanted): Draft => ({
    person_id: person.id,
    centre_id: world.ids.centres[person.centreAt] ?? null,
    holder_id: holder,
    source_type: one.source.type,
    source_id: one.source.id,
    kind: one.kind,
    title: one.title,
    due_on: one.dueOn,
    state: 'open',
    created_at: instantOf(one.createdOn, 9 * 60),
    created_by: workerOf(person),
  })
  for (const support of supports(world)) {
    for (const one of ofCertification(world, support))
      yield task(support.person, workerOf(support.person), one)
    for (const one of ofChecklists(world, support)) yield task(support.person, workerOf(support.person), one)
  }
  for (const { support, id, staffId, contractor, dues } of courses(world)) {
    const ofCentre = new Set(['contract', 'confirm'])
    for (const due of dues) {
      const holder = contractor && !ofCentre.has(due.slot) ? contractor.staffId : staffId
      yield task(support.person, holder, {
        kind: `care-management.${due.slot}`,
        title: dueTitle(due),
        dueOn: due.dueOn,
        source: { type: 'care-management', id },
        createdOn: support.course.openedOn,
      })
    }
  }
  yield* waitingRegistrations(world, task)
}

function* ofCertification(world: SampleWorld, { person, certification }: Support): Generator<Wanted> {
  const { anchor } = world.options
  if (!certification || certification.to < anchor) return
  const { level, to, renewsOn, from } = certification
  const until = `${levelLabel(level)}、${formatDate(to)}まで`
  const one = (kind: string, title: string, dueOn: IsoDate): Wanted => ({
    kind: `certification-${kind}`,
    title,
    dueOn,
    source: { type: 'certification', id: supportId(world, 'certification', person) },
    createdOn: from,
  })
  yield one('expiry', `認定の有効期間が終わる（${until}）`, to)
  if (renewsOn) return
  // what lay before the anchor was done on its day
  const opens = renewalOpensOn(to, inForce(renewalWindowDays, to).value, 'lastDayExcluded')
  const wish = monthsBefore(to, 3)
  if (wish >= addDays(anchor, -10)) yield one('renewal-wish', `更新の意向を確かめる（${until}）`, wish)
  if (opens >= addDays(anchor, -10)) yield one('renewal-open', `更新申請の受付が始まる（${until}）`, opens)
}

function* ofChecklists(world: SampleWorld, support: Support): Generator<Wanted> {
  const from = addDays(world.options.anchor, -4)
  for (const { id, on } of sheetsOf(world, support)) {
    if (on < from) continue
    yield {
      kind: 'checklist-confirmation',
      title: 'チェックリストの判定案の確認',
      dueOn: addDays(on, 7),
      source: { type: 'checklist', id },
      createdOn: on,
    }
  }
}

type MakeTask = (person: SamplePerson, holder: string, one: Wanted) => Draft

/** The municipality's inbox, the centre's 回答待ち, and open applications with their thirty days. */
function* waitingRegistrations(world: SampleWorld, task: MakeTask): Generator<Draft> {
  const officer = registersBy(world)
  for (const { support, id, requestedOn, decidedOn } of registrations(world)) {
    if (decidedOn) continue
    const one = {
      dueOn: addDays(requestedOn, 14),
      source: { type: 'registration', id },
      createdOn: requestedOn,
    }
    const title = '事業対象者の登録の依頼'
    yield { ...task(support.person, officer, { ...one, kind: 'registration-decision', title }), is_new: true }
    const worker = world.ids.staff[support.person.staffAt]!
    const wait = { ...one, kind: 'registration-answer', title: '市の登録を待つ（事業対象者）' }
    yield { ...task(support.person, worker, wait), state: 'waiting' }
  }
  for (const { person, certification } of supports(world)) {
    if (!certification?.renewsOn) continue
    const applied = certification.renewsOn
    yield task(person, officer, {
      kind: 'certification-decision-due',
      title: `認定を決めるか、延期を通知する期限（${formatDate(applied)}の申請から30日）`,
      dueOn: decisionDueOn(applied, inForce(decisionDays, applied).value) ?? applied,
      source: { type: 'certification', id: supportId(world, 'certification', person, 1) },
      createdOn: applied,
    })
  }
}

/** Rows of platform.journal for checklists, opened courses, and what was done in them. */
export function* supportJournalRows(world: SampleWorld): Generator<Row<'platform.journal'>> {
  let n = 0
  const row = (
    { person }: Support,
    work: {
      day: IsoDate
      kind: string
      minutes: number | null
      staffId: string
      isCentres: boolean
      unit: '件' | '回'
      source: [string, string]
    },
  ): Row<'platform.journal'> => ({
    insurer_id: MEGURI,
    id: followId(world, 'support-journal', work.day, ++n),
    day: work.day,
    centre_id: work.isCentres ? (world.ids.centres[person.centreAt] ?? null) : null,
    area_id: world.ids.areas[person.areaAt] ?? null,
    staff_id: work.staffId,
    kind: work.kind,
    person_id: person.id,
    minutes: work.minutes,
    unit: work.unit,
    count: 1,
    source_type: work.source[0],
    source_id: work.source[1],
  })
  for (const support of supports(world)) {
    const staffId = world.ids.staff[support.person.staffAt]!
    for (const { id, on, minutes } of sheetsOf(world, support))
      yield row(support, {
        day: on,
        kind: 'checklist',
        minutes,
        staffId,
        isCentres: true,
        unit: '件',
        source: ['checklist', id],
      })
  }
  for (const { support, id, staffId, records } of courses(world)) {
    yield row(support, {
      day: support.course.openedOn,
      kind: 'care-management-open',
      minutes: null,
      staffId,
      isCentres: true,
      unit: '件',
      source: ['care-management', id],
    })
    for (const record of records)
      yield row(support, {
        day: record.on,
        kind: record.subject === 'assessment' ? 'care-management-assessment' : `monitoring-${record.way}`,
        minutes: record.minutes,
        staffId: record.staffId,
        isCentres: record.organisationId === null,
        unit: '回',
        source: ['monitoring', record.id],
      })
  }
}
