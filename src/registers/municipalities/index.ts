export { chooseSet, makeTopology } from './boundaries.ts'
export {
  findMunicipality,
  municipalitiesOn,
  municipalitiesStatement,
  municipalityOn,
  periodsOf,
} from './find.ts'
export { insurerMembersOn, insurerMembersStatement } from './members.ts'
export {
  type MatchBasis,
  type MatchedInsurer,
  matchInsurers,
  type NamedInsurer,
  type StatedMember,
} from './rules/match-insurers.ts'
export { foldMunicipality, isBasic, type Municipality } from './rules/municipality.ts'
