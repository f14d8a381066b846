import { ROLES, type RoleName } from '../platform/access/roles.ts'
import type { IsoDate } from '../platform/calendar/index.ts'
import type { Database } from '../platform/database/open.ts'
import type { SampleInfo } from '../platform/identity/index.ts'
import { centres } from './city/registers.ts'
import { inventStaff } from './city/staff.ts'
import { DEFAULT_ANCHOR, DEFAULT_SEED } from './defaults.ts'
import { readInstallation } from './loading/installation.ts'
import { NameBook } from './names.ts'

/** Published: whoever can open the page of a sample may use all its accounts. */
export const PUBLISHED_PASSWORD = 'meguri-sample'

export interface SampleAccount {
  staffNumber: string
  name: string
  roleLabel: string
  /** Null outside the centres. */
  centreName: string | null
}

/** Whose day the login page offers, one for each kind of work; by role and number of the centre, and what else is to be said. */
const offered: readonly (readonly [role: RoleName, centreAt: number | null, remark?: string])[] = [
  ['centreStaff', 1],
  ['centreManager', 1],
  ['planner', 2],
  ['coreCentreStaff', 0],
  ['contractedCareManager', null],
  ['dementiaPromoter', 1],
  ['officer', null],
  ['officer', null, '（二人目）'], // for what one officer proposes and another approves
  ['districtNurse', null],
  ['auditor', null],
  ['administrator', null],
]

/** Typical accounts of the sample of a seed, for the login page. */
export function sampleAccounts(seed = DEFAULT_SEED, anchor: IsoDate = DEFAULT_ANCHOR): SampleAccount[] {
  const staff = inventStaff(seed, anchor, new NameBook(seed))
  return offered.map(([role, centreAt, remark = ''], at) => {
    const before = offered.slice(0, at).filter(([other, place]) => other === role && place === centreAt)
    const found = staff.filter((member) => member.role === role && member.centreAt === centreAt)[
      before.length
    ]
    if (!found) throw new RangeError(`no ${role} at ${centreAt}`) // the list above and staff.ts disagree
    const { staffNumber, name } = found
    const centreName = centreAt === null ? null : centres[centreAt]!.shortName
    return { staffNumber, name, roleLabel: `${ROLES[role].label}${remark}`, centreName }
  })
}

/** What a sample says of itself on every page and, with its accounts, at the door; null: this is no sample. */
export async function sampleInfo(database: Pick<Database, 'client'>): Promise<SampleInfo | null> {
  const installation = await readInstallation(database)
  if (!installation?.isSample) return null
  return {
    isSample: true,
    notice: `見本です。人も数字も架空です（${installation.attribution}）。実際の記録には使えません。`,
    accounts: sampleAccounts(installation.seed ?? DEFAULT_SEED).map((account) => ({
      ...account,
      password: PUBLISHED_PASSWORD,
    })),
  }
}
