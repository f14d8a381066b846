import { join } from 'node:path'
import { locales, config as zodConfig } from 'zod'
import type { Config } from './config.ts'
import { auditKey, auditPaths, createReadQueue, startSealer } from './platform/audit/index.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { Engine } from './platform/database/engine.ts'
import { migrate } from './platform/database/migrate.ts'
import { type Database, openDatabase } from './platform/database/open.ts'
import { OperatorError } from './platform/errors/operator.ts'
import { startHousekeeping } from './platform/housekeeping/housekeeping.ts'
import { createApp } from './platform/http/app.ts'
import { findAreas, findJobKinds } from './platform/http/find-areas.ts'
import { type Listening, listen } from './platform/http/listen.ts'
import { type Log, logTo } from './platform/http/log.ts'
import { bufferedLog } from './platform/http/log-buffer.ts'
import { rarely } from './platform/http/log-rarely.ts'
import { type Admission, createAdmission } from './platform/http/overload.ts'
import { createIdentity } from './platform/identity/index.ts'
import { identitySecret } from './platform/identity/secret.ts'
import { installQueue, startJobs } from './platform/jobs/index.ts'
import { buildInfo } from './platform/metrics/build-info.ts'
import { createMetrics, databaseSource, type RequestMeter } from './platform/metrics/index.ts'
import { lastBackup } from './platform/metrics/last-backup.ts'
import { PUBLISHED_PASSWORD, prepareSample, readInstallation, sampleInfo } from './sample/index.ts'

const SCREENS = join(import.meta.dirname, '..', 'web-build')

/** Ends one part. `isLost`: the database is gone, nothing is to be waited for. */
type Undo = (isLost: boolean) => Promise<void>

const LOST_DRAIN_MS = 300

export interface RunningServer {
  address: string
  /** Drains requests, stores what waits, leaves the database. Safe to call twice. */
  stop(): Promise<void>
}

export interface ServeOptions {
  say?: (line: string) => void
  log?: Log
  clock?: Clock
  rate?: { perSecond: number; burst: number }
}

/**
 * Migrates, loads the sample where asked, and serves until SIGINT or SIGTERM or until the database is lost.
 * @returns the exit code: 0 stopped by a signal, 1 database lost, so that a supervisor starts it again
 */
export async function serve(config: Config): Promise<number> {
  // heard from the first moment on: a start that takes a while (sample, recovery) can be stopped cleanly too
  const signalled = new Promise<number>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(0))
  })
  const server = await startServer(config, { say: (line) => console.log(line) })
  const lost = server.lost.then(() => {
    console.error('データベースが止まりました。サーバーを終わります。もう一度起動すると自動で回復します。')
    return 1
  })
  const code = await Promise.race([lost, signalled])
  if (code === 0) console.log('止めています…')
  await server.stop()
  return code
}

/** The server with all its parts, for `serve` and for tests. @throws with a Japanese reason when it cannot start */
export async function startServer(
  config: Config,
  {
    say = () => {},
    log = logTo(
      bufferedLog((text) => process.stderr.write(text)),
      () => systemClock.now().toString(),
    ),
    clock = systemClock,
    rate,
  }: ServeOptions = {},
): Promise<RunningServer & { lost: Promise<Error>; database: Database }> {
  zodConfig(locales.ja())
  const database = await openDatabase(config, { serve: true })
  const undo: Undo[] = [() => database.close()]
  let isLost = false
  void database.lost.then(() => {
    isLost = true
  })
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step(isLost).catch((error) => console.error(error))
  }
  try {
    const parts = await openParts(config, database, clock, log, say, undo)
    const admission = createAdmission()
    const meter = await publishMetrics(config, database, parts.engine, admission, undo)
    const app = createApp({
      ...parts,
      log,
      meter,
      admission,
      origin: config.publicUrl ?? undefined,
      screensFolder: SCREENS,
      rate,
    })
    const listening = await listenOrSay(app.fetch, config)
    // What is under way without a database only ends in errors: they are sent, then it is over.
    undo.push((lost) => listening.close(lost ? LOST_DRAIN_MS : undefined))
    for (const line of await welcome(config, listening.address, database)) say(line)
    return { address: listening.address, stop, lost: database.lost, database }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Everything between the database and the address, each part with its end pushed to `undo`. */
async function openParts(
  config: Config,
  database: Database,
  clock: Clock,
  log: Log,
  say: (line: string) => void,
  undo: Undo[],
) {
  await migrate(database.client('owner'))
  await installQueue(database.client('owner'))
  if (config.demo) await prepareSample(database, clock, say)
  const areas = findAreas()
  const { keyFile, headFile } = auditPaths(config)
  const complain = rarely(log)
  const onError = (error: unknown) => complain({ level: 'error', event: 'audit', error: String(error) })
  const sealer = startSealer(database.client('audit'), auditKey(keyFile), { headFile, clock, onError })
  undo.push(() => sealer.end())
  const readQueue = createReadQueue(database.client('app'))
  undo.push(() => readQueue.end())
  const engine = new Engine(database.client('app'), { reference: database.client('reference') })
  undo.push(() => engine.end())
  const housekeeping = startHousekeeping(engine, log)
  undo.push(async () => housekeeping.stop())
  const info = await sampleInfo(database)
  const identity = await createIdentity({
    identityConfig: database.client('identity'),
    clock,
    origin: config.publicUrl ?? undefined,
    secret: identitySecret(config.dataDir),
    sampleInfo: () => info,
    publishedPasswords: [PUBLISHED_PASSWORD],
    directory: config.directory,
  })
  undo.push(() => identity.end())
  const jobs = await startJobs(
    database.client('jobs'),
    { engine, clock, readQueue },
    await findJobKinds(),
    log,
  )
  undo.push((lost) => jobs.stop(lost))
  return {
    engine,
    clock,
    readQueue,
    identity,
    jobs,
    areas: await areas,
    findSession: identity.findSession,
    isReady: async () => {
      const [row] = await engine.plain<{ ok: number }>('select 1 as ok').catch(() => [])
      return row?.ok === 1
    },
  }
}

/** @returns what counts requests; undefined when the configuration asks for no metrics */
async function publishMetrics(
  { metricsPort, dataDir }: Config,
  database: Database,
  engine: Engine,
  admission: Admission,
  undo: Undo[],
): Promise<RequestMeter | undefined> {
  if (metricsPort === null) return undefined
  const { meter, publish } = createMetrics()
  const published = await orSay('127.0.0.1', metricsPort, '--metrics-port', () =>
    publish(metricsPort, {
      pool: () => engine.poolUse,
      door: () => admission.state(),
      database: databaseSource(database.client('jobs'), database.client('audit')),
      lastBackup: () => lastBackup(dataDir),
      build: buildInfo(database.serverVersion),
    }),
  )
  undo.push(() => published.close())
  return meter
}

const listenOrSay = (fetch: Parameters<typeof listen>[0], { host, port }: Config): Promise<Listening> =>
  orSay(host, port, '--port', () => listen(fetch, host, port))

async function orSay<T>(host: string, port: number, flag: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EADDRINUSE')
      throw new StartRefused(
        `ポート ${port} はほかのプログラムが使っています。${flag} で別の番号を指定してください。`,
      )
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartRefused(`アドレス ${host} では待ち受けられません。--host を確かめてください。`)
    throw error
  }
}

/** The address cannot be had. */
export class StartRefused extends OperatorError {
  override readonly name = 'StartRefused'
}

async function welcome(config: Config, address: string, database: Database): Promise<string[]> {
  const version = `PostgreSQL ${Math.floor(database.serverVersion / 10_000)}.${database.serverVersion % 10_000}`
  const where =
    database.kind === 'embedded' ? `内蔵 ${version}、データ: ${config.dataDir}` : `外部 ${version}`
  const lines = ['', `めぐり  ${config.publicUrl ?? address}`, `データベース: ${where}`]
  const installation = await readInstallation(database)
  const info = installation?.isSample ? await sampleInfo(database) : null
  if (info) {
    lines.push('', info.notice, '見本のアカウント(職員番号 / パスワード):')
    for (const account of info.accounts)
      lines.push(
        `  ${account.staffNumber} / ${account.password}  ${account.roleLabel} ${account.name}${account.centreName ? ` ${account.centreName}` : ''}`,
      )
  } else if (!installation) {
    lines.push(
      '',
      '職員はまだ登録されていません。bin/meguri admin create --insurer 保険者番号 --insurer-name 名前 で最初の管理者を作ってください。',
    )
  }
  lines.push('', '止めるには Ctrl-C を押してください。', '')
  return lines
}
