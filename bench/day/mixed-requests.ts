import { mayRole } from '../../src/platform/access/index.ts'
import type { Sent } from '../figures.ts'
import type { Sitter } from './desk.ts'
import { consultation } from './papers.ts'

const NEEDED = ['task.work', 'person.read', 'person.list', 'consultation.write']
const TABS = ['new', 'due', 'overdue', 'waiting', 'ahead']
const ROUNDS = 10

/** Ten requests for each who may do all of it, again and again with other people and tabs: eight reads, two writes. */
export function mixedRequests(sitters: readonly Sitter[]): Sent[] {
  const able = sitters.filter(
    ({ actor, people }) => people.length > 0 && NEEDED.every((right) => mayRole(actor.role, right)),
  )
  if (able.length === 0) throw new Error('nobody of the sample may do what the mix does')
  return Array.from({ length: ROUNDS }, (_, round) => able.flatMap((sitter) => tenOf(sitter, round))).flat()
}

function tenOf({ cookie, people }: Sitter, round: number): Sent[] {
  const person = (turn: number) => people[(round * 7 + turn) % people.length]!
  const get = (label: string, path: string): Sent => ({ method: 'GET', path, cookie, label })
  const post = (label: string, path: string, body: object): Sent => ({
    ...{ method: 'POST', path, cookie, label },
    body: JSON.stringify(body),
  })
  const today = (turn: number) => get('today', `/api/today?tab=${TABS[(round + turn) % TABS.length]}`)
  const sheet = (turn: number) => get('sheet', `/api/people/${person(turn).id}/sheet`)
  const search = (turn: number) =>
    post('search', '/api/people/search', { text: person(turn).kana.slice(0, 4) || 'ア' })
  const record = (turn: number) =>
    post('consultation', '/api/consultations', { ...consultation(person(turn).id).body, id: '{{new-id}}' })
  return [
    ...[today(0), sheet(1), search(2), record(3), today(4)],
    ...[get('people', '/api/people?limit=50'), sheet(5), search(6), record(7), today(8)],
  ]
}
