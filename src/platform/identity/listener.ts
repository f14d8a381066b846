import pg from 'pg'

export interface Listener {
  /** false while the connection is broken: then nothing may be answered from memory */
  isListening(): boolean
  end(): Promise<void>
}

const RETRY_MS = 1_000

/**
 * Hears `notify` on one connection, made again when it breaks.
 * @param hear called with each payload, and with null when messages may have been missed
 * @throws when the first connection cannot be made
 */
export async function listen(
  config: pg.ClientConfig,
  channel: string,
  hear: (payload: string | null) => void,
): Promise<Listener> {
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | undefined
  let hasEnded = false

  const lost = (broken: pg.Client) => {
    if (client !== broken) return
    client = null
    hear(null)
    if (!hasEnded) retryLater()
  }
  const retryLater = () => {
    retry = setTimeout(() => connect().catch(retryLater), RETRY_MS)
    retry.unref()
  }
  const connect = async () => {
    const fresh = new pg.Client({ ...config, keepAlive: true, application_name: 'meguri identity listener' })
    fresh.on('error', () => lost(fresh))
    fresh.on('end', () => lost(fresh))
    fresh.on('notification', ({ payload }) => hear(payload ?? null))
    try {
      await fresh.connect()
      await fresh.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      await fresh.end().catch(() => {})
      throw error
    }
    if (hasEnded) return fresh.end()
    client = fresh
    hear(null)
  }
  await connect()
  return {
    isListening: () => client !== null,
    async end() {
      hasEnded = true
      clearTimeout(retry)
      await client?.end()
    },
  }
}
