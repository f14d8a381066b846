import { resolve } from 'node:path'
import { shiftedClock } from '../bench/clock.ts'
import { readConfig } from '../src/config.ts'
import { identitySecret } from '../src/platform/identity/secret.ts'
import { startServer } from '../src/server.ts'

/* The product as delivered, on the sample; only the rate limit is raised. Its log goes to this process's stderr. */
process.once('message', async ({ dataDir, clockShift }: { dataDir: string; clockShift: number }) => {
  const config = { ...readConfig({ data: resolve(dataDir), demo: true }), port: 0 }
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
  process.send?.({ address: server.address, clients, secret: identitySecret(config.dataDir) })
})
