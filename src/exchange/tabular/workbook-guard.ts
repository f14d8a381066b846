import { inflateRawSync } from 'node:zlib'

/** Workbooks have some dozens of parts, those with many pictures some hundreds. */
const MOST_PARTS = 5_000

/**
 * Inflates every part of a ZIP file under one limit, before anything else opens it: the sizes a ZIP states may be lies.
 * @returns ok, too-large (a zip bomb, or simply too much), or broken
 */
export function inspectZip(bytes: Uint8Array, maxInflatedBytes: number): 'ok' | 'too-large' | 'broken' {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = findDirectory(view)
  if (directory === undefined) return 'broken'
  if (directory.entries > MOST_PARTS) return 'too-large'
  let left = maxInflatedBytes
  let at = directory.offset
  for (let i = 0; i < directory.entries; i++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== 0x02014b50) return 'broken'
    const size = inflatedSize(view, at, left)
    if (typeof size === 'string') return size
    left -= size
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  return 'ok'
}

/**
 * The end-of-directory record stands within the last 65,557 bytes, right behind the directory. Other readers look elsewhere when it
 * names another disk, another number of entries or another length (ZIP64, something put before): then they would open what was not
 * looked at here.
 */
function findDirectory(view: Buffer): { entries: number; offset: number } | undefined {
  for (let at = view.length - 22; at >= 0 && at >= view.length - 65_557; at--) {
    if (view.readUInt32LE(at) !== 0x06054b50) continue
    const [entries, offset] = [view.readUInt16LE(at + 10), view.readUInt32LE(at + 16)]
    const isPlain =
      view.readUInt32LE(at + 4) === 0 &&
      view.readUInt16LE(at + 8) === entries &&
      entries !== 0xffff &&
      offset + view.readUInt32LE(at + 12) === at
    return isPlain ? { entries, offset } : undefined
  }
  return undefined
}

function inflatedSize(view: Buffer, entry: number, left: number): number | 'too-large' | 'broken' {
  const method = view.readUInt16LE(entry + 10)
  const packed = view.readUInt32LE(entry + 20)
  const header = view.readUInt32LE(entry + 42)
  if (header + 30 > view.length || view.readUInt32LE(header) !== 0x04034b50) return 'broken'
  const start = header + 30 + view.readUInt16LE(header + 26) + view.readUInt16LE(header + 28)
  if (start + packed > view.length) return 'broken'
  if (method === 0) return packed <= left ? packed : 'too-large'
  if (method !== 8) return 'broken'
  try {
    return inflateRawSync(view.subarray(start, start + packed), { maxOutputLength: Math.max(left, 1) }).length
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : 'broken'
  }
}
