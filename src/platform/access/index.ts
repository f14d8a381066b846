export { type Actor, holdersOf } from './actor.ts'
export { abilitiesOf, allRights, mayRole, type Policy, policy, type Right } from './policy.ts'
export { CASEWORKERS, type Reach, ROLE_NAMES, ROLES, type RoleName } from './roles.ts'
export { recordCondition, scopeCondition } from './scope.ts'
