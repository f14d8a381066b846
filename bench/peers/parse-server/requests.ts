import { query, type User } from '../../data.ts'
import type { Sent } from '../../figures.ts'
import type { Product } from '../../processes.ts'
import { consultationOf } from '../consultation.ts'
import type { Asked, Kind, Started } from '../framework.ts'
import { copyPeople, PERSON_FIELDS } from '../people.ts'

const SHOWN = 'name,kana,birthOn,sex,insuredNumber,townName,centreId,centreName,staffName,isProtected'

/** Parse Server: users signed up through it, people stored by COPY into the table that it made. */
export const parseServer: Kind = {
  name: 'parse-server',
  title: 'Parse Server',
  mainPackage: 'parse-server',
  async fill(started, product, users) {
    await fillPeople(started, product, users[0]!.actor.insurerId)
    const sessions = new Map<string, string>()
    for (const [at, { cookie }] of users.entries()) sessions.set(cookie, await signUp(started, at))
    return askedBy((user) => ({
      'x-parse-application-id': 'bench',
      'x-parse-session-token': sessions.get(user.cookie)!,
    }))
  },
}

async function fillPeople({ database }: Started, { clients }: Product, insurerId: number): Promise<void> {
  const columns = {
    objectId: 'p.id::text',
    createdAt: 'p.created_at',
    updatedAt: 'p.updated_at',
    ...PERSON_FIELDS,
  }
  await copyPeople(clients.superuser, database, { insurerId, table: '"Person"', columns })
  await query(
    database,
    `create index on "Person" ("kanaFold", "objectId");
      create index on "Person" ("centreId", "kanaFold", "objectId");
      create index on "Consultation" ("personId", "receivedOn");`,
  )
  await query(database, 'vacuum analyze')
}

/** @returns the session of a new user */
async function signUp({ port, key }: Started, at: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/users`, {
    method: 'POST',
    headers: {
      'x-parse-application-id': 'bench',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ username: `bench-${at}`, password: `bench-${key}` }),
  })
  if (!answer.ok) throw new Error(`Parse Server answered a sign-up with ${answer.status}`)
  const { sessionToken } = (await answer.json()) as { sessionToken?: string }
  if (!sessionToken) throw new Error('Parse Server signed a user up without a session')
  return sessionToken
}

const askedBy = (headersOf: (user: User) => Record<string, string>): Asked => {
  const sent = (user: User, rest: Pick<Sent, 'method' | 'path' | 'body'>): Sent => ({
    ...rest,
    cookie: '',
    headers: headersOf(user),
  })
  return {
    list(user) {
      const asked = new URLSearchParams({ order: 'kanaFold,objectId', limit: '50', keys: SHOWN })
      const { reach, centreIds } = user.actor
      if (reach === 'centre') {
        const centre = centreIds.length === 1 ? centreIds[0] : { $in: centreIds }
        asked.set('where', JSON.stringify({ centreId: centre }))
      }
      return sent(user, { method: 'GET', path: `/classes/Person?${asked}` })
    },
    create: (user, personId) =>
      sent(user, {
        method: 'POST',
        path: '/classes/Consultation',
        body: JSON.stringify(consultationOf(user.actor, personId)),
      }),
    read: (user, personId) => sent(user, { method: 'GET', path: `/classes/Person/${personId}` }),
  }
}
