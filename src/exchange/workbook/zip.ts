import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** A part of a ZIP file, still packed: what is not changed goes out again byte for byte. */
export interface ZipPart {
  name: string
  method: 0 | 8
  /** MS-DOS time and date as one number */
  stamp: number
  flags: number
  crc: number
  size: number
  packed: Buffer
}

export class ZipBroken extends Error {
  override readonly name = 'ZipBroken'
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const ENCRYPTED = 0x1
const UTF8 = 0x800

/** Parts in the order of the directory. Nothing is inflated. @throws ZipBroken also when encrypted, split or over 4 GB */
export function readZip(bytes: Uint8Array): ZipPart[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > view.length) throw new ZipBroken('no directory')
  const parts: ZipPart[] = []
  const names = new Set<string>()
  let at = view.readUInt32LE(end + 16)
  for (let i = 0; i < view.readUInt16LE(end + 10); i++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== CENTRAL) throw new ZipBroken('directory')
    const nameLength = view.readUInt16LE(at + 28)
    const part = partOf(view, at, view.toString('utf8', at + 46, at + 46 + nameLength))
    const key = part.name.toLowerCase() // as Excel looks parts up: two of one name are a trick
    if (names.has(key)) throw new ZipBroken('a name twice')
    names.add(key)
    parts.push(part)
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  return parts
}

function partOf(view: Buffer, at: number, name: string): ZipPart {
  const flags = view.readUInt16LE(at + 8)
  const method = view.readUInt16LE(at + 10)
  const header = view.readUInt32LE(at + 42)
  if (flags & ENCRYPTED || (method !== 0 && method !== 8)) throw new ZipBroken('method')
  if (header + 30 > view.length || view.readUInt32LE(header) !== LOCAL) throw new ZipBroken('part')
  const start = header + 30 + view.readUInt16LE(header + 26) + view.readUInt16LE(header + 28)
  const packed = view.subarray(start, start + view.readUInt32LE(at + 20))
  if (packed.length !== view.readUInt32LE(at + 20)) throw new ZipBroken('cut short')
  return {
    name,
    method,
    stamp: view.readUInt32LE(at + 12),
    flags: flags & UTF8,
    crc: view.readUInt32LE(at + 16),
    size: view.readUInt32LE(at + 24),
    packed,
  }
}

/** @throws ZipBroken when the part is not what the directory says of it */
export function contentOf(part: ZipPart): Buffer {
  let content: Buffer
  try {
    content =
      part.method === 0
        ? part.packed
        : inflateRawSync(part.packed, { maxOutputLength: Math.max(part.size, 1) })
  } catch {
    throw new ZipBroken(part.name)
  }
  if (content.length !== part.size || crc32(content) !== part.crc) throw new ZipBroken(part.name)
  return content
}

/** The part with other content, under the same name and time. */
export const withContent = (part: ZipPart, content: Buffer): ZipPart => ({
  ...part,
  method: 8,
  crc: crc32(content),
  size: content.length,
  packed: deflateRawSync(content),
})

export function writeZip(parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8')
    const common = commonFields(part, name.length)
    const local = Buffer.concat([signed(LOCAL), common, name, part.packed])
    const place = Buffer.alloc(14) // no comment, first disk, no attributes, then where the part begins
    place.writeUInt32LE(at, 10)
    directory.push(signed(CENTRAL), Buffer.from([20, 0]), common, place, name)
    chunks.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Uint8Array.from(Buffer.concat([...chunks, listed, end]))
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature, 0)
  return bytes
}

/** The 26 bytes that a local header and a directory entry have alike; no extra fields. */
function commonFields(part: ZipPart, nameLength: number): Buffer {
  const bytes = Buffer.alloc(26)
  bytes.writeUInt16LE(20, 0)
  bytes.writeUInt16LE(part.flags, 2)
  bytes.writeUInt16LE(part.method, 4)
  bytes.writeUInt32LE(part.stamp, 6)
  bytes.writeUInt32LE(part.crc, 10)
  bytes.writeUInt32LE(part.packed.length, 14)
  bytes.writeUInt32LE(part.size, 18)
  bytes.writeUInt16LE(nameLength, 22)
  return bytes
}
