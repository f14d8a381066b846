import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { proposeEndByCertification } from '../registrations/index.ts'
import type { Person } from './read.ts'
import type { Written } from './store.ts'

/** What a decided 認定 means for other areas: a running registration is proposed to end, never ended here (CHK-05, 10). */
export async function followDecision(
  tx: Tx,
  work: Work,
  person: Person,
  id: string,
  { level, validFrom }: Pick<Written, 'level' | 'validFrom'>,
): Promise<void> {
  if (level === null || level === '01' || validFrom === null) return
  await proposeEndByCertification(tx, work, {
    personId: person.id,
    centreId: person.centreId,
    certificationId: id,
    level,
    validFrom,
  })
}
