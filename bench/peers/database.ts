import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { query } from '../data.ts'

/** What a peer is told of its database. `host` is the folder of the socket. */
export interface PeerDatabase {
  host: string
  port: number
  user: string
  password: string
  database: string
}

/**
 * A database of the peer's own on the server of the product under measurement: same settings, same durability. Whatever an
 * earlier run that was broken off has left goes first.
 */
export async function makeDatabase(superuser: pg.ClientConfig, name: string): Promise<PeerDatabase> {
  await dropDatabase(superuser, name)
  const password = randomBytes(18).toString('base64url')
  await query(superuser, `create role ${name} login password '${password}'`)
  await query(superuser, `create database ${name} owner ${name}`)
  return { host: superuser.host!, port: Number(superuser.port), user: name, password, database: name }
}

export async function dropDatabase(superuser: pg.ClientConfig, name: string): Promise<void> {
  await query(superuser, `drop database if exists ${name} with (force)`)
  await query(superuser, `drop role if exists ${name}`)
}
