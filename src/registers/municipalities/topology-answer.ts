import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Work } from '../../platform/database/work.ts'
import { chooseSet, makeTopology } from './boundaries.ts'
import type { TopologyQuery } from './schema.ts'

export interface PackedAnswer {
  etag: string
  plain: Buffer<ArrayBuffer>
  br: Buffer<ArrayBuffer>
  gzip: Buffer<ArrayBuffer>
}

/** Answers kept packed: the country and its 47 prefectures at both levels, and a few of other days. */
const most = 120
const kept = new Map<string, Promise<PackedAnswer>>()

/**
 * Shapes as they leave the server. They change only when a file is taken in, so they are dissolved and compressed once for
 * each edition and kept in memory (about 2 MB for the country, less than 0.1 MB for a prefecture). @throws notFound
 */
export async function topologyAnswer(work: Work, query: TopologyQuery): Promise<PackedAnswer> {
  const set = await work.read((tx) => chooseSet(tx, query, work.today))
  // towns without a shape are those of today, so a day has its own answer
  const key = [set.edition, query.level, query.prefecture ?? '', work.today].join(' ')
  const known = kept.get(key)
  if (known) return known
  const made = work.read((tx) => makeTopology(tx, set, query, work.today)).then(packed)
  kept.set(key, made)
  made.catch(() => kept.delete(key))
  const oldest = kept.size > most ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
  return made
}

async function packed(answer: object): Promise<PackedAnswer> {
  const plain = Buffer.from(JSON.stringify(answer))
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
  return {
    etag: `"${createHash('sha256').update(plain).digest('hex').slice(0, 32)}"`,
    plain,
    br: (await promisify(brotliCompress)(plain, { params })) as Buffer<ArrayBuffer>,
    gzip: (await promisify(gzip)(plain, { level: 6 })) as Buffer<ArrayBuffer>,
  }
}
