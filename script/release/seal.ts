import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { createReadStream, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Checksums of a folder in the form of sha256sum, and their signature: what install.sh verifies before it unpacks anything. */

export async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** One line for each file below the folder, in the order of names; links are left out, they hold nothing. */
export async function checksums(folder: string): Promise<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => lstatSync(join(folder, path)).isFile())
    .sort()
  const lines: string[] = []
  for (const path of files) lines.push(`${await sha256(join(folder, path))}  ${path}\n`)
  return lines.join('')
}

/** Writes SHA256SUMS, its signature and the public key into the folder. @throws when the key is not an Ed25519 private key */
export async function seal(folder: string, keyFile: string): Promise<{ fingerprint: string }> {
  const key = createPrivateKey(readFileSync(keyFile))
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${keyFile} is not an Ed25519 private key`)
  for (const own of ['SHA256SUMS', 'SHA256SUMS.sig', 'publisher.pub'])
    rmSync(join(folder, own), { force: true })
  const sums = await checksums(folder)
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()
  writeFileSync(join(folder, 'SHA256SUMS'), sums)
  writeFileSync(join(folder, 'SHA256SUMS.sig'), sign(null, Buffer.from(sums), key))
  writeFileSync(join(folder, 'publisher.pub'), publicKey)
  return { fingerprint: createHash('sha256').update(publicKey).digest('hex') }
}

/** A new private key for a publisher, readable by its owner only; never overwrites one. */
export function newKey(keyFile: string): void {
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
}
