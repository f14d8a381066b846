import { addDays, type IsoDate } from '../../platform/calendar/index.ts'
import { MEGURI } from '../city/registers.ts'
import { instantOf } from '../ids.ts'
import type { Row } from '../tables.ts'
import type { SampleWorld } from '../world.ts'
import { type SampleSheet, sheetsOf } from './checklists.ts'
import { type Support, supports } from './decide.ts'
import { supportId } from './ids.ts'

interface SampleRegistration {
  support: Support
  id: string
  sheet: SampleSheet
  receivedOn: IsoDate
  notificationOn: IsoDate
  requestedOn: IsoDate
  /** null: the municipality has not decided yet */
  decidedOn: IsoDate | null
}

/** Who registers, and who asks the municipality for it. */
export const registersBy = (world: SampleWorld): string => {
  const officer = world.staff.find(({ role }) => role === 'officer')
  return world.ids.staff[officer?.at ?? 0]!
}

export function* registrations(world: SampleWorld): Generator<SampleRegistration> {
  for (const support of supports(world)) {
    if (support.standing !== 'registered' && support.standing !== 'asked') continue
    const [sheet] = sheetsOf(world, support)
    if (sheet?.judged.judgement !== 'target') continue
    const isAsked = support.standing === 'asked'
    yield {
      support,
      id: supportId(world, 'registration', support.person),
      sheet,
      receivedOn: addDays(sheet.on, -3),
      notificationOn: addDays(sheet.on, 2),
      requestedOn: addDays(sheet.on, 2),
      decidedOn: isAsked ? null : addDays(sheet.on, 7),
    }
  }
}

/** Rows of casework.registration: CHK-05 gone through, or waiting for the municipality. */
export function* registrationRows(world: SampleWorld): Generator<Row<'casework.registration'>> {
  const officer = registersBy(world)
  for (const one of registrations(world)) {
    const { support, id, sheet, receivedOn, notificationOn, requestedOn, decidedOn } = one
    const { person } = support
    const staffId = world.ids.staff[person.staffAt]!
    const centre = world.ids.centres[person.centreAt] ?? null
    const sentOn = decidedOn && addDays(decidedOn, 10)
    yield {
      insurer_id: MEGURI,
      id,
      person_id: person.id,
      centre_id: centre,
      recorded_centre_id: centre,
      occasion: 'first',
      state: decidedOn ? 'registered' : 'notificationAccepted',
      received_on: receivedOn,
      last_move_on: decidedOn ?? requestedOn,
      wish: 'checklist',
      consent: true,
      is_told: true,
      asked_by: staffId,
      asked_on: receivedOn,
      checklist_id: sheet.id,
      checklist_on: sheet.on,
      met: sheet.judged.met,
      notification_on: notificationOn,
      notification_kind: 'new',
      card_place: 'attached',
      notification_centre_id: centre,
      requested_at: instantOf(requestedOn, 11 * 60),
      requested_by: staffId,
      received_at: decidedOn ? instantOf(addDays(requestedOn, 1), 9 * 60) : null,
      received_by: decidedOn ? officer : null,
      decided_on: decidedOn,
      decided_by: decidedOn ? officer : null,
      start_rule: decidedOn ? 'checklistDate' : null,
      starts_on: decidedOn ? sheet.on : null,
      card_reissued_on: sentOn && sentOn <= world.options.anchor ? sentOn : null,
      kokuhoren_notified_on: sentOn && sentOn <= world.options.anchor ? sentOn : null,
      kokuhoren_month: sentOn && sentOn <= world.options.anchor ? `${sentOn.slice(0, 7)}-01` : null,
      notice_sent_on: decidedOn,
      created_at: instantOf(receivedOn, 10 * 60),
      created_by: staffId,
    }
  }
}

/** Rows of casework.registration_move: every step with its person, office, day and reason. */
export function* registrationMoveRows(world: SampleWorld): Generator<Row<'casework.registration_move'>> {
  const officer = registersBy(world)
  for (const { support, id, sheet, receivedOn, requestedOn, decidedOn } of registrations(world)) {
    const { person } = support
    const worker = world.ids.staff[person.staffAt]!
    const steps: [string, string, IsoDate, string][] = [
      ['received', 'checklistRoute', receivedOn, '総合事業のサービスを希望'],
      ['checklistRoute', 'criteriaMet', sheet.on, '基本チェックリストで基準に該当'],
      ['criteriaMet', 'notificationAccepted', requestedOn, '届出書を受け取り、市へ依頼'],
    ]
    if (decidedOn) steps.push(['notificationAccepted', 'registered', decidedOn, '内容を確認し、登録'])
    for (const [k, [from, to, on, reason]] of steps.entries()) {
      const isChoice = to === 'checklistRoute'
      yield {
        insurer_id: MEGURI,
        id: supportId(world, 'registration-move', person, k),
        registration_id: id,
        person_id: person.id,
        centre_id: world.ids.centres[person.centreAt] ?? null,
        from_state: from,
        to_state: to,
        moved_on: on,
        staff_id: to === 'registered' ? officer : worker,
        office: to === 'registered' ? 'municipality' : 'centre',
        reason,
        wish: isChoice ? 'checklist' : null,
        consent: isChoice ? true : null,
        is_told: isChoice ? true : null,
        asked_by: isChoice ? worker : null,
        asked_on: isChoice ? on : null,
        at: instantOf(on, 11 * 60 + k),
      }
    }
  }
}
