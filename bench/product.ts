import { resolve } from 'node:path'
import { readConfig } from '../src/config.ts'
import { identitySecret } from '../src/platform/identity/secret.ts'
import { startServer } from '../src/server.ts'
import { shiftedClock } from './clock.ts'
import { ownMemory } from './day/memory-of.ts'

/* The product under measurement. Everything as delivered: rights, audit, sealer, logs, jobs; only the rate limit is raised. */
process.once('message', async ({ dataDir, clockShift }: { dataDir: string; clockShift: number }) => {
  const config = { ...readConfig({ data: resolve(dataDir) }), port: 0 }
  const server = await startServer(config, {
    clock: shiftedClock(clockShift),
    rate: { perSecond: 1e9, burst: 1e9 },
  })
  const { database } = server
  const clients = {
    superuser: database.client('superuser'),
    owner: database.client('owner'),
    identity: database.client('identity'),
  }
  process.once('disconnect', () => server.stop().then(() => process.exit(0)))
  process.on('message', () => process.send?.(ownMemory())) // whatever is said later asks for this
  process.send?.({
    port: Number(new URL(server.address).port),
    clients,
    secret: identitySecret(config.dataDir),
  })
})
