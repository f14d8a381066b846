import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { User } from '../data.ts'
import type { Sent } from '../figures.ts'
import { ask, type Product, start, stopping } from '../processes.ts'
import { dropDatabase, makeDatabase, type PeerDatabase } from './database.ts'
import { installPeer } from './install.ts'
import { parseServer } from './parse-server/requests.ts'
import { strapi } from './strapi/requests.ts'

/** The three requests that product and peers are measured by, in the peer's own words. */
export interface Asked {
  list(user: User): Sent
  create(user: User, personId: string): Sent
  read(user: User, personId: string): Sent
}

/** What there is to know of one peer. */
export interface Kind {
  /** its folder, and the name of its database */
  name: 'parse-server' | 'strapi'
  title: string
  /** the package whose version stands in the table */
  mainPackage: string
  /** Fills it with the people and users of the product. @returns how it is asked */
  fill(started: Started, product: Product, users: readonly User[]): Promise<Asked>
}

/** What `serve.ts` of a peer answers, and where its tables are. */
export interface Started {
  port: number
  /** the secret by which its users or tokens are made */
  key: string
  database: PeerDatabase
}

export interface Framework {
  title: string
  pid: number
  port: number
  asked: Asked
  stop(): Promise<void>
}

export interface Missing {
  title: string
  /** why it is not measured */
  cause: string
}

export const isThere = (peer: Framework | Missing): peer is Framework => 'asked' in peer

/** Starts Parse Server and Strapi on the product's PostgreSQL; who cannot be had is returned with the cause. */
export const startFrameworks = async (product: Product, users: readonly User[]) => ({
  parse: await startFramework(parseServer, product, users),
  strapi: await startFramework(strapi, product, users),
})

async function startFramework(
  kind: Kind,
  product: Product,
  users: readonly User[],
): Promise<Framework | Missing> {
  const title = `${kind.title} ${versionOf(kind)}`
  const databaseName = `bench_${kind.name.replace('-', '_')}`
  const { superuser } = product.clients
  let folder: string
  try {
    folder = await installPeer(kind.name)
  } catch (error) {
    return { title, cause: (error as Error).message }
  }
  const database = await makeDatabase(superuser, databaseName)
  const child = start(join('peers', kind.name, 'serve.ts'), kind.name, folder)
  const stop = async () => {
    await stopping(child)()
    await dropDatabase(superuser, databaseName)
  }
  try {
    const said = await ask<{ port: number; key: string }>(child, { database, folder })
    const asked = await kind.fill({ ...said, database }, product, users)
    return { title, pid: child.pid!, port: said.port, asked, stop }
  } catch (error) {
    await stop()
    return { title, cause: (error as Error).message }
  }
}

function versionOf({ name, mainPackage }: Kind): string {
  const file = join(import.meta.dirname, name, 'package', 'package.json')
  const { dependencies } = JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> }
  return dependencies[mainPackage]!
}
