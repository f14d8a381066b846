import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Embedded, startEmbedded } from '../../src/platform/database/embedded/index.ts'
import { freshPlace } from './place.ts'

/** A PostgreSQL that is not Meguri's own to start or stop: the cluster of a sample, run by this process. */
export interface Outside {
  /** for the servers: DATABASE_URL */
  env: { DATABASE_URL: string }
  /** shares secrets with the cluster; a data folder of its own for each further server */
  dataDir: string
  cluster: string
  /** @param how SIGINT: `pg_ctl restart -m fast`; SIGQUIT: immediate, with recovery */
  stopDatabase(how: 'SIGINT' | 'SIGQUIT'): Promise<void>
  startDatabase(): Promise<void>
  end(): Promise<void>
}

export async function outsideDatabase(name: string): Promise<Outside> {
  const place = await freshPlace(`${name}-database`)
  let running: Embedded = await startEmbedded(place)
  const cluster = join(place, 'pg')
  const password = encodeURIComponent(running.superuserPassword)
  const host = encodeURIComponent(running.host)
  return {
    env: { DATABASE_URL: `postgres://postgres:${password}@localhost:${running.port}/meguri?host=${host}` },
    dataDir: place,
    cluster,
    async stopDatabase(how) {
      const postmaster = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
      process.kill(postmaster, how)
      await running.keeper.lost
    },
    async startDatabase() {
      running = await startEmbedded(place)
    },
    end: () => running.stop(),
  }
}
