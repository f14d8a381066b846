// What an operator does first with a new installation: doctor, the first administrator, the server, the first page, signing in,
// metrics, verifying the audit. walk-installation.ts ROOT DATA PORT prints what it saw as one line of JSON.
// Run by the tests of the offline bundle and of the closed network, inside script/closed.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { outsideAttempts } from '../closed-network.ts'

const [root = '', data = '', portText = ''] = process.argv.slice(2)
const port = Number(portText)
const meguri = join(root, 'bin/meguri')
const origin = `http://127.0.0.1:${port}`
const run = (...words: string[]) => execFileSync(meguri, [...words, '--data', data], { encoding: 'utf8' })

const attemptsBefore = outsideAttempts()
const doctor = run('doctor')
const created = run('admin', 'create', '--insurer', '999995', '--insurer-name', '試験市')
const server = spawn(
  meguri,
  ['serve', '--data', data, '--port', portText, '--metrics-port', String(port + 1)],
  {
    stdio: ['ignore', 'pipe', 'pipe'],
  },
)
let said = ''
for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (said += chunk))
try {
  await ready(server)
  const page = await fetch(`${origin}/`)
  const shell = await page.text()
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(shell)?.[1]
  const scriptBytes = script ? (await (await fetch(origin + script)).bytes()).length : 0
  const session = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-meguri-csrf': '1' },
    body: JSON.stringify(credentials(created)),
  })
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''
  const own = await fetch(`${origin}/api/session`, { headers: { cookie } })
  const metrics = await fetch(`http://127.0.0.1:${port + 1}/metrics`)
  const figures = await metrics.text()
  await stop(server)
  const saw = {
    doctor: !doctor.includes('要対応'),
    page: page.status,
    script: scriptBytes > 0,
    signIn: session.status,
    session: own.status,
    metrics: /^meguri_build_info\{version="/m.test(figures),
    audit: run('audit', 'verify').includes('末尾'), // ends with 2 on any finding, which throws
    outsideAttempts: outsideAttempts() - attemptsBefore,
  }
  console.log(JSON.stringify(saw))
} finally {
  await stop(server)
}

async function ready(child: ChildProcess): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said}`)
    if (
      await fetch(`${origin}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await sleep(100)
  }
  throw new Error(`not ready: ${said}`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

/** As printed once for the operator. */
function credentials(text: string): { staffNumber: string; password: string } {
  const [, staffNumber] = /^\s*職員番号\s+(\S+)/m.exec(text) ?? []
  const [, password] = /^\s*パスワード\s+(\S+)/m.exec(text) ?? []
  if (!staffNumber || !password) throw new Error(`no credentials in: ${text}`)
  return { staffNumber, password }
}
