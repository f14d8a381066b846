import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { PeerDatabase } from '../database.ts'

/*
 Parse Server as its own process, on PostgreSQL, with the settings of a server in production and nothing measured against it: no
 rate limit, no live queries, no triggers, no log of requests. Two classes, open to every signed-in user by class-level
 permissions; no ACL on the objects.
*/
interface ParseServerClass {
  new (options: object): { start(): Promise<unknown>; app: Parameters<typeof createServer>[1] }
}

const SIGNED_IN = Object.fromEntries(
  ['find', 'get', 'count', 'create', 'update'].map((action) => [action, { requiresAuthentication: true }]),
)
const text = { type: 'String' }
const flag = { type: 'Boolean' }

const schemas = [
  {
    className: 'Person',
    fields: {
      ...Object.fromEntries(
        ['name', 'kana', 'kanaFold', 'birthOn', 'sex', 'insuredNumber', 'townName', 'centreId', 'centreName']
          .concat(['staffName', 'postalCode', 'addressRest', 'phone', 'note'])
          .map((name) => [name, text]),
      ),
      isProtected: flag,
    },
    classLevelPermissions: SIGNED_IN,
  },
  {
    className: 'Consultation',
    fields: {
      ...Object.fromEntries(
        ['personId', 'centreId', 'staffId', 'receivedOn', 'channel', 'caller', 'continuity', 'urgency']
          .concat(['consent', 'text', 'answer', 'nextAction', 'dueOn'])
          .map((name) => [name, text]),
      ),
      topics: { type: 'Array' },
      responses: { type: 'Array' },
      minutes: { type: 'Number' },
    },
    classLevelPermissions: SIGNED_IN,
  },
]

process.once('message', async ({ database, folder }: { database: PeerDatabase; folder: string }) => {
  const { ParseServer } = createRequire(join(folder, 'package.json'))('parse-server') as {
    ParseServer: ParseServerClass
  }
  const key = randomBytes(24).toString('base64url')
  const server = new ParseServer({
    appId: 'bench',
    masterKey: key,
    serverURL: 'http://127.0.0.1/parse', // it calls itself only for cloud code, of which there is none
    databaseURI: 'postgres://socket/bench', // replaced by the options: a folder cannot stand in its address
    databaseOptions: database,
    schema: { definitions: schemas, lockSchemas: true },
    allowClientClassCreation: false,
    verifyServerUrl: false,
    enableInsecureAuthAdapters: false,
    silent: true,
    logsFolder: null,
  })
  await server.start()
  const listening = createServer(server.app).listen(0, '127.0.0.1', () =>
    process.send?.({ port: (listening.address() as AddressInfo).port, key }),
  )
  process.once('disconnect', () => process.exit(0))
})
