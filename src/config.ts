import { join, resolve } from 'node:path'
import { z } from 'zod'
import { OperatorError } from './platform/errors/operator.ts'
import { type DirectorySettings, readDirectorySettings } from './platform/identity/directory/settings.ts'

/** The only place that reads the environment and the flags that mean the same. Checked whole, before anything starts. */
export interface Config {
  /** Absolute path; the embedded database, secrets and logs live in it. */
  dataDir: string
  host: string
  port: number
  /** Prometheus text at this port of this machine only; null: none. */
  metricsPort: number | null
  /** An outside PostgreSQL; its role plays the superuser. Null: the embedded one. */
  databaseUrl: string | null
  /** The address people type (origin only): sets origin checks and Secure cookies. Null: http on host and port. */
  publicUrl: string | null
  /** Load the sample into an empty database. */
  demo: boolean
  /** False (MEGURI_NO_SCREENS=1): serve what is built already, for tests of the server alone. */
  buildsScreens: boolean
  /** The city's directory for sign-in; null: staff number and password only. */
  directory: DirectorySettings | null
  /** Key of the audit chain; null: in the data folder's secrets. */
  auditKeyFile: string | null
  /** Witness of the audit chain; null: in the sibling folder `<data>-audit`. */
  auditHeadFile: string | null
  /** Absolute path; where the embedded database keeps its WAL for a restore to a moment. Null: nowhere. */
  walArchive: string | null
  /** Absolute path; encrypts backups and the WAL archive. Null: the disk they lie on has to. */
  backupKeyFile: string | null
}

/** Flags of the command line, without the leading dashes. */
export interface ConfigFlags {
  data?: string
  host?: string
  port?: string
  'metrics-port'?: string
  demo?: boolean
}

/** Each line of `problems` says in Japanese where, why, and what to do. */
export class ConfigError extends OperatorError {
  override readonly name = 'ConfigError'
  readonly problems: string[]

  constructor(problems: string[]) {
    super(
      [
        '設定に誤りがあります。直してから、もう一度実行してください。',
        ...problems.map((line) => `  ・${line}`),
      ].join('\n'),
    )
    this.problems = problems
  }
}

const repository = join(import.meta.dirname, '..')

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'ポート番号は 1 から 65535 までの数字で書いてください')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, 'ポート番号は 1 から 65535 までの数字で書いてください')

const host = z
  .string()
  .regex(/^[\w.:-]+$/, '待ち受ける機械の名前か IP アドレス(例: 127.0.0.1、0.0.0.0)を書いてください')

const databaseUrl = z.string().superRefine((text, context) => {
  const url = URL.parse(text)
  const problem = (message: string) => context.addIssue({ code: 'custom', message })
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    problem('postgres://ユーザー:パスワード@機械/データベース の形で書いてください')
  } else if (!url.username)
    problem('接続するユーザーの名前がありません。postgres://ユーザー:パスワード@… と書いてください')
})

const publicUrl = z.string().superRefine((text, context) => {
  const url = URL.parse(text)
  const problem = (message: string) => context.addIssue({ code: 'custom', message })
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    problem('利用者が開くアドレスを https://meguri.example.jp の形で書いてください')
  } else if (url.pathname !== '/' || url.search || url.hash) {
    problem(`アドレスの後ろに何も付けず ${url.origin} とだけ書いてください`)
  }
})

const dataDir = z.string().refine((path) => !path.includes('\0'), 'フォルダーの名前に使えない文字があります')

/** One setting: where it may stand, in order of force, and what it must look like. */
const settings = {
  dataDir: { flag: 'data', variable: 'MEGURI_DATA', shape: dataDir, standard: join(repository, 'data') },
  host: { flag: 'host', variable: 'MEGURI_HOST', shape: host, standard: '127.0.0.1' },
  port: { flag: 'port', variable: 'MEGURI_PORT', shape: port, standard: 8787 },
  metricsPort: { flag: 'metrics-port', variable: 'MEGURI_METRICS_PORT', shape: port, standard: null },
  databaseUrl: { flag: null, variable: 'DATABASE_URL', shape: databaseUrl, standard: null },
  publicUrl: { flag: null, variable: 'MEGURI_URL', shape: publicUrl, standard: null },
} as const

/** @throws ConfigError with everything that is wrong, not only the first */
export function readConfig(
  flags: ConfigFlags = {},
  environment: Record<string, string | undefined> = process.env,
): Config {
  const problems: string[] = []
  const read = <Value, Standard>(setting: {
    flag: 'data' | 'host' | 'port' | 'metrics-port' | null
    variable: string
    shape: z.ZodType<Value>
    standard: Standard
  }): Value | Standard => {
    const flag = setting.flag === null ? undefined : flags[setting.flag]
    const text = flag ?? (environment[setting.variable] || undefined)
    if (text === undefined) return setting.standard
    const name = flag === undefined ? `環境変数 ${setting.variable}` : `--${setting.flag}`
    if (text === '') problems.push(`${name}: 値がありません。値を続けて書くか、${name} を外してください`)
    const result = setting.shape.safeParse(text)
    if (result.success) return result.data
    const isSecret = setting.variable === 'DATABASE_URL' // holds a password
    for (const { message } of result.error.issues) {
      if (text !== '') problems.push(`${name}${isSecret ? '' : `「${text}」`}: ${message}`)
    }
    return setting.standard
  }
  const config = {
    dataDir: resolve(read(settings.dataDir)),
    host: read(settings.host),
    port: read(settings.port),
    metricsPort: read(settings.metricsPort),
    databaseUrl: read(settings.databaseUrl),
    publicUrl: originOf(read(settings.publicUrl)),
    demo: flags.demo ?? false,
    buildsScreens: environment.MEGURI_NO_SCREENS !== '1',
    directory: readDirectorySettings(environment, (sentence) => problems.push(sentence)),
    auditKeyFile: environment.MEGURI_AUDIT_KEY_FILE || null,
    auditHeadFile: environment.MEGURI_AUDIT_HEAD_FILE || null,
    walArchive: absolute(environment.MEGURI_WAL_ARCHIVE),
    backupKeyFile: absolute(environment.MEGURI_BACKUP_KEY_FILE),
  }
  if (config.metricsPort !== null && config.metricsPort === config.port)
    problems.push(
      '環境変数 MEGURI_METRICS_PORT(--metrics-port): 画面と同じポート番号です。別の番号にしてください',
    )
  if (config.directory && config.publicUrl === null)
    problems.push(
      '環境変数 MEGURI_URL: 庁内のアカウントでサインインするには、利用者が開くアドレスを書いてください',
    )
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

const absolute = (path: string | undefined) => (path ? resolve(path) : null)

const originOf = (url: string | null) => (url === null ? null : (URL.parse(url)?.origin ?? null))
