import pg from 'pg'
import { type Clock, systemClock } from '../platform/clock.ts'
import { migrate } from '../platform/database/migrate.ts'
import type { Database } from '../platform/database/open.ts'
import { createSampleAccounts } from '../platform/identity/index.ts'
import { PUBLISHED_PASSWORD, sampleAccounts } from './accounts.ts'
import type { Choices } from './choices.ts'
import { ATTRIBUTION } from './city/insurers.ts'
import { closeMonths } from './closed-months.ts'
import { DEFAULT_SCALE, DEFAULT_SEED } from './defaults.ts'
import { installationOf, SampleRefused } from './loading/installation.ts'
import { loadSample, type Progress, type StaffForAccount } from './loading/load.ts'
import { readSamplePopulation } from './source.ts'
import { loadPublishedStatistics } from './statistics.ts'

/** Migrates, loads the sample and makes its accounts. @returns the exit code: 0 loaded or already there, 2 refused */
export async function loadDemo(
  database: Database,
  choices: Choices,
  stdout: (line: string) => void,
): Promise<number> {
  await migrate(database.client('owner'))
  try {
    const result = await load(database, choices, systemClock, stdout)
    if (result.outcome === 'already-loaded') stdout('見本のデータはすでに入っています。何も変えていません。')
    else {
      const rows = Object.values(result.counts).reduce((sum, count) => sum + count, 0)
      stdout(
        `見本のデータを入れました: ${rows.toLocaleString('ja-JP')} 行、${Math.ceil(result.milliseconds / 1000)} 秒。`,
      )
    }
  } catch (error) {
    if (!(error instanceof SampleRefused)) throw error
    stdout(error.message)
    return 2
  }
  stdout(`人も数字も架空です（${ATTRIBUTION}）。見本のアカウント（パスワードは全員 ${PUBLISHED_PASSWORD}）:`)
  for (const { staffNumber, name, roleLabel, centreName } of sampleAccounts(choices.seed)) {
    stdout(`  ${staffNumber}  ${roleLabel}${centreName ? `・${centreName}` : ''}  ${name}`)
  }
  return 0
}

/**
 * For the first start: loads the usual sample, anchored to today, into a database that holds nothing yet, and ends a start
 * that was cut off before the accounts were made. Whatever else is there, sample or real, is left alone.
 */
export async function prepareSample(
  database: Database,
  clock: Clock,
  say: (line: string) => void,
): Promise<void> {
  const choices = await choicesToLoad(database, clock)
  if (!choices) return
  say('見本のデータ「めぐり市（架空）」を入れています')
  await load(database, choices, clock, say)
}

async function choicesToLoad(database: Database, clock: Clock): Promise<Choices | null> {
  const client = new pg.Client(database.client('owner'))
  await client.connect()
  try {
    const installation = await installationOf(client)
    if (installation?.isSample) {
      const { seed, scale, anchorOn } = installation
      const isCutOff = !(await hasAccounts(database)) && seed !== null && scale !== null && anchorOn !== null
      return isCutOff ? { seed, scale, anchor: anchorOn } : null
    }
    const { rowCount } = await client.query('select from registers.insurer limit 1')
    if (installation || rowCount) return null
    return { scale: DEFAULT_SCALE, seed: DEFAULT_SEED, anchor: clock.today().toString() }
  } finally {
    await client.end()
  }
}

async function hasAccounts(database: Database): Promise<boolean> {
  const client = new pg.Client(database.client('identity'))
  await client.connect()
  try {
    return (await client.query('select from identity.login limit 1')).rowCount === 1
  } finally {
    await client.end()
  }
}

async function load(database: Database, choices: Choices, clock: Clock, stdout: (line: string) => void) {
  const createAccounts = (staff: StaffForAccount[]) => makeAccounts(database, clock, staff)
  const population = await readSamplePopulation()
  const options = { ...choices, population, createAccounts }
  const result = await loadSample(database.client('owner'), options, reporter(stdout))
  const statistics = await loadPublishedStatistics(database, clock)
  const closed = result.outcome === 'loaded' ? await closeMonths(database, choices.anchor) : 0
  if (closed > 0) stdout(`  過去の月報を締めました（${closed} 件）`)
  if (statistics.total > 0)
    stdout(`  公表された統計を入れました（${statistics.total.toLocaleString('ja-JP')} 行）`)
  return result
}

async function makeAccounts(database: Database, clock: Clock, staff: StaffForAccount[]): Promise<void> {
  const client = new pg.Client(database.client('identity'))
  await client.connect()
  try {
    await createSampleAccounts(client, clock, staff, PUBLISHED_PASSWORD)
  } finally {
    await client.end()
  }
}

const labels: Partial<Record<string, string>> = {
  'casework.person': '利用者',
  'casework.person_key': '検索の鍵',
  'casework.contact': '家族・連絡先',
  'casework.consultation': '相談記録',
  'platform.journal': '業務記録',
  'platform.task': '予定と期限',
}

/** One line for each large table and one for the indexes: enough to see that it moves. */
function reporter(stdout: (line: string) => void): (progress: Progress) => void {
  let last = ''
  const once = (line: string) => {
    if (line !== last) stdout(line)
    last = line
  }
  return (progress) => {
    if (progress.step === 'rows') {
      const label = labels[progress.table]
      if (label) once(`  ${label}を入れています`)
    } else if (progress.step === 'index') once('  索引を作っています')
    else if (progress.step === 'accounts') once('  見本のアカウントを確かめています')
  }
}
