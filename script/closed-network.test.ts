import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CLOSED, canClose } from './closed-network.ts'

const root = join(import.meta.dirname, '..')
const closed = (...words: string[]) => execFileSync(CLOSED, words, { encoding: 'utf8', maxBuffer: 1 << 24 })
const inside = (code: string) => closed(process.execPath, '--input-type=module', '--eval', code)

// Where the kernel forbids network namespaces there is nothing to try; script/test says so.
describe.runIf(canClose())('閉じたネットワーク', () => {
  it.each([
    ['IPv4 の相手', `net.connect(443, '192.0.2.1').on('error', end)`],
    ['IPv6 の相手', `net.connect(443, '2001:db8::1').on('error', end)`],
    ['名前を尋ねる', `dns.lookup('meguri.invalid', end)`],
    ['UDP で送る', `dgram.createSocket('udp4').send('x', 53, '192.0.2.1', end)`],
  ])('外に出ようとすれば数えられる: %s', (_, attempt) => {
    const code = `
      import net from 'node:net'; import dns from 'node:dns'; import dgram from 'node:dgram'
      import { outsideAttempts } from '${join(import.meta.dirname, 'closed-network.ts')}'
      const before = outsideAttempts()
      const end = () => { console.log(outsideAttempts() - before); process.exit() }
      ${attempt}`
    expect(Number(inside(code))).toBeGreaterThan(0)
  })

  it('この機械の中はつながる', () => {
    const code = `
      import net from 'node:net'
      const server = net.createServer((socket) => socket.end('こんにちは')).listen(0, '127.0.0.1', () =>
        net.connect(server.address().port, '127.0.0.1').on('data', (data) => { console.log(String(data)); process.exit() }))`
    expect(inside(code).trim()).toBe('こんにちは')
  })

  it('閉じられない機械では、そう言って 0 でない値で終わる', () => {
    const { status } = spawnSync(CLOSED, ['--can'], { env: { PATH: '/nonexistent' } })
    expect(status).not.toBe(0)
  })

  it('最初の管理者を作り、サーバーを動かし、サインインし、監査を確かめるまで、外に出ようとするものは一つもない', () => {
    const folder = mkdtempSync(join(tmpdir(), 'meguri-closed-'))
    try {
      const walk = join(root, 'script/release/walk-installation.ts')
      const port = String(8000 + (process.pid % 300) * 2)
      const env = { ...process.env, MEGURI_NO_SCREENS: '1' }
      const words = [process.execPath, walk, root, join(folder, 'data'), port]
      const said = execFileSync(CLOSED, words, { encoding: 'utf8', env })
      expect(JSON.parse(said)).toMatchObject({
        doctor: true,
        signIn: 200,
        session: 200,
        metrics: true,
        audit: true,
        outsideAttempts: 0,
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 90_000)
})
