import type { Desk } from './desk.ts'
import * as paper from './papers.ts'

/**
 One working day of one member of staff: what they do, how often, and how long they look and type in between (seconds of the real
 day; the measurement shortens them with everything else). Our own assumption, not observed: a centre worker who takes eight calls,
 opens thirty people and settles a dozen tasks in eight hours has a full day. `PEAK` is the busiest stretch, after the morning meeting.
*/
export const DAY_SECONDS = 8 * 3600
export const PEAK = 2

export interface Doing {
  name: string
  /** times a day for each who may */
  perDay: number
  /** rights without which nobody does it */
  rights: readonly string[]
  /** needs somebody in reach */
  aboutPeople?: boolean
  run(desk: Desk): Promise<void>
}

const TABS = ['new', 'due', 'overdue', 'waiting', 'ahead']

/** The search box asks while one types: after two, four and all letters. */
async function search(desk: Desk): Promise<string> {
  const { id, kana } = desk.somebody()
  for (const letters of [2, 4, 20]) {
    await desk.ask('search', 'POST', '/api/people/search', { text: kana.slice(0, letters) || 'ア' })
    await desk.think(1.5)
  }
  return id
}

async function openSheet(desk: Desk, id: string): Promise<void> {
  await Promise.all([
    desk.ask('sheet', 'GET', `/api/people/${id}/sheet`),
    desk.ask('timeline', 'GET', `/api/people/${id}/timeline`),
  ])
}

const openToday = (desk: Desk) => desk.ask('today', 'GET', `/api/today?tab=${desk.oneOf(TABS)}`)

/** A call: find the caller, open the sheet, note (the form keeps itself every half minute), save, look at Today; one in four is mended later. */
async function takeCall(desk: Desk): Promise<void> {
  const personId = await search(desk)
  await openSheet(desk, personId)
  const call = paper.consultation(personId)
  for (let part = 1; part <= 4; part++) {
    await desk.think(30)
    await desk.write('draft', 'PUT', paper.draft(call, part))
  }
  const saved = await desk.write('consultation', 'POST', call)
  await openToday(desk)
  if (saved === undefined || desk.random() > 0.25) return
  await desk.think(120)
  await desk.ask('consultation read', 'GET', `/api/consultations/${call.id}`)
  await desk.think(20)
  await desk.write('consultation changed', 'PATCH', paper.mended(call, saved.version))
}

/** A thing to do of one's own: set down, later done or put off. */
async function settleTask(desk: Desk): Promise<void> {
  const task = paper.task(desk.random() < 0.7 ? desk.somebody().id : undefined)
  const saved = await desk.write('task', 'POST', task)
  await desk.think(120)
  await openToday(desk)
  if (saved === undefined) return
  await desk.write(
    'task changed',
    'POST',
    desk.random() < 0.7 ? paper.done(task, saved.version) : paper.postponed(task, saved.version),
  )
}

async function enterChecklist(desk: Desk): Promise<void> {
  const somebody = desk.somebodyUnchecked()
  if (!somebody) return
  const { id } = somebody
  await openSheet(desk, id)
  const sheet = paper.checklist(id)
  await desk.think(90)
  await desk.ask('checklist judged', 'POST', '/api/checklists/preview', paper.preview(sheet))
  await desk.write('checklist', 'POST', sheet)
  await desk.ask('checklists of a person', 'GET', `/api/people/${id}/checklists`)
}

async function lookSomebodyUp(desk: Desk): Promise<void> {
  const id = await search(desk)
  await openSheet(desk, id)
}

async function goThroughLists(desk: Desk): Promise<void> {
  await desk.ask('people', 'GET', '/api/people?limit=50')
  await desk.think(20)
  await desk.ask('consultations', 'POST', '/api/consultations/list', { limit: 50 })
  await desk.think(20)
  await desk.ask('checklists', 'POST', '/api/checklists/list', { limit: 50 })
}

export const DOINGS: readonly Doing[] = [
  // the bell of an open screen, once a minute
  {
    name: 'bell',
    perDay: 480,
    rights: ['task.work'],
    run: async (desk) => void (await desk.ask('bell', 'GET', '/api/notices')),
  },
  {
    name: 'open Today',
    perDay: 20,
    rights: ['task.work'],
    run: async (desk) => void (await openToday(desk)),
  },
  { name: 'look somebody up', perDay: 20, rights: ['person.read'], aboutPeople: true, run: lookSomebodyUp },
  {
    name: 'take a call',
    perDay: 8,
    rights: ['person.read', 'consultation.write', 'task.work', 'draft.own'],
    aboutPeople: true,
    run: takeCall,
  },
  {
    name: 'settle a task',
    perDay: 12,
    rights: ['task.work', 'person.read'],
    aboutPeople: true,
    run: settleTask,
  },
  {
    name: 'enter a checklist',
    perDay: 3,
    rights: ['person.read', 'checklist.write'],
    aboutPeople: true,
    run: enterChecklist,
  },
  {
    name: 'go through lists',
    perDay: 6,
    rights: ['person.list', 'consultation.list', 'checklist.list'],
    aboutPeople: true,
    run: goThroughLists,
  },
]
