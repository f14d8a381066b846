import { randomUUIDv7 } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import { anActor, anInsurer, aPerson, asOwner, type TestInsurer } from '../../platform/testing/insurer.ts'
import { aChecklist, range, scoredCells } from './factory.ts'
import { routes } from './routes.ts'

let database: TestDatabase
let insurer: TestInsurer
let call: Call
let staff: Actor
let clerk: Actor
let contractor: Actor
let stranger: Actor
let person: string

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  call = anApi(database, [routes])
  staff = await anActor(database, insurer, 'centreStaff', 'a')
  clerk = await anActor(database, insurer, 'clerk', 'a')
  contractor = await anActor(database, insurer, 'contractedCareManager')
  stranger = await anActor(database, await anInsurer(database), 'officer')
})

/** A new person each, so that no two sheets are of one day. */
const someone = (birthOn = '1940-03-04') => aPerson(database, insurer, insurer.centres.a, { birthOn })
async function recorded(more: Record<string, unknown> & { personId?: string } = {}, actor = staff) {
  const entry = aChecklist(more.personId ?? (await someone()), more)
  const made = await call(actor, 'POST', '/api/checklists', entry)
  return { entry, made, read: () => call(actor, 'GET', `/api/checklists/${entry.id}`) }
}
const rows = <Row>(text: string, values: unknown[]) =>
  asOwner(database, async (client) => (await client.query(text, values)).rows as Row[])

describe('CHK-03・CHK-04・FRL-01 画面と同じ道で、本物のデータベースに', () => {
  const ALL = ['overall', 'motor', 'nutrition', 'oral', 'seclusion', 'cognition', 'depression']
  it.each([
    ['CHK-a', [], [], 0, 0, [], 'notTarget', 'robust'],
    ['CHK-b', [16], [], 1, 1, ['seclusion'], 'target', 'robust'],
    ['CHK-c', [17], [], 1, 1, [], 'notTarget', 'robust'],
    ['CHK-d', [11], [], 1, 1, [], 'notTarget', 'robust'],
    ['CHK-e', [11, 12], [], 2, 2, ['nutrition'], 'target', 'robust'],
    ['CHK-f', [...range(1, 7), 13, 17, 21], [], 10, 10, [], 'notTarget', 'frail'],
    ['CHK-g', [...range(1, 7), 11, 13, 17], [], 10, 10, ['overall'], 'target', 'frail'],
    ['CHK-h', [6, 7, 8], [], 3, 3, ['motor'], 'target', 'robust'],
    ['CHK-i', [21, 22], [], 2, 2, ['depression'], 'target', 'robust'],
    ['CHK-j', [18], [], 1, 1, ['cognition'], 'target', 'robust'],
    ['CHK-k', [], [16], 0, 1, [], 'undetermined', 'robust'],
    ['CHK-l', [6, 7, 8], [9, 10], 3, 5, ['motor'], 'target', 'undetermined'],
    ['CHK-m', [], [12], 0, 1, [], 'notTarget', 'robust'],
    ['CHK-o', range(1, 25), [], 25, 25, ALL, 'target', 'frail'],
    ['CHK-p', [21, 22], [...range(1, 20), 23, 24, 25], 2, 25, ['depression'], 'target', 'undetermined'],
  ] as const)('%s', async (_, scored, missing, min, max, met, judgement, frailty) => {
    const { made, read } = await recorded(scoredCells(scored, missing))
    expect(made).toMatchObject({ status: 200, body: { judgement, met } })
    const { body } = await read()
    expect(body.proposal).toMatchObject({ judgement, met, known: min, unknown: max - min })
    expect(body.result).toMatchObject({ judgement, met, frailty: { frailty, min, max } })
    expect(body.steps.at(0).label).toBe('身長と体重の確認')
  })

  it('CHK-n 第2号被保険者（58歳）は対象外', async () => {
    const personId = await someone('1968-01-10')
    const { made, read } = await recorded({ personId, ...scoredCells([18]) })
    expect(made.body).toMatchObject({ judgement: 'notApplicable', met: ['cognition'] })
    expect((await read()).body.proposal.insuredType).toBe('category2Insured')
  })
})

it('65歳は誕生日の前日から第1号被保険者', async () => {
  const personId = await someone('1961-11-21')
  const judged = async (answeredOn: string) =>
    (await recorded({ personId, answeredOn, ...scoredCells([18]) })).made.body.judgement
  expect([await judged('2026-11-19'), await judged('2026-11-20')]).toEqual(['notApplicable', 'target'])
})

void [clerk!, contractor!, stranger!, person!, rows, randomUUIDv7]
