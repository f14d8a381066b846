import pg from 'pg'
import type { Database } from '../../platform/database/open.ts'
import { OperatorError } from '../../platform/errors/operator.ts'

export interface Installation {
  isSample: boolean
  seed: number | null
  scale: number | null
  anchorOn: string | null
  attribution: string | null
}

/** What the database says it is; null: nothing yet. */
export async function installationOf(client: pg.ClientBase): Promise<Installation | null> {
  const { rows } = await client.query<Installation>(
    `select is_sample as "isSample", seed::float8 as seed, scale::float8 as scale, anchor_on::text as "anchorOn", attribution
     from platform.installation`,
  )
  return rows[0] ?? null
}

/** The same, with a connection of its own. */
export async function readInstallation(database: Pick<Database, 'client'>): Promise<Installation | null> {
  const client = new pg.Client(database.client('app'))
  await client.connect()
  try {
    return await installationOf(client)
  } finally {
    await client.end()
  }
}

/** The sample was not loaded and nothing was changed; the message says why and what to do. */
export class SampleRefused extends OperatorError {
  override readonly name = 'SampleRefused'
  /**
   * real-insurer: there is a real insurer, or the database is for production: use another one ·
   * other-sample: a sample of another seed or scale is there: use an empty database
   */
  readonly code: 'real-insurer' | 'other-sample'

  constructor(code: SampleRefused['code'], message: string) {
    super(message)
    this.code = code
  }
}

/**
 * Whether a sample of this seed and scale may be loaded. One that is there keeps its anchor, whatever is asked for today.
 * @returns the anchor of the sample that is there, so that nothing is to do; null: load it
 * @throws SampleRefused
 */
export async function anchorOfSample(
  client: pg.ClientBase,
  wanted: { seed: number; scale: number },
): Promise<string | null> {
  const installation = await installationOf(client)
  const { rows } = await client.query<{ real: boolean }>(
    'select exists (select 1 from registers.insurer where not is_sample and not is_statistics_only) as real',
  )
  if (rows[0]?.real || installation?.isSample === false) {
    throw new SampleRefused(
      'real-insurer',
      '見本のデータは入れませんでした。このデータベースには実際の保険者が登録されています。見本には --data で別の空のフォルダーを指定してください。',
    )
  }
  if (!installation) return null
  if (installation.seed === wanted.seed && installation.scale === wanted.scale) return installation.anchorOn
  throw new SampleRefused(
    'other-sample',
    `見本のデータは入れませんでした。規模 ${installation.scale}・種 ${installation.seed} の見本がすでに入っています。規模 ${wanted.scale}・種 ${wanted.seed} の見本には --data で別の空のフォルダーを指定してください。`,
  )
}
