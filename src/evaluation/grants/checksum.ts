/** A document with its keys in order at every depth and without its own checksum: what the checksum is made of. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, one]) => [key, ordered(one)]))
}

/** SHA-256 of a definition as 64 hexadecimal digits, independent of the order of keys and of white space. */
export async function checksumOf(document: Record<string, unknown>): Promise<string> {
  const { checksum: _, ...rest } = document
  const bytes = new TextEncoder().encode(JSON.stringify(ordered(rest)))
  const hash = await crypto.subtle.digest('SHA-256', bytes)
  return new Uint8Array(hash).toHex()
}
