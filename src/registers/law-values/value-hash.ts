import { createHash } from 'node:crypto'

/** JSON with the keys of every object in order: two equal values have one text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`
}

/** What a confirmation is about: SHA-256 of the value, in hexadecimal. */
export const valueHash = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex')
