import { randomUUIDv7 } from 'node:crypto'
import { questionNumbers } from '../../src/exchange/checklists/index.ts'

/** Stands in everything that the mixed day writes, so that it can be found and taken away. */
export const MARK = '（測定の一日）'

export type Table = 'consultation' | 'task' | 'checklist' | 'draft'

/** Something to be stored: where it is sent, and what the database has to hold once it is acknowledged. */
export interface Paper {
  table: Table
  id: string
  path: string
  body: object
  /** columns, as text */
  holds: Record<string, string>
}

let written = 0
/** No two texts alike: a lost or mixed-up write shows. */
const unique = (text: string) => `${MARK}${text} ${++written}-${process.pid}`

const TODAY = '2026-11-22'
const SOON = '2026-11-30'

export function consultation(personId: string): Paper {
  const id = randomUUIDv7()
  const text = unique('離れて暮らす母の物忘れが気になるとの相談。買い物で同じ物を重ねて買う。受診はまだ。')
  const body = {
    ...{ id, personId, channel: 'phone', caller: 'child', continuity: 'continued', urgency: 'normal' },
    ...{ topics: ['ltci', 'dementia'], responses: ['advice'], consent: 'obtained', minutes: 15, text },
    ...(written % 2 === 0 ? { nextAction: '電話して様子を聞く', dueOn: SOON } : {}),
  }
  return { table: 'consultation', id, path: '/api/consultations', body, holds: { text, person_id: personId } }
}

export function mended(paper: Paper, version: number): Paper {
  const text = unique('後から電話があり、書き足した。')
  return {
    ...paper,
    path: `/api/consultations/${paper.id}`,
    body: { version, text },
    holds: { ...paper.holds, text, version: String(version + 1) },
  }
}

/** The form as it keeps itself while one types; the key is of one form, as every open form has its own. */
export function draft(of: Paper, part: number): Paper {
  const key = `bench-day-${of.id}`
  const text = unique(`書きかけ ${part}`)
  return {
    ...{ table: 'draft', id: key, path: `/api/drafts/${key}` },
    body: { content: { text } },
    holds: { text },
  }
}

export function task(personId: string | undefined): Paper {
  const id = randomUUIDv7()
  const title = unique('様子を聞く')
  return {
    ...{ table: 'task', id, path: '/api/tasks' },
    body: { id, title, dueOn: TODAY, personId },
    holds: { title, state: 'open', due_on: TODAY },
  }
}

export function done(paper: Paper, version: number): Paper {
  const note = unique('話せた')
  return {
    ...paper,
    path: `/api/tasks/${paper.id}/done`,
    body: { version, note },
    holds: { ...paper.holds, state: 'done', done_note: note },
  }
}

export function postponed(paper: Paper, version: number): Paper {
  const reason = unique('留守')
  return {
    ...paper,
    path: `/api/tasks/${paper.id}/postpone`,
    body: { version, to: SOON, reason },
    holds: { ...paper.holds, due_on: SOON, postponed_reason: reason },
  }
}

export function checklist(personId: string): Paper {
  const id = randomUUIDv7()
  const note = unique('本人が記入')
  const cells = Object.fromEntries(
    questionNumbers.map((no) => [no, (written * 7 + no * 13) % 5 === 0 ? '1' : '0']),
  )
  const entry = { coding: 'paperNumber', answeredOn: TODAY, cells, height: '158.5', weight: '52.3' }
  return {
    ...{ table: 'checklist', id, path: '/api/checklists' },
    body: { id, personId, ...entry, method: 'visit', respondent: 'self', note },
    holds: { note, person_id: personId },
  }
}

export function preview({ body }: Paper): object {
  const { personId, coding, answeredOn, cells, height, weight } = body as Record<string, unknown>
  return { personId, coding, answeredOn, cells, height, weight }
}
