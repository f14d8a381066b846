import { ROLES } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/work.ts'
import type { PostChoices } from './schema.ts'

const CENTRES = `select id, name from registers.centre
  where insurer_id = $1 and (valid_to is null or valid_to >= $2::date) order by name, id`
const ORGANISATIONS = `select id, name from registers.organisation where insurer_id = $1 order by name, id`

/** Everything a post can be: the roles, the centres that have not ended, the organisations. Some dozen rows, given whole. */
export async function postChoices(work: Work): Promise<PostChoices> {
  const { insurerId } = work.actor
  const [centres, organisations] = (await work.flight([
    { text: CENTRES, values: [insurerId, work.today] },
    { text: ORGANISATIONS, values: [insurerId] },
  ])) as [PostChoices['centres'], PostChoices['organisations']]
  const roles = Object.entries(ROLES).map(([role, { label, reach }]) => ({ role, label, reach }))
  return { roles, centres, organisations }
}
