import type pg from 'pg'
import type { Clock } from '../clock.ts'
import type { FoundSession } from '../http/app.ts'
import {
  type AccountKey,
  type AccountState,
  accountStates,
  createAccount,
  type NewAccount,
  resetPassword,
  resetSecondFactor,
  revokeSessions,
} from './accounts.ts'
import { createAuth } from './auth.ts'
import { type SessionCookie, sessionCookie } from './cookie.ts'
import { directoryClient } from './directory/client.ts'
import type { DirectorySettings } from './directory/settings.ts'
import { comeBack, type DirectoryResult, finishWithCode, goToDirectory } from './directory/sign-in.ts'
import type { Login } from './login.ts'
import { type ChangeResult, changePassword, endSessions, provePassword } from './own-password.ts'
import { endSession, listSessions, movePost } from './own-sessions.ts'
import { dummyHash } from './password.ts'
import type { OwnSession, SampleInfo, SessionSheet, SignIn } from './schema.ts'
import { secondFactorOf } from './second-factor.ts'
import { openSessionFinder } from './session-finder.ts'
import type { SessionRecord } from './session-store.ts'
import { signedIn, staffSheet } from './sheet.ts'
import { type SignInResult, signIn } from './sign-in.ts'
import { openStore } from './store.ts'

export interface IdentityOptions {
  /** connection of the role meguri_identity */
  identityConfig: pg.ClientConfig
  clock: Clock
  /** MEGURI_URL; https makes cookies Secure */
  origin: string | undefined
  /** at least 32 letters, kept outside the database: signs cookies, encrypts second factors */
  secret: string
  /** what a sample says of itself; null: real data */
  sampleInfo?: () => Promise<SampleInfo | null> | SampleInfo | null
  /** the city's directory; null: staff number and password only */
  directory?: DirectorySettings | null
  /** passwords that stand in a public place and may not be chosen */
  publishedPasswords?: readonly string[]
}

export type { ChangeResult } from './own-password.ts'

export interface Identity {
  cookie: SessionCookie
  /** The hot path of every request. */
  findSession(cookieHeader: string | undefined): Promise<FoundSession | null>
  currentSession(cookieHeader: string | undefined): Promise<SessionRecord | null>
  sheet(record: SessionRecord | null): Promise<SessionSheet>
  signIn(credentials: SignIn, userAgent?: string): Promise<SignInResult>
  /** Sign-in through the city's directory; null: not configured. */
  directory: DirectoryDoor | null
  signOut(record: SessionRecord): Promise<void>
  /** Ends all sessions of the login and begins a new one. */
  changePassword(
    record: SessionRecord,
    change: { current: string; next: string },
    userAgent?: string,
  ): Promise<ChangeResult>
  /** @returns false when the post is not one's own or does not hold today */
  takePost(record: SessionRecord, postId: string): Promise<boolean>
  listSessions(record: SessionRecord): Promise<OwnSession[]>
  endSession(record: SessionRecord, sessionId: string): Promise<boolean>
  startSecondFactor(record: SessionRecord): Promise<{ secret: string; uri: string } | null>
  /** Ends the other sessions. @returns recovery codes; null: wrong code */
  confirmSecondFactor(record: SessionRecord, code: string): Promise<string[] | null>
  /** @returns false when the password is wrong */
  disableSecondFactor(record: SessionRecord, password: string): Promise<boolean>
  createAccount(account: NewAccount & { password: string; mustChangePassword: boolean }): Promise<void>
  resetPassword(key: AccountKey): Promise<string | null>
  resetSecondFactor(key: AccountKey): Promise<boolean>
  revokeSessions(key: AccountKey): Promise<number>
  /** Those of the insurer's staff who have an account. */
  accountStates(insurerId: number, staffIds: readonly string[]): Promise<AccountState[]>
  end(): Promise<void>
}

export interface DirectoryDoor {
  label: string
  isSecure: boolean
  /** @throws DirectoryUnreachable */
  begin(): Promise<{ address: URL; attempt: string }>
  comeBack(returned: URL, attempt: string | null, userAgent?: string): Promise<DirectoryResult>
  /** our own second factor, after the directory's word */
  finish(
    code: string,
    attempt: string | null,
    userAgent?: string,
  ): Promise<DirectoryResult | { outcome: 'wrong-code'; who: Login }>
}

/** Opens identity; resolves when it hears revocations. @throws when the database cannot be reached */
export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const { identityConfig, clock, origin, secret } = options
  if (secret.length < 32) throw new RangeError('the secret of identity has at least 32 letters')
  const store = openStore(identityConfig)
  const auth = createAuth({ pool: store.pool, secret, origin: origin ?? 'http://localhost' })
  const cookie = sessionCookie(secret, origin?.startsWith('https:') ?? false)
  const secondFactor = secondFactorOf(store, secret)
  const finder = await openSessionFinder(store, identityConfig, clock)
  await dummyHash()
  const parts = { store, auth, clock, secondFactor }
  const isSecure = origin?.startsWith('https:') ?? false
  const door = (settings: DirectorySettings): DirectoryDoor => {
    // without MEGURI_URL nobody could come back: readConfig refuses that
    const withDirectory = { ...parts, directory: directoryClient(settings, origin ?? 'http://localhost') }
    return {
      label: settings.label,
      isSecure,
      begin: () => goToDirectory(withDirectory),
      comeBack: (returned, attempt, userAgent) => comeBack(withDirectory, { returned, attempt, userAgent }),
      finish: (code, attempt, userAgent) => finishWithCode(withDirectory, { code, attempt, userAgent }),
    }
  }
  const today = () => clock.today().toString()
  const sheetOf = (record: SessionRecord) => staffSheet(store, record.insurerId, record.staffId, today())

  const currentSession: Identity['currentSession'] = async (header) => {
    const token = cookie.tokenOf(header)
    return token ? finder.find(token) : null
  }
  return {
    cookie,
    currentSession,
    async findSession(header) {
      const record = await currentSession(header)
      return record && { actor: record.actor, restricted: record.restricted }
    },
    async sheet(record) {
      const sample = (await options.sampleInfo?.()) ?? null
      const sheet = record && (await sheetOf(record))
      const directory = options.directory ? { label: options.directory.label } : null
      return record && sheet ? signedIn(record, sheet, sample) : { signedIn: false, sample, directory }
    },
    directory: options.directory ? door(options.directory) : null,
    signIn: (credentials, userAgent) => signIn(parts, credentials, userAgent),
    async signOut(record) {
      await endSession(store, record.loginId, record.id)
      finder.forget({ sessionId: record.id })
    },
    async changePassword(record, change, userAgent) {
      const published = options.publishedPasswords ?? []
      const result = await changePassword(parts, record, change, { published, userAgent })
      finder.forget({ staffId: record.staffId })
      return result
    },
    async takePost(record, postId) {
      const sheet = await sheetOf(record)
      if (!sheet?.posts.some((post) => post.id === postId)) return false
      await movePost(store, record, postId)
      finder.forget({ sessionId: record.id })
      return true
    },
    listSessions: (record) => listSessions(store, record, clock.now()),
    async endSession(record, sessionId) {
      const isEnded = await endSession(store, record.loginId, sessionId)
      finder.forget({ sessionId })
      return isEnded
    },
    async startSecondFactor(record) {
      const sheet = await sheetOf(record)
      return sheet && secondFactor.start({ id: record.loginId, staffNumber: sheet.staff.staffNumber })
    },
    async confirmSecondFactor(record, code) {
      const codes = await secondFactor.confirm(record.loginId, code, clock.now())
      if (codes) await endSessions(store, record.loginId, record.id)
      finder.forget({ staffId: record.staffId })
      return codes
    },
    async disableSecondFactor(record, password) {
      if (!(await provePassword(parts, record, password))) return false
      await secondFactor.remove(record.loginId)
      await endSessions(store, record.loginId, record.id)
      finder.forget({ staffId: record.staffId })
      return true
    },
    createAccount: (account) => createAccount(store, clock, account),
    async resetPassword(key) {
      const password = await resetPassword(store, clock, key)
      finder.forget({ staffId: key.staffId })
      return password
    },
    async resetSecondFactor(key) {
      const isDone = await resetSecondFactor(store, key)
      finder.forget({ staffId: key.staffId })
      return isDone
    },
    async revokeSessions(key) {
      const ended = await revokeSessions(store, key)
      finder.forget({ staffId: key.staffId })
      return ended
    },
    accountStates: (insurerId, staffIds) => accountStates(store, clock.now(), insurerId, staffIds),
    async end() {
      await finder.end()
      await store.pool.end()
    },
  }
}
