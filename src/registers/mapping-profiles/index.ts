import './policy.ts'

export { fileOf, refuseFile, rowOf, textOf } from './look-form.ts'
export { bestFits } from './preview.ts'
export { listProfiles, namedMapping, parseMapping, putProfile } from './service.ts'
