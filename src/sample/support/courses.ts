import type { CourseType, ServiceGroup } from '../../casework/care-management/codes.ts'
import { type Due, duesOf } from '../../casework/care-management/rules/dues.ts'
import { addMonths, monthNumber, monthOf } from '../../casework/care-management/rules/months.ts'
import { careManagementType, usualTypes } from '../../casework/care-management/rules/type.ts'
import { monitoringInterval } from '../../law/casework/monitoring-interval.ts'
import { inForce } from '../../law/in-force.ts'
import { addDays, type IsoDate } from '../../platform/calendar/index.ts'
import { accessId } from '../assignments.ts'
import { MEGURI } from '../city/registers.ts'
import { instantOf } from '../ids.ts'
import { officeDayFrom } from '../office-days.ts'
import { type Random, streamOf, weighted } from '../random.ts'
import type { Row } from '../tables.ts'
import type { SampleWorld } from '../world.ts'
import { basisOf } from './certifications.ts'
import { type Support, supports } from './decide.ts'
import { supportId } from './ids.ts'

export interface SampleRecord {
  id: string
  subject: 'assessment' | 'monitoring'
  on: IsoDate
  way: 'home' | 'phone' | 'place'
  staffId: string
  organisationId: string | null
  minutes: number | null
}
export interface SampleCourse {
  support: Support & { course: NonNullable<Support['course']> }
  id: string
  staffId: string
  /** who of the contractor works with the person today; null: the centre does */
  contractor: { staffId: string; organisationId: string } | null
  service: { group: ServiceGroup; label: string; code: string | null }
  type: CourseType
  hasContract: boolean
  records: SampleRecord[]
  dues: Due[]
  gaps: string[]
}

const services: readonly [ServiceGroup, string, string | null, number][] = [
  ['former', '通所型サービス（従前相当）', 'A6', 34],
  ['preventive', '介護予防福祉用具貸与', '67', 26],
  ['aDesignated', '訪問型サービス・活動A（指定）', 'A2', 18],
  ['c', '短期集中予防サービス（運動）', null, 8],
  ['aEntrusted', '通所型サービス・活動A（委託）', null, 6],
  ['b', '住民主体の通いの場', null, 8],
]
const drawService = weighted(
  services.map(([group, label, code, weight]) => [{ group, label, code }, weight] as const),
)

/** As the settings of the product begin: none of the sample's municipality. */
const DAYS = { firstVisitDays: 14, confirmDays: 7, changeDays: 7 }

/** Every course with what was done in it and what comes next, by the rules of the product. */
export function* courses(world: SampleWorld): Generator<SampleCourse> {
  const { anchor, seed } = world.options
  const stream = streamOf(seed, 'courses')
  const law = inForce(monitoringInterval, anchor)
  for (const support of supports(world)) {
    if (!support.course) continue
    const random = stream(support.person.n)
    const drawn = drawService(random)
    const service =
      support.standing === 'registered' && drawn.group === 'preventive'
        ? { group: 'former' as const, label: '通所型サービス（従前相当）', code: 'A6' }
        : drawn
    const type =
      careManagementType([service.group], { table: usualTypes, source: '', isOwn: false }).value ?? 'A'
    const base = {
      support: { ...support, course: support.course },
      id: supportId(world, 'course', support.person),
      staffId: world.ids.staff[support.person.staffAt]!,
      contractor: contractorOf(world, support),
      service,
      type,
      hasContract: random.chance(960),
    }
    const records = recordsOf(world, base, random)
    const { dues, gaps } = duesOf(
      {
        state: 'running',
        type,
        startMonth: support.course.startMonth,
        mode: { kind: 'standard' },
        typeBMonths: null,
        evaluationOn: support.course.planTo,
        openedOn: support.course.openedOn,
        hasContract: base.hasContract,
      },
      {
        lastHomeVisitOn: last(records.filter(({ way }) => way === 'home')),
        lastSpanOn: last(records.filter(({ way }) => way === 'home')),
        lastContactOn: last(records),
        evaluatedOn: null,
        lastMarkedOn: null,
        oldestUnconfirmedOn: null,
      },
      DAYS,
      law,
    )
    yield { ...base, records, dues, gaps }
  }
}

const last = (records: readonly SampleRecord[]): IsoDate | null => records.at(-1)?.on ?? null

function contractorOf(world: SampleWorld, { assignment }: Support): SampleCourse['contractor'] {
  if (!assignment || assignment.to !== null) return null
  const staff = world.staff.filter(
    ({ role, posts }) =>
      role === 'contractedCareManager' &&
      posts.some(({ organisationAt }) => organisationAt === assignment.organisationAt),
  )
  const member = staff[assignment.n % staff.length]
  if (!member) return null
  return {
    staffId: world.ids.staff[member.at]!,
    organisationId: world.ids.organisations[assignment.organisationAt]!,
  }
}

/** A visit at the beginning, one in each three months, a call in the other months of the last half year. */
function recordsOf(
  world: SampleWorld,
  { support, staffId, contractor, type }: Pick<SampleCourse, 'support' | 'staffId' | 'contractor' | 'type'>,
  random: Random,
): SampleRecord[] {
  const { anchor } = world.options
  const { course, assignment, person } = support
  const records: SampleRecord[] = []
  const add = (subject: SampleRecord['subject'], day: IsoDate, way: SampleRecord['way']) => {
    const on = officeDayFrom(day)
    if (on >= anchor) return
    const isContractors = contractor !== null && assignment !== null && on >= assignment.from
    records.push({
      id: supportId(world, 'record', person, records.length),
      subject,
      on,
      way,
      staffId: isContractors ? contractor.staffId : staffId,
      organisationId: isContractors ? contractor.organisationId : null,
      minutes: random.chance(930) ? random.between(way === 'home' ? 30 : 5, way === 'home' ? 70 : 20) : null,
    })
  }
  add('assessment', addDays(course.openedOn, random.between(2, 12)), 'home')
  if (type === 'C') return records
  const passed = monthNumber(monthOf(anchor)) - monthNumber(course.startMonth)
  for (let month = 1; month <= passed; month++) {
    const name = addMonths(course.startMonth, month)
    const day = addDays(`${name}-01`, random.between(3, 24))
    const isVisit = month % 3 === 0
    const isNewest = passed - month < 3
    if (isVisit && !(isNewest && random.chance(120))) add('monitoring', day, 'home')
    else if (!isVisit && passed - month < 6 && random.chance(920))
      add('monitoring', day, random.chance(800) ? 'phone' : 'place')
  }
  return records
}

/** Rows of casework.care_management. */
export function* courseRows(world: SampleWorld): Generator<Row<'casework.care_management'>> {
  for (const one of courses(world)) {
    const { support, id, staffId, service, type, hasContract, dues, gaps } = one
    const { course, person } = support
    const on = (slot: Due['slot']) => dues.find((due) => due.slot === slot)?.dueOn ?? null
    const dates = [on('visit') ?? on('first-visit'), on('span'), on('contact'), on('evaluation')]
    const startedOn = `${course.startMonth}-01`
    yield {
      insurer_id: MEGURI,
      id,
      person_id: person.id,
      centre_id: world.ids.centres[person.centreAt] ?? null,
      ...basisOf(world, support),
      services: JSON.stringify([
        { group: service.group, code: service.code, label: service.label, officeName: null },
      ]),
      type_proposed: type,
      type_decided: type,
      type_decided_by: staffId,
      type_decided_at: instantOf(course.openedOn, 16 * 60),
      staff_id: staffId,
      contract_explained_on: hasContract ? course.openedOn : null,
      contract_explained_by: hasContract ? staffId : null,
      contract_explained_to: hasContract ? '本人' : null,
      contract_version: hasContract ? '令和6年4月版（架空）' : null,
      contract_medium: hasContract ? 'paper' : null,
      contract_consented_on: hasContract ? course.openedOn : null,
      start_month: course.startMonth,
      mode: 'standard',
      plan_from: course.planFrom,
      plan_to: course.planTo,
      evaluation_on: course.planTo,
      state: 'running',
      opened_on: course.openedOn,
      started_on: startedOn < course.openedOn ? course.openedOn : startedOn,
      visit_due_on: dates[0] ?? null,
      span_due_on: dates[1] ?? null,
      contact_due_on: dates[2] ?? null,
      evaluation_due_on: dates[3] ?? null,
      next_due_on: dates.filter((date) => date !== null).sort()[0] ?? null,
      gaps,
      created_at: instantOf(course.openedOn, 16 * 60),
      created_by: staffId,
    }
  }
}

const results = [
  '変わりなく過ごしている。週2回の外出を続けている。',
  '膝の痛みが少し軽くなり、買物に一人で行けた。',
  '食事の量は変わらない。水分を取るよう話した。',
  'サービスを休まず利用している。目標の散歩は週3回。',
  '家族から、もの忘れが気になると話があった。次の訪問で確かめる。',
]

/** Rows of casework.monitoring; what a contractor recorded was confirmed by the centre. */
export function* recordRows(world: SampleWorld): Generator<Row<'casework.monitoring'>> {
  const stream = streamOf(world.options.seed, 'records')
  for (const { support, id, records, staffId } of courses(world)) {
    const random = stream(support.person.n)
    const centre = world.ids.centres[support.person.centreAt] ?? null
    for (const record of records) {
      const isContractors = record.organisationId !== null
      yield {
        insurer_id: MEGURI,
        id: record.id,
        course_id: id,
        person_id: support.person.id,
        centre_id: centre,
        subject: record.subject,
        done_on: record.on,
        way: record.way,
        staff_id: record.staffId,
        organisation_id: record.organisationId,
        recorded_centre_id: isContractors ? null : centre,
        result:
          record.subject === 'assessment' ? '自宅を訪問し、生活の様子と望みを聞いた。' : random.pick(results),
        change: random.chance(900) ? 'none' : 'some',
        minutes: record.minutes,
        confirmed_at: isContractors ? instantOf(addDays(record.on, 1), 10 * 60) : null,
        confirmed_by: isContractors ? staffId : null,
        created_at: instantOf(record.on, 16 * 60 + 30),
        created_by: record.staffId,
      }
    }
  }
}

/** Rows of casework.entrustment, together with the access of the office. */
export function* entrustmentRows(world: SampleWorld): Generator<Row<'casework.entrustment'>> {
  for (const { support, id, staffId, contractor } of courses(world)) {
    const { assignment, person } = support
    if (!assignment) continue
    const sentOn = addDays(assignment.from, -5)
    const isOver = assignment.to !== null
    yield {
      insurer_id: MEGURI,
      id: supportId(world, 'entrustment', person),
      course_id: id,
      person_id: person.id,
      centre_id: world.ids.centres[person.centreAt] ?? null,
      organisation_id: world.ids.organisations[assignment.organisationAt]!,
      contractor_staff_id: contractor?.staffId ?? null,
      valid_from: assignment.from,
      valid_to: assignment.to,
      hand_over: '本人・家族と面接済み。週1回の通所を希望。連絡は午前中の電話がよい。',
      committee_on: addDays(sentOn, -30),
      sent_at: instantOf(sentOn, 14 * 60),
      sent_by: staffId,
      received_at: instantOf(addDays(sentOn, 1), 9 * 60 + 30),
      received_by: contractor?.staffId ?? null,
      ended_at: isOver && assignment.to ? instantOf(assignment.to, 17 * 60) : null,
      ended_by: isOver ? staffId : null,
      end_reason: isOver ? '委託期間の満了' : null,
      access_id: accessId(world, assignment),
    }
  }
}
