import { setTimeout as sleep } from 'node:timers/promises'
import { mayRole } from '../../src/platform/access/index.ts'
import { findAreas } from '../../src/platform/http/find-areas.ts'
import { query, usersOf, withPeople } from '../data.ts'
import type { Product } from '../processes.ts'
import { randomOf } from '../search-people.ts'
import { Desk, type Sitter } from './desk.ts'
import { DAY_SECONDS, DOINGS, type Doing, PEAK } from './model.ts'
import { DayRecord } from './record.ts'

export interface DayPlan {
  sitters: readonly Sitter[]
  port: number
  /** how many times faster than a real day */
  speed: number
  seconds: number
  seed: number
}

/** Every member of staff who holds a post, with people of their reach where they have any. */
export async function sittersOf(product: Product): Promise<Sitter[]> {
  await findAreas() // their policies say what a role may
  const users = await usersOf(product)
  const readers = await withPeople(product, users, 60)
  const ids = readers.flatMap(({ people }) => people)
  const rows = await query<{ id: string; kana: string }>(
    product.clients.superuser,
    `select id, kana_fold as kana from casework.person where id = any ($1::uuid[])`,
    [ids],
  )
  const kana = new Map(rows.map((row) => [row.id, row.kana]))
  return users.map(({ cookie, actor }) => {
    const reader = readers.find((one) => one.actor.staffId === actor.staffId)
    return { cookie, actor, people: (reader?.people ?? []).map((id) => ({ id, kana: kana.get(id) ?? '' })) }
  })
}

const may = ({ actor, people }: Sitter, { rights, aboutPeople }: Doing) =>
  rights.every((right) => mayRole(actor.role, right)) && (!aboutPeople || people.length > 0)

/**
 * Starts doings at moments that nobody's answer puts off (an open loop: exponential gaps for each person and doing), lets those under
 * way come to their end, and gives what was noted.
 */
export async function runDay({ sitters, port, speed, seconds, seed }: DayPlan): Promise<DayRecord> {
  const record = new DayRecord()
  const random = randomOf(seed)
  const end = performance.now() + seconds * 1000
  const underWay = new Set<Promise<void>>()
  const repeat = async (sitter: Sitter, doing: Doing) => {
    const gap = (DAY_SECONDS * 1000) / (doing.perDay * PEAK * speed)
    for (let at = performance.now(); ; ) {
      at += -Math.log(1 - random()) * gap
      if (at >= end) return
      await sleep(Math.max(0, at - performance.now()))
      const one: Promise<void> = doing
        .run(new Desk(sitter, port, speed, record, random))
        .finally(() => underWay.delete(one))
      underWay.add(one)
    }
  }
  await Promise.all(
    sitters.flatMap((sitter) =>
      DOINGS.filter((doing) => may(sitter, doing)).map((doing) => repeat(sitter, doing)),
    ),
  )
  await Promise.all(underWay)
  return record
}
