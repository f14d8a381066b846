// Runs every journey (*.journey.ts) in a real browser against a real server on a throwaway sample.
// node e2e/run.ts [--closed] [--shots FOLDER] [name…]; the last line is `N passed, N failed`.
// --closed: server, database and browser run where only this machine can be reached; who tries to leave it is a failure.
import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { CLOSED, canClose, outsideAttempts } from '../script/closed-network.ts'
import { readConfig } from '../src/config.ts'
import { buildScreens } from '../src/platform/cli/build-screens.ts'
import { logTo } from '../src/platform/http/log.ts'
import { startServer } from '../src/server.ts'
import { type Journey, openBrowser, Stage, scratchFolder } from './harness.ts'

const { values, positionals } = parseArgs({
  options: { shots: { type: 'string' }, closed: { type: 'boolean' } },
  allowPositionals: true,
})
const isClosed = process.env.MEGURI_JOURNEYS_CLOSED === '1'
if (isClosed) {
  // Chromium looks for a way to this address to learn whether there is IPv6 (nothing is sent): it finds one, and is not counted
  spawnSync('ip', ['-6', 'route', 'add', 'local', '2001:4860:4860::8888', 'dev', 'lo'])
}
if (values.closed && !isClosed) {
  if (canClose()) {
    const env = { ...process.env, MEGURI_JOURNEYS_CLOSED: '1' }
    const words = [process.execPath, ...process.argv.slice(1)]
    process.exit(spawnSync(CLOSED, words, { stdio: 'inherit', env }).status ?? 1)
  }
  console.log('the network cannot be closed here (unshare is refused): the journeys run with it open')
}
const data = scratchFolder('e2e')
const shots = values.shots ?? join(data.path, 'shots')
mkdirSync(shots, { recursive: true })

await buildScreens(console.log)
const config = readConfig({ data: join(data.path, 'data'), port: String(await freePort()), demo: true }, {})
const server = await startServer(config, {
  log: logTo(
    () => {},
    () => '',
  ),
  rate: { perSecond: 1000, burst: 2000 },
})
const browser = await openBrowser()
let passed = 0
let failed = 0
try {
  const stage = new Stage(server.address, browser, shots)
  for (const path of globSync('*.journey.ts', { cwd: import.meta.dirname }).sort()) {
    const { journeys } = (await import(pathToFileURL(join(import.meta.dirname, path)).href)) as {
      journeys: Journey[]
    }
    for (const journey of journeys) {
      if (
        positionals.length > 0 &&
        !positionals.some((word) => journey.name.includes(word) || path.includes(word))
      )
        continue
      const begun = performance.now()
      try {
        await journey.run(stage)
        if (stage.faults.length > 0) throw new Error(`the browser complained:\n${stage.faults.join('\n')}`)
        passed += 1
        console.log(`ok    ${journey.name} (${Math.round(performance.now() - begun)} ms)`)
      } catch (error) {
        failed += 1
        await stage.shotOfFailure(journey.name)
        console.error(`FAIL  ${journey.name}\n${error instanceof Error ? error.stack : error}`)
        for (const page of await stage.lastSeen()) console.error(`  the page shows ${page}`)
      } finally {
        stage.faults.length = 0
        await stage.closePages()
      }
    }
  }
} finally {
  await browser.close()
  await server.stop()
  data.remove()
}
if (isClosed) {
  const attempts = outsideAttempts()
  if (attempts === 0) passed += 1
  else failed += 1
  console.log(
    `${attempts === 0 ? 'ok  ' : 'FAIL'}  the network was closed; attempts to leave this machine: ${attempts}`,
  )
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

/** Two runs at the same time shall not meet. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
