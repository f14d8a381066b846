import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { type DirectoryClient, DirectoryUnreachable, directoryClient } from './client.ts'
import { readDirectorySettings } from './settings.ts'

// Where the server may be sent by the settings of the directory. The address is the operator's own, from the environment: no
// screen and no request can name one, so inside addresses of the city are allowed (that is where its directory stands). What
// the directory answers must not send the server anywhere else.

const folder = mkdtempSync(join(tmpdir(), 'meguri-oidc-'))
const secretFile = join(folder, 'secret')
writeFileSync(secretFile, 'a-secret-of-the-test\n')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function settingsOf(issuer: string, more: Record<string, string> = {}) {
  const problems: string[] = []
  const settings = readDirectorySettings(
    {
      MEGURI_OIDC_ISSUER: issuer,
      MEGURI_OIDC_CLIENT_ID: 'meguri',
      MEGURI_OIDC_CLIENT_SECRET_FILE: secretFile,
      ...more,
    },
    (sentence) => problems.push(sentence),
  )
  return { settings, problems }
}

describe('庁内のアカウントの設定', () => {
  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://directory.city.example',
    'http://10.0.0.5',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://[::ffff:7f00:1]',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'gopher://127.0.0.1:6379/_x',
    'ない',
  ])('発行者 %s は、始める前に断る', (issuer) => {
    const { settings, problems } = settingsOf(issuer)
    expect(settings).toBeNull()
    expect(problems.join()).toContain('https:// で始まるアドレス')
  })

  it.each(['', 'short', 'x'.repeat(15)])('秘密「%s」は短すぎると断り、環境変数からは読まない', (secret) => {
    const file = join(folder, 'short')
    writeFileSync(file, secret)
    const { settings, problems } = settingsOf('https://directory.city.example', {
      MEGURI_OIDC_CLIENT_SECRET_FILE: file,
      MEGURI_OIDC_CLIENT_SECRET: 'a-secret-of-the-environment',
    })
    expect(settings).toBeNull()
    expect(problems.join()).toContain('短すぎます')
  })
})

describe('発行者の答えが、ほかへ行かせようとするとき', () => {
  const servers: Server[] = []
  afterEach(async () => {
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve))
  })

  /** A server that keeps what it was asked. */
  async function aServer(
    answer: (
      path: string,
      own: string,
    ) => { status: number; headers?: Record<string, string>; body?: unknown },
  ) {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      const { status, headers = {}, body = {} } = answer(request.url ?? '', own)
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(JSON.stringify(body))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    servers.push(server)
    const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return { own, asked }
  }
  const client = (issuer: string): DirectoryClient =>
    directoryClient(settingsOf(issuer).settings!, 'https://meguri.example')

  it.each([301, 302, 303, 307, 308])('転送(%i)には従わない', async (status) => {
    const inside = await aServer(() => ({ status: 200, body: { secret: true } }))
    const issuer = await aServer(() => ({ status, headers: { location: `${inside.own}/latest/meta-data` } }))
    await expect(client(issuer.own).begin()).rejects.toBeInstanceOf(DirectoryUnreachable)
    expect(issuer.asked).toHaveLength(1)
    expect(inside.asked).toEqual([])
  })

  it('別の発行者を名のる答えは使わない', async () => {
    const issuer = await aServer((_, own) => ({
      status: 200,
      body: {
        issuer: 'https://evil.example',
        authorization_endpoint: `${own}/auth`,
        token_endpoint: `${own}/token`,
      },
    }))
    await expect(client(issuer.own).begin()).rejects.toBeInstanceOf(DirectoryUnreachable)
  })

  it('大きすぎる答え、JSON でない答えでも、届かないのと同じに扱う', async () => {
    const issuer = await aServer(() => ({ status: 200, body: 'x'.repeat(1_000_000) }))
    await expect(client(issuer.own).begin()).rejects.toBeInstanceOf(DirectoryUnreachable)
  })

  it('戻りのアドレスは自分のもの: 戻りの文字列で変わらず、要求の範囲は openid と profile だけ', async () => {
    const issuer = await aServer((_, own) => ({
      status: 200,
      body: {
        issuer: own,
        authorization_endpoint: `${own}/auth`,
        token_endpoint: `${own}/token`,
        jwks_uri: `${own}/jwks`,
      },
    }))
    const { address, challenge } = await client(issuer.own).begin()
    expect(address.searchParams.get('redirect_uri')).toBe(
      'https://meguri.example/api/session/directory/callback',
    )
    expect(address.searchParams.get('scope')).toBe('openid profile')
    expect(address.searchParams.get('code_challenge_method')).toBe('S256')
    const returned = new URL(`https://evil.example/?code=x&state=${challenge.state}&iss=https://evil.example`)
    await expect(client(issuer.own).finish(returned, challenge)).rejects.toThrow()
    const wrongState = new URL('https://meguri.example/?code=x&state=other')
    const before = issuer.asked.length
    await expect(client(issuer.own).finish(wrongState, challenge)).rejects.toThrow()
    expect(issuer.asked.slice(before).filter((one) => one.includes('/token'))).toEqual([])
  })
})
