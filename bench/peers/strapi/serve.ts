import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo, Server } from 'node:net'
import { join } from 'node:path'
import type { PeerDatabase } from '../database.ts'
import { CONSULTATION_FIELDS, PERSON_FIELDS_OF_STRAPI, typeFile } from './content-types.ts'

/*
 Strapi as its own process, on PostgreSQL, in production mode, with its own middlewares and without its administration screens.
 Two content types without drafts, read and written with an API token that has the rights to do everything.
*/
interface Strapi {
  load(): Promise<Strapi>
  start(): Promise<Strapi>
  server: { httpServer: Server }
  service(name: 'admin::api-token'): { create(token: object): Promise<{ accessKey: string }> }
}
interface StrapiPackage {
  createStrapi(where: { appDir: string; distDir: string }): Strapi
}

const secret = () => randomBytes(24).toString('base64')

/** Strapi reads an application from a folder: its settings, and for each content type a schema, routes, controller and service. */
function writeApplication(folder: string, database: PeerDatabase): void {
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const settings = (name: string, value: object) =>
    write(`config/${name}.js`, `module.exports = ${JSON.stringify(value)}\n`)
  for (const part of ['config', 'src', 'public']) rmSync(join(folder, part), { recursive: true, force: true })
  mkdirSync(join(folder, 'public', 'uploads'), { recursive: true })
  settings('database', { connection: { client: 'postgres', connection: database } })
  settings('server', { host: '127.0.0.1', port: 0, app: { keys: [secret(), secret()] } })
  settings('admin', {
    serveAdminPanel: false,
    auth: { secret: secret() },
    apiToken: { salt: secret() },
    transfer: { token: { salt: secret() } },
    secrets: { encryptionKey: secret() },
  })
  settings('plugins', { 'users-permissions': { config: { jwtSecret: secret() } } })
  const middlewares = ['logger', 'errors', 'security', 'cors', 'poweredBy', 'query', 'body', 'session']
  settings(
    'middlewares',
    middlewares.concat('favicon', 'public').map((name) => `strapi::${name}`),
  )
  for (const [one, many, fields] of [
    ['person', 'people', PERSON_FIELDS_OF_STRAPI],
    ['consultation', 'consultations', CONSULTATION_FIELDS],
  ] as const) {
    const api = `src/api/${one}`
    write(`${api}/content-types/${one}/schema.json`, JSON.stringify(typeFile(one, many, fields)))
    for (const [kind, maker] of [
      ['controllers', 'Controller'],
      ['services', 'Service'],
      ['routes', 'Router'],
    ])
      write(
        `${api}/${kind}/${one}.js`,
        `module.exports = require('@strapi/strapi').factories.createCore${maker}('api::${one}.${one}')\n`,
      )
  }
}

process.once('message', async ({ database, folder }: { database: PeerDatabase; folder: string }) => {
  writeApplication(folder, database)
  const { createStrapi } = createRequire(join(folder, 'package.json'))('@strapi/strapi') as StrapiPackage
  const strapi = await createStrapi({ appDir: folder, distDir: folder }).load()
  const { accessKey } = await strapi.service('admin::api-token').create({
    name: 'bench',
    description: '',
    type: 'full-access',
    lifespan: null,
  })
  await strapi.start()
  const { port } = strapi.server.httpServer.address() as AddressInfo
  process.once('disconnect', () => process.exit(0))
  process.send?.({ port, key: accessKey })
})
