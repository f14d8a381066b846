import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { auditPaths } from '../../audit/index.ts'
import { verifyInstallation } from '../../audit/verify-installation.ts'
import { sayReport } from '../../audit/verify-report.ts'
import type { CommandContext } from '../../cli/command.ts'
import { noteBackup } from '../../metrics/last-backup.ts'
import { takeBackup } from './backup.ts'
import { checkBackup } from './check.ts'
import { BackupError } from './error.ts'
import { createBackupKey, readBackupKey } from './key.ts'
import { readManifest } from './manifest.ts'
import { japanTime, megabytes } from './progress.ts'
import { restore } from './restore.ts'

const product = () =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../../package.json'), 'utf8')).version as string
const at = (instant: string) => japanTime(Temporal.Instant.from(instant))
const number = new Intl.NumberFormat('ja-JP')

/** The one folder that a command names, or null after it said what is missing. */
function folderOf({ positionals }: CommandContext, usage: string): string | null {
  const [folder] = positionals
  if (folder !== undefined && positionals.length === 1) return resolve(folder)
  console.error(`フォルダーを一つ指定してください。例: bin/meguri ${usage}`)
  return null
}

export async function runBackup(context: CommandContext, keyFile: string | null): Promise<number> {
  const to = folderOf(context, 'backup /backup/20261123')
  if (to === null) return 2
  const { config, stdout, openDatabase } = context
  if (config.databaseUrl !== null) {
    throw new BackupError(
      'external',
      'DATABASE_URL の外の PostgreSQL のバックアップは、その PostgreSQL のやり方で取ってください(docs/operations.md「バックアップ」)。データフォルダーの secrets も写してください。',
    )
  }
  const key = keyFile === null ? null : readBackupKey(keyFile)
  const database = await openDatabase()
  const manifest = await takeBackup({
    dataDir: config.dataDir,
    to,
    superuser: database.client('superuser'),
    key,
    headFile: auditPaths(config).headFile,
    product: product(),
    say: stdout,
  })
  const { totals, end, begin, lineage } = manifest
  noteBackup(config.dataDir, end.at)
  stdout(`${to} にバックアップを取りました(${at(end.at)} の時点)。`)
  stdout(
    `  ファイル ${number.format(totals.files)} 個、もとは ${megabytes(totals.plainBytes)}、写しは ${megabytes(totals.bytes)}`,
  )
  stdout(
    key
      ? '  暗号化しました。鍵のファイルを、バックアップとは別のところにも持ってください。なくすと戻せません。'
      : '  暗号化していません。個人の記録と鍵が入っています。暗号化したディスクに置き、開ける人を限ってください。',
  )
  if (config.auditKeyFile !== null)
    stdout('  監査記録の鍵(MEGURI_AUDIT_KEY_FILE)は入っていません。別に写してください。')
  if (lineage) stdout(`  WAL の保管では ${lineage}/${begin.wal} から後ろが、このバックアップに要ります。`)
  return 0
}

export async function runCheck(context: CommandContext, keyFile: string | null): Promise<number> {
  const folder = folderOf(context, 'backup check /backup/20261123')
  if (folder === null) return 2
  const manifest = readManifest(folder, keyFile === null ? null : readBackupKey(keyFile))
  await checkBackup(folder, manifest, context.stdout)
  const { totals, end } = manifest
  context.stdout(
    `${folder} は、取ったときのままです(${at(end.at)} の時点、ファイル ${number.format(totals.files)} 個)。`,
  )
  return 0
}

export async function runKey(context: CommandContext): Promise<number> {
  const file = folderOf(context, 'backup key /etc/meguri/backup-key')
  if (file === null) return 2
  createBackupKey(file)
  context.stdout(
    `${file} に鍵を作りました。控えを、別のところに持ってください。なくすと、バックアップを戻せません。`,
  )
  return 0
}

export async function runRestore(context: CommandContext, keyFile: string | null): Promise<number> {
  const from = folderOf(context, 'restore /backup/20261123 --data /srv/meguri')
  if (from === null) return 2
  const { config, stdout, values } = context
  const until = untilOf(values.until)
  if (until === 'wrong') {
    console.error('--until には、時差を付けた時刻を書いてください。例: 2026-11-23T10:00:00+09:00')
    return 2
  }
  const paths = { ...auditPaths({ dataDir: config.dataDir, auditKeyFile: config.auditKeyFile }) }
  const given = values['wal-archive']
  const restored = await restore({
    from,
    dataDir: config.dataDir,
    key: keyFile === null ? null : readBackupKey(keyFile),
    keyFile: keyFile === null ? null : resolve(keyFile),
    walArchive: typeof given === 'string' ? given : config.walArchive,
    until,
    headFile: paths.headFile,
    say: stdout,
    check: (client) => verifyInstallation(client('audit'), paths),
  })
  const { manifest, lastAt, rows, tables, checked, seconds, formerHeads } = restored
  const held = lastAt ?? Temporal.Instant.from(manifest.end.at)
  stdout(
    `${config.dataDir} に戻しました。${japanTime(held)} までの記録が入っています。そのあとの記録はありません。`,
  )
  stdout(`  表 ${number.format(tables)} 個、${number.format(rows)} 行をすべて読めました。`)
  stdout(
    `  写しに ${seconds.copy.toFixed(1)} 秒、WAL を当てるのに ${seconds.replay.toFixed(1)} 秒、すべてを読むのに ${seconds.reading.toFixed(1)} 秒かかりました。`,
  )
  if (formerHeads) stdout(`  前からあった監査の控えは ${formerHeads} に残しました。`)
  if (config.auditHeadFile) {
    stdout(
      `  監査の控えは ${paths.headFile} に戻しました。切り替えるときは、${config.auditHeadFile} を別の名前にして、これを置いてください。`,
    )
  }
  stdout(sayReport(checked))
  stdout(
    '次にすること: 始めたら、すぐに新しいバックアップを取ってください(WAL の保管は、新しいフォルダーに分かれます)。',
  )
  return checked.isSound ? 0 : 2
}

/** A moment without an offset would be taken for one in another country. */
function untilOf(text: string | boolean | undefined): Temporal.Instant | null | 'wrong' {
  if (typeof text !== 'string') return null
  try {
    return Temporal.Instant.from(text)
  } catch {
    return 'wrong'
  }
}
