import type { RoleName } from '../../../platform/access/roles.ts'
import type { NewStaff } from '../schema.ts'

type Profession = NewStaff['profession']

const PLANNERS: readonly Profession[] = [
  'publicHealthNurse',
  'socialWorker',
  'chiefCareManager',
  'careManager',
  'other', // 経験のある社会福祉主事など
]

/** Professions that a role is usually held by; a role that is not named goes with any. */
const USUAL: Partial<Record<RoleName, readonly Profession[]>> = {
  centreStaff: ['publicHealthNurse', 'socialWorker', 'chiefCareManager', 'careManager', 'other'],
  coreCentreStaff: ['publicHealthNurse', 'socialWorker', 'chiefCareManager', 'careManager', 'other'],
  planner: PLANNERS,
  contractedCareManager: ['chiefCareManager', 'careManager'],
  districtNurse: ['publicHealthNurse'],
  clerk: ['clerk', 'other'],
}

/** Whether the profession is one that the role is usually held by. Unusual is a question to whoever enters it, never a refusal. */
export const isPlausible = (role: RoleName, profession: Profession): boolean =>
  USUAL[role]?.includes(profession) ?? true
