export {
  type AccountKey,
  type AccountState,
  createAccount,
  createSampleAccounts,
  type NewAccount,
  resetPassword,
  resetSecondFactor,
  revokeSessions,
} from './accounts.ts'
export { createIdentity, type Identity, type IdentityOptions } from './identity.ts'
export { auditOperator, done, operate, Refusal, type Report, refuse } from './operate.ts'
export { firstPassword, hashPassword } from './password.ts'
export type { SampleInfo, SessionSheet, SignedIn } from './schema.ts'
export { type IdentityTools, identityOf } from './tools.ts'
