/** Names of WAL segments: 8 hex digits each for timeline, log, and segment within the log. */
export const segmentBytes = 16 * 1024 * 1024
const perLog = 0x1_0000_0000 / segmentBytes

export const isSegment = (name: string) => /^[0-9A-F]{24}$/.test(name)
export const isHistory = (name: string) => /^[0-9A-F]{8}\.history$/.test(name)
export const timelineOf = (name: string) => name.slice(0, 8)

export function nextSegment(name: string): string {
  const number = Number.parseInt(name.slice(8, 16), 16) * perLog + Number.parseInt(name.slice(16), 16) + 1
  return timelineOf(name) + hex(Math.floor(number / perLog)) + hex(number % perLog)
}

const hex = (number: number) => number.toString(16).toUpperCase().padStart(8, '0')

/** The first segment that is missing although a later one of its timeline is there; null: none. */
export function firstGap(names: readonly string[], from: string): string | null {
  const later = new Set(names.filter((name) => timelineOf(name) === timelineOf(from) && name >= from))
  const last = [...later].sort().at(-1)
  if (last === undefined) return null
  for (let name = from; name < last; name = nextSegment(name)) if (!later.has(name)) return name
  return null
}
