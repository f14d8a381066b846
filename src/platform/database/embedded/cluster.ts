import { spawn } from 'node:child_process'
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Account } from './account.ts'
import { postgresMajor } from './binaries.ts'
import { DatabaseStartError } from './error.ts'
import type { Layout } from './layout.ts'
import { createSuperuserPassword, readSuperuserPassword, syncFolder } from './secrets.ts'
import { writeFirstSettings } from './settings.ts'

export const superuserName = 'postgres'

/**
 * Makes the cluster when there is none and checks the one that is there. Call it under the start lock.
 * @returns the superuser's password
 * @throws DatabaseStartError other-major, broken-cluster, did-not-start
 */
export async function ensureCluster(layout: Layout, account: Account, isThrowaway: boolean): Promise<string> {
  if (existsSync(account.cluster)) {
    checkMajor(layout.dataDir, account.cluster)
    const password = readSuperuserPassword(layout)
    if (password) return password
    throw new DatabaseStartError(
      'broken-cluster',
      `データフォルダー ${layout.dataDir} にデータベースはありますが、接続用の秘密(secrets/superuser)がありません。` +
        'バックアップから secrets フォルダーを戻してください。',
    )
  }
  const password = readSuperuserPassword(layout) ?? createSuperuserPassword(layout)
  await initialise(layout, account, password, isThrowaway)
  return password
}

function checkMajor(dataDir: string, cluster: string): void {
  const path = join(cluster, 'PG_VERSION')
  if (!existsSync(path)) {
    throw new DatabaseStartError(
      'broken-cluster',
      `データフォルダー ${dataDir} の pg はデータベースではありません(PG_VERSION がありません)。` +
        'バックアップから戻すか、空のデータフォルダーを --data で指定してください。',
    )
  }
  const found = readFileSync(path, 'utf8').trim()
  if (found === String(postgresMajor)) return
  throw new DatabaseStartError(
    'other-major',
    `データフォルダー ${dataDir} は PostgreSQL ${found} で作られていて、この版の PostgreSQL ${postgresMajor} では開けません。` +
      'データはそのまま残っています。作ったときの版の Meguri で書き出し(COPY)、この版で取り込んでください' +
      '(手順は docs/operations.md「PostgreSQL の大きな版が変わるとき」)。',
  )
}

/** initdb into a folder beside and a rename: a crash leaves no half-made cluster behind. */
async function initialise(
  layout: Layout,
  account: Account,
  password: string,
  isThrowaway: boolean,
): Promise<void> {
  const parent = dirname(account.cluster)
  for (const name of readdirSync(parent)) {
    if (name.startsWith('pg.new')) rmSync(join(parent, name), { recursive: true, force: true })
  }
  const fresh = join(parent, 'pg.new')
  const passwordFile = join(parent, 'pg.new.password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account.identity) chownSync(passwordFile, account.identity.uid, account.identity.gid)
  const words = [
    ...account.prefix,
    account.binaries.initdb,
    ...['-D', fresh, '--username', superuserName, '--pwfile', passwordFile, '--auth=scram-sha-256'],
    // Trigrams on kana and kanji need a UTF-8 character type; the builtin provider sorts alike on every machine.
    ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8'],
    ...['--no-instructions', ...(isThrowaway ? ['--no-sync'] : [])],
  ]
  try {
    const { status, output } = await run(words, parent, account.identity)
    if (status !== 0) {
      throw new DatabaseStartError(
        'did-not-start',
        `データベースを ${layout.dataDir} に作れませんでした。空き容量と権限を確かめてください。\n${output.trim()}`,
      )
    }
    writeFirstSettings(fresh)
    renameSync(fresh, account.cluster)
    if (!isThrowaway) syncFolder(parent)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(fresh, { recursive: true, force: true })
  }
}

function run(
  [program = '', ...words]: string[],
  cwd: string,
  identity?: { uid: number; gid: number },
): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
    const child = spawn(program, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], ...identity })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, output }))
  })
}
