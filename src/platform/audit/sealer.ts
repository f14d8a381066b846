import type { KeyObject } from 'node:crypto'
import pg from 'pg'
import type { Clock } from '../clock.ts'
import { type ChainState, keyFits, linesToSeal, readChain, storeSeals } from './chain-store.ts'
import { AuditError } from './error.ts'
import { appendHead, type Head, readHeads } from './head-file.ts'
import { macOf, SESSION_OPTIONS } from './mac.ts'

const BATCH = 10_000

export interface SealerOptions {
  /** pause between two rounds; default 1,000 ms */
  everyMs?: number
  headFile: string
  clock: Clock
  /** hears of everything that keeps the sealer from sealing; it goes on trying. Default: console.error */
  onError?: (error: unknown) => void
}

export interface Sealer {
  /** 'waiting': another process seals, or the database cannot be reached */
  readonly state: 'waiting' | 'sealing' | 'ended'
  /** Seals at once what is committed. @returns how many lines; 0 while another process seals */
  sealNow(): Promise<number>
  /** Seals the rest, writes the head and leaves. */
  end(): Promise<void>
}

/**
 * Chains committed lines at least every second. However many processes start one, a single one seals at a time: the
 * advisory lock lives in the connection that writes the seals, so both are lost together.
 * @param auditConfig connection of meguri_audit
 */
export function startSealer(auditConfig: pg.ClientConfig, key: KeyObject, options: SealerOptions): Sealer {
  const chain = new SealingChain(auditConfig, key, options)
  const { everyMs = 1_000, onError = console.error } = options
  let round: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let hasEnded = false

  const next = () => {
    const result = round.then(() => chain.seal())
    // without a head file the chain itself goes on
    round = result.catch((error) => (isHeadBroken(error) ? undefined : chain.leave()))
    return result
  }
  const tick = async () => {
    await next().catch(onError)
    if (!hasEnded) timer = setTimeout(tick, everyMs)
  }
  void tick()
  return {
    get state() {
      return hasEnded ? 'ended' : chain.isSealing ? 'sealing' : 'waiting'
    },
    sealNow: next,
    async end() {
      if (hasEnded) return
      hasEnded = true
      clearTimeout(timer)
      await next()
        .then(() => chain.writeHead('stop'))
        .catch(onError)
      await chain.leave()
    },
  }
}

const isHeadBroken = (error: unknown) => error instanceof AuditError && error.code === 'head-broken'

/** One connection, and where the chain stands as long as it holds the lock. */
class SealingChain {
  readonly #config: pg.ClientConfig
  readonly #key: KeyObject
  readonly #options: SealerOptions
  #client: pg.Client | undefined
  #chain: ChainState | undefined
  #headDay: string | undefined

  constructor(config: pg.ClientConfig, key: KeyObject, options: SealerOptions) {
    this.#config = config
    this.#key = key
    this.#options = options
  }

  get isSealing(): boolean {
    return this.#chain !== undefined
  }

  async seal(): Promise<number> {
    const client = await this.#connected()
    this.#chain ??= await this.#takeOver(client)
    if (!this.#chain) return 0
    let total = 0
    for (let sealed = BATCH; sealed === BATCH; total += sealed)
      sealed = await this.#batch(client, this.#chain)
    if (this.#headDay !== this.#today()) this.writeHead(this.#headDay === undefined ? 'start' : 'daily')
    return total
  }

  async #connected(): Promise<pg.Client> {
    if (this.#client) return this.#client
    const client = new pg.Client({
      connectionTimeoutMillis: 10_000,
      application_name: 'meguri audit sealer',
      ...this.#config,
      options: SESSION_OPTIONS,
    })
    const drop = () => {
      if (this.#client !== client) return
      this.#client = undefined
      this.#chain = undefined
    }
    client.on('error', drop)
    client.on('end', drop)
    await client.connect()
    this.#client = client
    return client
  }

  /** @returns where the chain stands, or undefined while another process holds the lock */
  async #takeOver(client: pg.Client): Promise<ChainState | undefined> {
    const { rows } = await client.query<{ held: boolean }>(
      `select pg_try_advisory_lock(hashtext('meguri.audit.sealer')) as held`,
    )
    if (!rows[0]?.held) return undefined
    if (!(await keyFits(client, this.#key)) && !this.#isKnownToHeads()) {
      throw new AuditError(
        'key-mismatch',
        '監査記録の鍵が、これまでの封印の鍵と違います。元の鍵を控えから戻してください。それまで新しい記録は封印されません。',
      )
    }
    return readChain(client)
  }

  async #batch(client: pg.Client, chain: ChainState): Promise<number> {
    const lines = await linesToSeal(client, chain, BATCH)
    const last = lines.at(-1)
    if (!last) return 0
    const macs = Buffer.allocUnsafe(lines.length * 32)
    let mac = chain.mac
    for (const [index, { content }] of lines.entries()) {
      mac = macOf(this.#key, mac, content)
      mac.copy(macs, index * 32)
    }
    const ids = lines.map(({ place }) => place.id)
    await storeSeals(client, chain.seq, ids, macs)
    chain.seq += lines.length
    chain.mac = mac
    chain.place = last.place
    return lines.length
  }

  /** @throws AuditError head-broken; sealing itself is not undone by it */
  writeHead(occasion: Head['occasion']): void {
    const chain = this.#chain
    if (!chain) return
    const { clock, headFile } = this.#options
    const { seq, mac } = chain
    try {
      const at = clock.now().toString()
      appendHead(headFile, this.#key, { seq, mac: mac.toString('hex'), count: seq, at, occasion })
      this.#headDay = this.#today()
    } catch (error) {
      throw new AuditError(
        'head-broken',
        `監査記録の末尾を書き留められません（${headFile}）。フォルダーの場所と権限を確かめてください。`,
        error,
      )
    }
  }

  async leave(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    this.#chain = undefined
    await client?.end().catch(() => {})
  }

  /** First and last line may both have been tampered with; entries of the head file then still know the key. */
  #isKnownToHeads(): boolean {
    return readHeads(this.#options.headFile, this.#key).heads.length > 0
  }

  #today(): string {
    return this.#options.clock.today().toString()
  }
}
