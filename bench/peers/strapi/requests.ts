import { query } from '../../data.ts'
import type { Sent } from '../../figures.ts'
import { consultationOf } from '../consultation.ts'
import type { Asked, Kind } from '../framework.ts'
import { copyPeople, PERSON_FIELDS } from '../people.ts'

const SHOWN = [
  'name',
  'kana',
  'birthOn',
  'sex',
  'insuredNumber',
  'townName',
  'centreId',
  'centreName',
].concat(['staffName', 'isProtected'])
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Strapi: people stored by COPY into the table that it made, asked with one API token. */
export const strapi: Kind = {
  name: 'strapi',
  title: 'Strapi',
  mainPackage: '@strapi/strapi',
  async fill({ key, database }, { clients }, users) {
    const columns = {
      document_id: 'p.id::text',
      created_at: 'p.created_at',
      updated_at: 'p.updated_at',
      published_at: 'p.created_at',
      ...Object.fromEntries(Object.entries(PERSON_FIELDS).map(([name, value]) => [snake(name), value])),
    }
    const { insurerId } = users[0]!.actor
    await copyPeople(clients.superuser, database, { insurerId, table: 'people', columns })
    await query(
      database,
      `create index on people (kana_fold, id);
        create index on people (centre_id, kana_fold, id);
        create index on consultations (person_id, received_on);`,
    )
    await query(database, 'vacuum analyze')
    return askedWith({ authorization: `Bearer ${key}` })
  },
}

const askedWith = (headers: Record<string, string>): Asked => {
  const sent = (rest: Pick<Sent, 'method' | 'path' | 'body'>): Sent => ({ ...rest, cookie: '', headers })
  return {
    list({ actor }) {
      const asked = new URLSearchParams({
        'pagination[limit]': '50',
        'pagination[withCount]': 'false',
        'sort[0]': 'kanaFold',
        'sort[1]': 'id',
      })
      for (const [at, name] of SHOWN.entries()) asked.set(`fields[${at}]`, name)
      if (actor.reach === 'centre')
        for (const [at, id] of actor.centreIds.entries()) asked.set(`filters[centreId][$in][${at}]`, id)
      return sent({ method: 'GET', path: `/api/people?${asked}` })
    },
    create: ({ actor }, personId) =>
      sent({
        method: 'POST',
        path: '/api/consultations',
        body: JSON.stringify({ data: consultationOf(actor, personId) }),
      }),
    read: (_, personId) => sent({ method: 'GET', path: `/api/people/${personId}` }),
  }
}
