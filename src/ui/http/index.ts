export { callApi, callFile, callNamedFile, callPath, retryOnTrouble, type SuccessOf } from './call-api.ts'
export { apiFetch, onSessionLost, quietFetch } from './fetch.ts'
export { newId } from './new-id.ts'
export { Conflict, type FieldProblem, Problem } from './problem.ts'
