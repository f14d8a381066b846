import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import type { Insurer } from './schema.ts'

/** The insurer of the reader's post. */
export async function ownInsurer(work: Work): Promise<Insurer> {
  const [rows] = await work.flight([
    {
      text: `select insurer_number as "insurerNumber", name, kind, is_statistics_only as "isStatisticsOnly",
          is_sample as "isSample"
        from registers.insurer where insurer_id = $1`,
      values: [work.actor.insurerId],
    },
  ])
  const insurer = (rows as Insurer[])[0]
  if (!insurer) throw notFound()
  return insurer
}
