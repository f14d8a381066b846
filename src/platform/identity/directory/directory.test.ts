import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../database/testing/database.ts'
import { asOwner, TEST_NOW } from '../../testing/insurer.ts'
import { createIdentity, type Identity } from '../identity.ts'
import { anAccount, movingClock, openIdentity, PASSWORD } from '../testing/account.ts'
import { TEST_SECRET } from '../testing/session-for.ts'
import { codeOf, counterAt } from '../totp.ts'
import type { DirectorySettings } from './settings.ts'

const ORIGIN = 'http://meguri.test'
const BACK = `${ORIGIN}/api/session/directory/callback`

/** A real provider on this machine, as a city's directory would be: whoever types a name is that account there. */
async function aDirectory() {
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const names = new Map<string, string>()
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'meguri', client_secret: 'a-secret-of-the-test', redirect_uris: [BACK] }],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['a-key-of-the-test'] },
    findAccount: (_, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject, preferred_username: names.get(subject) }),
    }),
  })
  server.on('request', provider.callback())
  return {
    settings: (more: Partial<DirectorySettings> = {}): DirectorySettings => ({
      issuer: new URL(issuer),
      clientId: 'meguri',
      clientSecret: 'a-secret-of-the-test',
      get insurerNumber() {
        return ownInsurer
      },
      claim: 'preferred_username',
      label: '試験市のアカウント',
      provesTwoFactors: false,
      ...more,
    }),
    /** gives the account of the directory its staff number */
    name: (subject: string, staffNumber: string) => names.set(subject, staffNumber),
    end: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** What a browser does at the directory: signs in as `subject`, agrees, and is sent back. @returns where to */
async function throughTheDirectory(start: URL, subject: string): Promise<URL> {
  const jar = new Map<string, string>()
  const go = async (address: URL, form?: Record<string, string>): Promise<URL> => {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const location = answer.headers.get('location')
    if (location) {
      const next = new URL(location, address)
      return next.origin === ORIGIN ? next : go(next)
    }
    const page = await answer.text()
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    if (!prompt) throw new Error(`no form at ${address.pathname}: ${answer.status}`)
    return go(address, prompt === 'login' ? { prompt, login: subject, password: 'x' } : { prompt })
  }
  return go(start)
}

let database: TestDatabase
let directory: Awaited<ReturnType<typeof aDirectory>>
let plain: Identity
const clock = movingClock(TEST_NOW)
const open: Identity[] = []
beforeAll(async () => {
  database = await testDatabase()
  directory = await aDirectory()
  plain = await openIdentity(database, clock)
})
afterAll(async () => {
  for (const identity of [...open, plain]) await identity.end()
  await directory.end()
})

async function identityWith(more: Partial<DirectorySettings> = {}) {
  const identity = await createIdentity({
    identityConfig: database.client('identity'),
    clock,
    origin: ORIGIN,
    secret: TEST_SECRET,
    directory: directory.settings(more),
  })
  open.push(identity)
  const door = identity.directory
  if (!door) throw new Error('no door')
  return { identity, door }
}

/** 保険者番号 of the city whose directory it is: that of the worker made last */
let ownInsurer: string | null = null
const numberOf = (insurerId: number) =>
  asOwner(database, async (client) => {
    const { rows } = await client.query<{ number: string }>(
      'select insurer_number as number from registers.insurer where insurer_id = $1',
      [insurerId],
    )
    return rows[0]?.number ?? null
  })

let subjects = 0
async function aWorker(options: Parameters<typeof anAccount>[2] = {}) {
  const account = await anAccount(database, plain, options)
  ownInsurer = await numberOf(account.insurer.id)
  const subject = `subject-${++subjects}`
  directory.name(subject, account.staffNumber.toUpperCase())
  return { ...account, subject }
}

describe('庁内のアカウントでのサインイン', () => {
  it('ディレクトリーで入ると、職員番号の職でサインインする。最初のパスワードは問わない', async () => {
    const { identity, door } = await identityWith()
    const { subject, actor } = await aWorker({ mustChangePassword: true })
    const { address, attempt } = await door.begin()
    const result = await door.comeBack(await throughTheDirectory(address, subject), attempt)
    expect(result.outcome).toBe('signed-in')
    if (result.outcome !== 'signed-in') return
    const session = await identity.currentSession(identity.cookie.pair(result.token))
    expect(session).toMatchObject({ staffId: actor.staffId, restricted: null })
  })

  it('戻りの番号は一度だけ。別のブラウザー、別の試み、10分後には通らない', async () => {
    const { door } = await identityWith()
    const { subject } = await aWorker()
    const first = await door.begin()
    const returned = await throughTheDirectory(first.address, subject)
    expect((await door.comeBack(returned, null)).outcome).toBe('refused')
    const other = await door.begin()
    expect((await door.comeBack(returned, other.attempt)).outcome).toBe('refused')
    expect((await door.comeBack(returned, first.attempt)).outcome).toBe('signed-in')
    expect((await door.comeBack(returned, first.attempt)).outcome).toBe('refused')
    const late = await door.begin()
    const lateReturn = await throughTheDirectory(late.address, subject)
    clock.move({ minutes: 10, milliseconds: 1 })
    expect((await door.comeBack(lateReturn, late.attempt)).outcome).toBe('refused')
  })

  it('職員番号が別の人に付け替えられても、前の人の口座は開かない', async () => {
    const { door } = await identityWith()
    const { subject, staffNumber } = await aWorker()
    const enter = async (as: string) => {
      const { address, attempt } = await door.begin()
      return door.comeBack(await throughTheDirectory(address, as), attempt)
    }
    expect((await enter(subject)).outcome).toBe('signed-in')
    directory.name('someone-new', staffNumber)
    expect((await enter('someone-new')).outcome).toBe('unknown')
    directory.name(subject, 'renamed')
    expect((await enter(subject)).outcome).toBe('signed-in')
  })

  it('ほかの保険者の職員は、同じ認証基盤の番号と同じでも、前に入ったことがあっても入れない', async () => {
    const { door } = await identityWith()
    const enter = async (as: string) => {
      const { address, attempt } = await door.begin()
      return (await door.comeBack(await throughTheDirectory(address, as), attempt)).outcome
    }
    const first = await aWorker()
    expect(await enter(first.subject)).toBe('signed-in')
    const second = await aWorker() // from here on the directory is that of the second city
    expect(await enter(first.subject)).toBe('unknown')
    directory.name('administrator-there', (await anAccount(database, plain, {})).staffNumber)
    expect(await enter('administrator-there')).toBe('unknown')
    ownInsurer = null // several insurers, and nobody said whose directory it is
    expect(await enter(second.subject)).toBe('unknown')
  })

  it('登録のない職員番号、番号のない人は入れない', async () => {
    const { door } = await identityWith()
    directory.name('nobody', 'no-such-number')
    for (const subject of ['nobody', 'without-number']) {
      const { address, attempt } = await door.begin()
      const result = await door.comeBack(await throughTheDirectory(address, subject), attempt)
      expect(result.outcome).toBe('unknown')
    }
  })

  it('確認コードを設定した人は、そのあとにコードを求められる。違うコードは5回で閉じる', async () => {
    const { identity, door } = await identityWith()
    const { subject, staffNumber } = await aWorker()
    const code = await withSecondFactor(staffNumber)
    const { address, attempt } = await door.begin()
    const half = await door.comeBack(await throughTheDirectory(address, subject), attempt)
    expect(half.outcome).toBe('code')
    if (half.outcome !== 'code') return
    for (let n = 0; n < 5; n += 1)
      expect((await door.finish('000000', half.attempt)).outcome).toBe('wrong-code')
    clock.move({ minutes: 1 })
    expect((await door.finish(code(), half.attempt)).outcome).toBe('wrong-code')
    clock.move({ minutes: 15 })
    expect((await door.finish(code(), half.attempt)).outcome).toBe('refused')
    const again = await door.begin()
    const next = await door.comeBack(await throughTheDirectory(again.address, subject), again.attempt)
    if (next.outcome !== 'code') throw new Error(next.outcome)
    const done = await door.finish(code(), next.attempt)
    expect(done.outcome).toBe('signed-in')
    expect((await door.finish(code(), next.attempt)).outcome).toBe('refused')
    await identity.end().catch(() => {})
    open.splice(open.indexOf(identity), 1)
  })

  it('2要素を求める保険者では、ディレクトリーが2要素を確かめる設定のときだけ、そのまま入れる', async () => {
    const { subject } = await aWorker({ twoFactorsRequired: true })
    for (const [provesTwoFactors, restricted] of [
      [false, 'second-factor'],
      [true, null],
    ] as const) {
      const { identity, door } = await identityWith({ provesTwoFactors })
      const { address, attempt } = await door.begin()
      const result = await door.comeBack(await throughTheDirectory(address, subject), attempt)
      if (result.outcome !== 'signed-in') throw new Error(result.outcome)
      const session = await identity.currentSession(identity.cookie.pair(result.token))
      expect(session?.restricted).toBe(restricted)
    }
  })

  it('退職した職員は、ディレクトリーで入れても入れない', async () => {
    const { door } = await identityWith()
    const { subject, actor, insurer } = await aWorker()
    await asOwner(database, (client) =>
      client.query(`update registers.staff set valid_to = '2026-11-21' where insurer_id = $1 and id = $2`, [
        insurer.id,
        actor.staffId,
      ]),
    )
    const { address, attempt } = await door.begin()
    const result = await door.comeBack(await throughTheDirectory(address, subject), attempt)
    expect(result.outcome).toBe('unknown')
  })

  it('ディレクトリーが答えないときは、それと分かる', async () => {
    const { door } = await identityWith({ issuer: new URL('http://127.0.0.1:9') })
    await expect(door.begin()).rejects.toThrow('discovery failed')
  })
})

/** Sets the second factor up. @returns a maker of codes; each counts once, so time goes on in between */
async function withSecondFactor(staffNumber: string): Promise<() => string> {
  const signed = await plain.signIn({ staffNumber, password: PASSWORD })
  if (signed.outcome !== 'signed-in') throw new Error(signed.outcome)
  const record = await plain.currentSession(plain.cookie.pair(signed.token))
  const started = record && (await plain.startSecondFactor(record))
  if (!record || !started) throw new Error('no second factor')
  const secret = fromBase32(started.secret)
  const code = () => codeOf(secret, counterAt(clock.now()))
  await plain.confirmSecondFactor(record, code())
  return code
}

function fromBase32(text: string): string {
  const bits = [...text]
    .map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'))
    .join('')
  return (bits.match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('')
}
