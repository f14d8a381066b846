import { createCipheriv, createDecipheriv, createHash, type KeyObject, randomBytes } from 'node:crypto'
import { closeSync, createReadStream, createWriteStream, openSync, readSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'

/** How a file of a backup or a WAL archive is stored: zstd with its checksum, then with a key AES-256-GCM (nonce, text, tag). */
const NONCE = 12
const TAG = 16

export interface Stored {
  plainBytes: number
  bytes: number
  /** of the stored bytes, so that a backup can be looked over without its key */
  sha256: string
}

/** @param name bound to the ciphertext: a file cannot be put in the place of another. Whoever needs it on the disk waits for the disk. */
export async function seal(
  source: Readable,
  target: string,
  {
    key,
    name,
    onBytes = () => {},
  }: { key: KeyObject | null; name: string; onBytes?: (count: number) => void },
): Promise<Stored> {
  const hash = createHash('sha256')
  const counted = { plainBytes: 0, bytes: 0 }
  const file = await open(target, 'wx', 0o600)
  const store = async (chunk: Buffer) => {
    hash.update(chunk)
    counted.bytes += chunk.length
    for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten
  }
  const plain = passing((chunk) => {
    counted.plainBytes += chunk.length
    onBytes(chunk.length)
  })
  const sink = new Writable({
    write: (chunk, _encoding, done) => void store(chunk).then(() => done(), done),
  })
  try {
    const nonce = randomBytes(NONCE)
    const cipher = key ? createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name)) : null
    if (cipher) await store(nonce)
    const packed = createZstdCompress({
      params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 },
    })
    await (cipher ? pipeline(source, plain, packed, cipher, sink) : pipeline(source, plain, packed, sink))
    if (cipher) await store(cipher.getAuthTag())
  } finally {
    await file.close()
  }
  return { ...counted, sha256: hash.digest('hex') }
}

/** @throws when the bytes are not those that were sealed under this name with this key */
export async function unseal(
  path: string,
  target: Writable,
  { key, name }: { key: KeyObject | null; name: string },
): Promise<{ sha256: string; plainBytes: number }> {
  const hash = createHash('sha256')
  const hashed = passing((chunk) => hash.update(chunk))
  let plainBytes = 0
  const plain = passing((chunk) => {
    plainBytes += chunk.length
  })
  const unpacked = createZstdDecompress()
  if (!key) {
    await pipeline(createReadStream(path), hashed, unpacked, plain, target)
    return { sha256: hash.digest('hex'), plainBytes }
  }
  const size = statSync(path).size
  if (size < NONCE + TAG) throw new Error('cut short')
  const nonce = readPart(path, 0, NONCE)
  const tag = readPart(path, size - TAG, TAG)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name)).setAuthTag(tag)
  hash.update(nonce)
  const empty = size === NONCE + TAG
  const text = empty ? Readable.from([]) : createReadStream(path, { start: NONCE, end: size - TAG - 1 })
  await pipeline(text, hashed, decipher, unpacked, plain, target)
  return { sha256: hash.update(tag).digest('hex'), plainBytes }
}

/** Whether it was sealed without a key: it begins as zstd does, which a random nonce does once in four thousand million times. */
export const isPlain = (path: string) => readPart(path, 0, 4).equals(Buffer.from([0x28, 0xb5, 0x2f, 0xfd]))

/** SHA-256 of the file as it lies there. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

export const fileAt = (path: string) => createWriteStream(path, { flags: 'wx', mode: 0o600 })

function passing(look: (chunk: Buffer) => void): Transform {
  return new Transform({
    transform(chunk, _encoding, done) {
      look(chunk)
      done(null, chunk)
    },
  })
}

function readPart(path: string, position: number, length: number): Buffer {
  const part = Buffer.alloc(length)
  const file = openSync(path, 'r')
  readSync(file, part, 0, length, position)
  closeSync(file)
  return part
}
