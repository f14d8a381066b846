import { addDays } from '../../platform/calendar/index.ts'
import { MEGURI } from '../city/registers.ts'
import { instantOf } from '../ids.ts'
import type { Row } from '../tables.ts'
import type { SampleWorld } from '../world.ts'
import { type Support, supports } from './decide.ts'
import { supportId } from './ids.ts'

/** Rows of casework.certification: the 認定 in force, and the renewal that some have applied for. */
export function* certificationRows(world: SampleWorld): Generator<Row<'casework.certification'>> {
  const decider = world.staff.find(({ role }) => role === 'certificationOfficer')
  const by = decider ? world.ids.staff[decider.at]! : null
  for (const { person, certification } of supports(world)) {
    if (!certification) continue
    const { level, from, to, months, renewsOn } = certification
    const place = {
      insurer_id: MEGURI,
      person_id: person.id,
      centre_id: world.ids.centres[person.centreAt] ?? null,
      kind: 'renewal',
      created_by: by,
    }
    yield {
      ...place,
      id: supportId(world, 'certification', person),
      state: 'decided',
      basis: 'decision',
      applied_on: addDays(from, -45),
      decided_on: addDays(from, -12),
      level,
      valid_from: from,
      valid_to: to,
      months,
      created_at: instantOf(addDays(from, -12), 15 * 60),
    }
    if (renewsOn)
      yield {
        ...place,
        id: supportId(world, 'certification', person, 1),
        state: 'received',
        basis: 'application',
        applied_on: renewsOn,
        decided_on: null,
        level: null,
        valid_from: null,
        valid_to: null,
        months: null,
        created_at: instantOf(renewsOn, 10 * 60),
      }
  }
}

/** What a course is based on. */
export const basisOf = (world: SampleWorld, { person, standing, certification }: Support) => {
  const level = certification?.level ?? (standing === 'registered' ? '06' : null)
  return {
    level_code: level,
    level_source: certification ? 'certification' : level === '06' ? 'registration' : null,
    certification_id: certification ? supportId(world, 'certification', person) : null,
    registration_id: standing === 'registered' ? supportId(world, 'registration', person) : null,
  }
}
