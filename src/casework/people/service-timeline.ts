import { recordCondition } from '../../platform/access/index.ts'
import {
  allContributes,
  newestFirst,
  type TimelinePlace,
  type TimelineSource,
} from '../../platform/contributes/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid, notFound } from '../../platform/errors/index.ts'
import type { Timeline, TimelineQuery } from './schema-sheet.ts'

/** The records of all floors about a person, newest first, a page at a time; one round trip. */
export async function personTimeline(
  work: Work,
  id: string,
  query: TimelineQuery,
  given?: readonly TimelineSource[],
): Promise<Timeline> {
  const sources = given ?? (await allContributes()).timeline
  const asked = sources.filter((source) => !query.kind || source.kind === query.kind)
  const filter = {
    mine: query.mine === 'true',
    before: query.cursor ? placeFrom(query.cursor) : null,
    limit: query.limit + 1,
  }
  work.about('person', id)
  const reach = recordCondition(work.actor, work.today, { alias: 'p', person: 'id', next: 2 })
  const [person, ...answers] = await work.flight([
    {
      text: `select 1 from casework.person p where ${reach.sql} and p.id = $1`,
      values: [id, ...reach.values],
    },
    ...asked.map((source) => source.query(work.actor, work.today, id, filter)),
  ])
  if (person?.length !== 1) throw notFound()
  work.touched(id)
  const items = asked
    .flatMap((source, n) => (answers[n] ?? []).map((row) => source.toItem(row)))
    .sort(newestFirst)
  const shown = items.slice(0, query.limit)
  const last = shown.at(-1)
  return {
    kinds: sources.map(({ kind, label }) => ({ kind, label })),
    items: shown,
    nextCursor: items.length > shown.length && last ? cursorOf(last) : null,
  }
}

const cursorOf = ({ at, id }: TimelinePlace): string => Buffer.from(`${at} ${id}`).toString('base64url')

function placeFrom(cursor: string): TimelinePlace {
  const match = /^(\d{4}-\d\d-\d\dT[\d:.]{8,15}Z) ([0-9a-f-]{36})$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  )
  if (!match?.[1] || !match[2]) {
    throw invalid([
      {
        path: 'cursor',
        code: 'cursor',
        message: '続きの位置が読み取れません。画面を開き直してください。',
      },
    ])
  }
  return { at: match[1], id: match[2] }
}
