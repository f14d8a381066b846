import { systemClock } from '../../clock.ts'

export type Say = (line: string) => void

const everyMs = 2_000

/** Says every two seconds how far a copy is. @param total bytes, as known when it began */
export function progress(what: string, total: number, say: Say) {
  const begun = performance.now()
  let bytes = 0
  let saidAt = begun
  return {
    add(more: number) {
      bytes += more
      const now = performance.now()
      if (now - saidAt < everyMs) return
      saidAt = now
      const percent = total === 0 ? 100 : Math.min(99, Math.floor((bytes / total) * 100))
      const speed = bytes / 1e6 / ((now - begun) / 1000)
      say(`${what} ${percent} %(${megabytes(bytes)} / ${megabytes(total)}、毎秒 ${speed.toFixed(0)} MB)`)
    },
  }
}

const number = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 0 })
export const megabytes = (bytes: number) => `${number.format(Math.ceil(bytes / 1e6))} MB`

/** '2026-11-23 10:00:00' in Japan, cut to the second. */
export function japanTime(at: Temporal.Instant): string {
  const there = at.toZonedDateTimeISO('Asia/Tokyo')
  const time = there.toPlainTime().toString({ smallestUnit: 'second', roundingMode: 'floor' })
  return `${there.toPlainDate()} ${time}`
}

export const now = () => systemClock.now()

/** Runs `work` over the items, four at a time: compressing and encrypting use their own threads. Ends when none runs any more. */
export async function fourAtATime<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values()
  let failure: { error: unknown } | null = null
  const lane = async () => {
    for (const item of queue) {
      if (failure) return
      await work(item).catch((error) => {
        failure ??= { error }
      })
    }
  }
  await Promise.all([lane(), lane(), lane(), lane()])
  if (failure) throw (failure as { error: unknown }).error
}
