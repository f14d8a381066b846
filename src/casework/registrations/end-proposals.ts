import { addDays } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import { levelGroup } from '../certifications/codes.ts'
import { certificationsFrom } from '../certifications/index.ts'
import type { Registration } from './answers.ts'
import type { Course } from './read.ts'

/** 認定 that begin while the registration runs, with the last day they give it (CHK-05, 10); 要介護: null, to be settled. */
export async function endProposals(
  tx: Tx,
  insurerId: number,
  { personId, state, startsOn }: Pick<Course, 'personId' | 'state' | 'startsOn'>,
): Promise<Registration['endProposals']> {
  if (state !== 'registered' || startsOn === null) return []
  const found = await certificationsFrom(tx, insurerId, personId, startsOn)
  return found.map(({ id, level, validFrom }) => ({
    certificationId: id,
    level,
    validFrom,
    lastDay: levelGroup(level) === 'support' ? addDays(validFrom, -1) : null,
  }))
}
