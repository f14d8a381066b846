import fc from 'fast-check'
import type pg from 'pg'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anInsuredPerson } from '../../../exchange/insured-persons/factory.ts'
import type { Actor } from '../../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../../platform/database/testing/database.ts'
import { anActor, anInsurer, asOwner, type TestInsurer, workOf } from '../../../platform/testing/insurer.ts'
import { storePerson } from '../factory.ts'
import { aFile, anImportingInsurer, type ImportingInsurer, load } from '../import/testing.ts'
import '../index.ts'
import { SearchBody } from '../schema.ts'
import { searchPeople } from '../service-search.ts'
import { personSheet } from '../service-sheet.ts'
import { MERGE_FIELD_NAMES, type MergeChoice, type MergeField, takenColumns } from './fields.ts'
import { mergePeople, previewMerge, requestMerge } from './service.ts'
import { mergesOf, previewUndo, undoMerge } from './undo.ts'

let database: TestDatabase
let insurer: TestInsurer
let officer: Actor
let manager: Actor
let worker: Actor
let kept: string
let gone: string
const as = (actor: Actor) => workOf(database, actor)

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  insurer = await anInsurer(database)
  officer = await anActor(database, insurer, 'officer')
  manager = await anActor(database, insurer, 'centreManager', 'a')
  worker = await anActor(database, insurer, 'centreStaff', 'a')
  ;[kept, gone] = await twoRecords(insurer.centres.a, insurer.centres.a)
})

const twoRecords = (first: string, second: string, more: object = {}): Promise<[string, string]> =>
  asOwner(database, async (client) => [
    await storePerson(client, insurer.id, {
      centreId: first,
      name: '統合 花子',
      kana: 'トウゴウ ハナコ',
      phone: '000-1111-2222',
    }),
    await storePerson(client, insurer.id, {
      centreId: second,
      name: '統合 はな子',
      kana: 'トウゴウ ハナゴ',
      phone: '000-3333-4444',
      addressRest: '見本1番地',
      ...more,
    }),
  ])

/** Rows of many tables about somebody, as the areas would have stored them. */
async function withRecords(personId: string, centreId: string, count = 1): Promise<void> {
  await asOwner(database, async (client) => {
    for (let n = 0; n < count; n += 1) await storeRecords(client, personId, centreId)
  })
}

async function storeRecords(client: pg.Client, personId: string, centreId: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `insert into casework.consultation (insurer_id, person_id, centre_id, recorded_centre_id, staff_id, profession, received_on,
       received_at, channel, continuity, caller, urgency, text, text_fold, topics)
     values ($1, $2, $3, $3, $4, 'socialWorker', '2026-11-20', '2026-11-20T01:00:00Z', 'phone', 'new', 'self', 'normal', '見本', '見本', '{abuse}')
     returning id`,
    [insurer.id, personId, centreId, worker.staffId],
  )
  const consultation = rows[0]!.id
  const values = [insurer.id, personId, centreId, worker.staffId, consultation]
  for (const text of [
    `insert into casework.contact (insurer_id, person_id, centre_id, name, relationship) values ($1, $2, $3, '見本 子', '子')`,
    `insert into casework.referral (insurer_id, consultation_id, person_id, centre_id, to_kind, to_name, sent_on)
     values ($1, $5, $2, $3, 'other', '見本の窓口', '2026-11-20')`,
    `insert into casework.abuse_case (insurer_id, person_id, centre_id, consultation_id, opened_at, opened_by) values ($1, $2, $3, $5, now(), $4)`,
    `insert into platform.task (insurer_id, person_id, centre_id, holder_id, kind, title, due_on, source_type, source_id)
     values ($1, $2, $3, $4, 'own', '見本の予定', '2026-11-30', 'consultation', $5)`,
    `insert into platform.journal (insurer_id, day, centre_id, staff_id, kind, person_id, unit, count, source_type, source_id)
     values ($1, '2026-10-05', $3, $4, 'consultation', $2, '件', 1, 'consultation', $5)`,
    `insert into platform.link (insurer_id, from_type, from_id, to_type, to_id, kind, person_id, centre_id)
     values ($1, 'consultation', $5, 'issue', uuidv7(), 'example', $2, $3)`,
    `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from) values ($1, $2, $4, 'grant', '2026-01-01')`,
    `insert into casework.person_consent (insurer_id, person_id, centre_id, state, given_on, given_by, relationship)
     values ($1, $2, $3, 'refused', '2026-10-01', '見本 本人', '本人')`,
  ]) {
    const used = [...text.matchAll(/\$(\d)/g)].map((match) => Number(match[1]))
    // each statement takes the parameters it names; the driver wants no others
    const order = [...new Set(used)].sort()
    const renumbered = text.replace(/\$(\d)/g, (_, n) => `$${order.indexOf(Number(n)) + 1}`)
    await client.query(
      renumbered,
      order.map((n) => values[n - 1]),
    )
  }
}

/** Every row of the insurer in every table, but for what a merge itself writes down and the counters of versions. */
const everything = () =>
  asOwner(database, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select table_name as name from platform.tenant_table_register
       where table_name not in ('platform.history', 'casework.person_merge', 'casework.person_merge_row') order by 1`,
    )
    const content: Record<string, unknown[]> = {}
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: unknown }>(
        `select to_jsonb(t) - 'version' as row from ${name} t where insurer_id = $1 order by to_jsonb(t) - 'version'`,
        [insurer.id],
      )
      content[name] = rows.map(({ row }) => row)
    }
    return content
  })

const ofPerson = (table: string, id: string) =>
  asOwner(
    database,
    async (client) =>
      (
        await client.query(`select 1 from ${table} where insurer_id = $1 and person_id = $2`, [
          insurer.id,
          id,
        ])
      ).rowCount,
  )

const bodyFor = async (choices: Partial<Record<MergeField, MergeChoice>> = {}, by = officer) => {
  const preview = await previewMerge(as(by), kept, gone)
  return {
    version: preview.kept.version,
    otherId: gone,
    otherVersion: preview.merged.version,
    choices,
    reason: '同じ方でした',
  }
}
const merge = async (choices: Partial<Record<MergeField, MergeChoice>> = {}, by = officer) =>
  mergePeople(as(by), kept, await bodyFor(choices, by))

describe('同一人物の統合', () => {
  it('すべての記録が残る方へ移り、選んだ値が残り、業務記録のセンターと日は変わらない', async () => {
    await withRecords(gone, insurer.centres.a, 2)
    await withRecords(kept, insurer.centres.a)
    const preview = await previewMerge(as(officer), kept, gone)
    expect(preview.moves).toContainEqual({ table: 'casework.consultation', label: '相談記録', count: 2 })
    expect(preview.refusal).toBeNull()
    const merged = await merge({ name: 'merged', phone: 'kept' })
    for (const table of [
      'casework.consultation',
      'casework.contact',
      'platform.task',
      'platform.journal',
      'platform.person_access',
    ]) {
      expect([table, await ofPerson(table, kept), await ofPerson(table, gone)]).toEqual([table, 3, 0])
    }
    const sheet = await personSheet(as(worker), kept)
    expect(sheet.person).toMatchObject({ name: '統合 はな子', phone: '000-1111-2222' })
    expect(sheet.counts).toMatchObject({ contacts: 3 })
    expect(merged.rows).toBe(18)
  })

  it('統合された記録は、行き先を言い、検索には一人だけ出る', async () => {
    await merge({ name: 'merged' })
    const old = await personSheet(as(worker), gone)
    expect(old.mergedInto).toEqual({ id: kept, name: '統合 はな子', kana: 'トウゴウ ハナゴ' })
    expect(old.abilities).not.toContain('person.change')
    for (const text of ['トウゴウ', 'トウゴウハナゴ', '統合 はな子', '11112222']) {
      const { items } = await searchPeople(as(worker), SearchBody.parse({ text }))
      expect([text, items.map(({ id }) => id)]).toEqual([text, [kept]])
    }
  })

  it('統合して取り消すと、データベースの中身は元のとおりになる', async () => {
    const choice = fc.constantFrom<MergeChoice>('kept', 'merged', 'both')
    const choices = fc.record(
      Object.fromEntries(MERGE_FIELD_NAMES.map((field) => [field, choice])) as Record<
        MergeField,
        typeof choice
      >,
      { requiredKeys: [] },
    )
    const source = fc.constantFrom<'hand' | 'core-system'>('hand', 'core-system')
    await fc.assert(
      fc.asyncProperty(
        choices,
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 0, max: 2 }),
        fc.boolean(),
        source,
        source,
        async (chosen, ofKept, ofGone, isOtherCentre, sourceKept, sourceGone) => {
          const other = isOtherCentre ? insurer.centres.b : insurer.centres.a
          ;[kept, gone] = await twoRecords(insurer.centres.a, other, {})
          await asOwner(database, (client) => fromCore(client, { [kept]: sourceKept, [gone]: sourceGone }))
          await withRecords(kept, insurer.centres.a, ofKept)
          await withRecords(gone, other, ofGone)
          const before = await everything()
          const { mergeId } = await merge(chosen)
          expect(await everything()).not.toEqual(before)
          const { since } = await undoMerge(as(officer), kept, mergeId, { reason: '別の方でした' })
          expect(since).toEqual([])
          expect(await everything()).toEqual(before)
        },
      ),
      { numRuns: 12 },
    )
  }, 60_000)

  it('統合の後に書いた記録は残る方に残り、取消で一覧になり、確かめる予定ができる', async () => {
    await withRecords(gone, insurer.centres.a)
    const { mergeId } = await merge()
    await asOwner(database, (client) =>
      client.query(
        `insert into casework.contact (insurer_id, person_id, centre_id, name, relationship) values ($1, $2, $3, '後の 連絡先', '友人')`,
        [insurer.id, kept, insurer.centres.a],
      ),
    )
    await asOwner(database, (client) =>
      client.query(`update casework.person set phone = '000-9999-9999' where insurer_id = $1 and id = $2`, [
        insurer.id,
        kept,
      ]),
    )
    const preview = await previewUndo(as(officer), kept, mergeId)
    expect(preview).toMatchObject({
      refusal: null,
      moved: 9,
      since: [{ table: 'casework.contact', label: '家族・連絡先' }],
    })
    expect(await ofPerson('casework.contact', gone)).toBe(0)
    await undoMerge(as(officer), kept, mergeId, { reason: '別の方でした' })
    expect(await ofPerson('casework.contact', gone)).toBe(1)
    expect(await ofPerson('casework.contact', kept)).toBe(1)
    const sheet = await personSheet(as(officer), kept)
    expect(sheet.person.phone).toBe('000-9999-9999')
    expect(sheet.tasks).toMatchObject([{ kind: 'person.unmerged-rows' }])
    await expect(undoMerge(as(officer), kept, mergeId, { reason: 'もう一度' })).rejects.toMatchObject({
      code: 'unmerge.undone',
    })
    expect((await mergesOf(as(officer), kept)).items).toMatchObject([{ undoneReason: '別の方でした' }])
  })

  it('直しが統合の後にあれば、その値は戻さずに言う', async () => {
    const { mergeId } = await merge({ phone: 'merged' })
    await asOwner(database, (client) =>
      client.query(`update casework.person set phone = '000-5555-5555' where insurer_id = $1 and id = $2`, [
        insurer.id,
        kept,
      ]),
    )
    expect((await previewUndo(as(officer), kept, mergeId)).kept).toEqual(['電話'])
    await undoMerge(as(officer), kept, mergeId, { reason: '別の方' })
    expect((await personSheet(as(officer), kept)).person.phone).toBe('000-5555-5555')
  })

  it('一人に一つしかないものが両方にあれば、表の名を言って断り、何も変わらない', async () => {
    await asOwner(database, async (client) => {
      for (const id of [kept, gone])
        await client.query(
          `insert into casework.person_restriction (insurer_id, person_id, kind, reason, since_on, set_by)
           values ($1, $2, 'locked', '見本', '2026-01-01', $3)`,
          [insurer.id, id, officer.staffId],
        )
    })
    await withRecords(gone, insurer.centres.a)
    const before = await everything()
    await expect(merge()).rejects.toMatchObject({
      status: 409,
      code: 'merge.collides',
      detail: expect.stringContaining('支援措置・閲覧制限の記録'),
    })
    expect(await everything()).toEqual(before)
    expect((await mergesOf(as(officer), kept)).items).toEqual([])
  })

  it('続けて統合したときは、後から順に取り消す', async () => {
    const first = await merge()
    const third = await asOwner(database, (client) =>
      storePerson(client, insurer.id, { centreId: insurer.centres.a }),
    )
    const after = await previewMerge(as(officer), third, kept)
    const second = await mergePeople(as(officer), third, {
      version: after.kept.version,
      otherId: kept,
      otherVersion: after.merged.version,
      choices: {},
      reason: 'さらに同じ方',
    })
    expect((await personSheet(as(officer), gone)).mergedInto?.id).toBe(third)
    await expect(undoMerge(as(officer), kept, first.mergeId, { reason: '逆の順' })).rejects.toMatchObject({
      code: 'unmerge.merged',
    })
    await undoMerge(as(officer), third, second.mergeId, { reason: '順に' })
    await undoMerge(as(officer), kept, first.mergeId, { reason: '順に' })
    expect((await personSheet(as(officer), gone)).mergedInto).toBeNull()
  })
})

const fromCore = (client: pg.Client, sources: Record<string, 'hand' | 'core-system'>) =>
  Promise.all(
    Object.entries(sources)
      .filter(([, source]) => source === 'core-system')
      .map(async ([id], n) => {
        const number = `${Date.now()}${n}`.slice(-15)
        await client.query(
          `update casework.person set source = 'core-system', resident_number = $3, resident_history_number = 2 where insurer_id = $1 and id = $2`,
          [insurer.id, id, number],
        )
        await client.query(
          `insert into casework.core_row (insurer_id, resident_number, person_id, history_number, digest) values ($1, $3, $2, 2, 'x')`,
          [insurer.id, id, number],
        )
      }),
  )

describe('統合した方の取り込み', () => {
  const one = anInsuredPerson()
  const phoneOf = (city: ImportingInsurer, id: string) =>
    asOwner(
      database,
      async (client) =>
        (
          await client.query('select phone, name from casework.person where insurer_id = $1 and id = $2', [
            city.id,
            id,
          ])
        ).rows[0],
    )
  const idOf = (city: ImportingInsurer, number: string) =>
    asOwner(
      database,
      async (client) =>
        (
          await client.query<{ id: string }>(
            'select id from casework.person where insurer_id = $1 and resident_number = $2',
            [city.id, number],
          )
        ).rows[0]!.id,
    )

  it('宛名番号が残る方へ移れば、次の取り込みは残る方を変え、取り消せば元の方を変える', async () => {
    const city = await anImportingInsurer(database)
    await load(city, [aFile(city, 'full', '2026-11-20', [one])])
    const core = await idOf(city, one.residentNumber)
    const hand = await asOwner(database, (client) =>
      storePerson(client, city.id, { centreId: city.centres.a, phone: null }),
    )
    const { kept: a, merged: b } = await previewMerge(city.work, hand, core)
    const { mergeId } = await mergePeople(city.work, hand, {
      version: a.version,
      otherId: core,
      otherVersion: b.version,
      choices: { phone: 'merged' },
      reason: '同じ方',
    })
    expect(await idOf(city, one.residentNumber)).toBe(hand)
    await load(city, [aFile(city, 'diff', '2026-11-21', [{ ...one, historyNumber: 2, name: '改名　太郎' }])])
    expect(await phoneOf(city, hand)).toMatchObject({ name: '改名　太郎' })
    await undoMerge(city.work, hand, mergeId, { reason: '別の方' })
    await load(city, [aFile(city, 'full', '2026-11-22', [{ ...one, historyNumber: 2, name: '改名　太郎' }])])
    expect(await idOf(city, one.residentNumber)).toBe(core)
    expect(await phoneOf(city, core)).toMatchObject({ name: '改名　太郎' })
  })

  it('宛名番号が二つあれば、統合された側の行は残る方を変えず、知らせになる', async () => {
    const city = await anImportingInsurer(database)
    const two = anInsuredPerson({ residentNumber: '000000000000002', insuredNumber: '0000000002' })
    await load(city, [aFile(city, 'full', '2026-11-20', [one, two])])
    const [first, second] = [await idOf(city, one.residentNumber), await idOf(city, two.residentNumber)]
    const { kept: a, merged: b } = await previewMerge(city.work, first, second)
    await mergePeople(city.work, first, {
      version: a.version,
      otherId: second,
      otherVersion: b.version,
      choices: {},
      reason: '同じ方',
    })
    const run = await load(city, [
      aFile(city, 'diff', '2026-11-21', [
        { ...two, historyNumber: 2, name: '別名　太郎' },
        { ...one, historyNumber: 2, name: '改名　太郎' },
      ]),
    ])
    expect(run.notices.map(({ code, count }) => [code, count])).toContainEqual(['person.merged-away', 1])
    expect(await phoneOf(city, first)).toMatchObject({ name: '改名　太郎' })
    const again = await load(city, [
      aFile(city, 'diff', '2026-11-22', [{ ...two, historyNumber: 2, name: '別名　太郎' }]),
    ])
    expect(again.notices.map(({ code }) => code)).not.toContain('person.merged-away')
  })
})

describe('だれが統合できるか', () => {
  it('センター長は、二つとも自分のセンターの方なら統合できる', async () => {
    await merge({}, manager)
    expect((await personSheet(as(manager), gone)).person.mergedInto).toBe(kept)
  })

  it('もう一つがほかのセンターの方なら、ない記録と同じ答えになる', async () => {
    ;[kept, gone] = await twoRecords(insurer.centres.a, insurer.centres.b)
    await expect(previewMerge(as(manager), kept, gone)).rejects.toMatchObject({ status: 404 })
    const body = await bodyFor()
    await expect(mergePeople(as(manager), kept, body)).rejects.toMatchObject({ status: 404 })
  })

  it('閲覧の許可があるだけの方は、センター長でも統合できない', async () => {
    ;[kept, gone] = await twoRecords(insurer.centres.a, insurer.centres.b)
    await asOwner(database, (client) =>
      client.query(
        `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from) values ($1, $2, $3, 'grant', '2026-01-01')`,
        [insurer.id, gone, manager.staffId],
      ),
    )
    expect((await previewMerge(as(manager), kept, gone)).refusal).toContain('保険者へ依頼')
    await expect(merge({}, manager)).rejects.toMatchObject({ code: 'merge.other-centre' })
  })

  it('取消も、二つとも自分のセンターの方のときだけ。保険者はいつでも取り消せる', async () => {
    const { mergeId } = await merge()
    await asOwner(database, async (client) => {
      await client.query('update casework.person set centre_id = $2 where id = $1', [kept, insurer.centres.b])
      await client.query(
        `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from) values ($1, $2, $3, 'grant', '2026-01-01')`,
        [insurer.id, kept, manager.staffId],
      )
    })
    expect((await previewUndo(as(manager), kept, mergeId)).refusal).toContain('保険者')
    await expect(undoMerge(as(manager), kept, mergeId, { reason: '別の方' })).rejects.toMatchObject({
      code: 'unmerge.other-centre',
    })
    expect((await previewUndo(as(officer), kept, mergeId)).refusal).toBeNull()
    expect((await undoMerge(as(officer), kept, mergeId, { reason: '別の方' })).mergedId).toBe(gone)
  })

  it('自分のセンターの中の統合は、センター長が取り消せる', async () => {
    const { mergeId } = await merge()
    expect((await undoMerge(as(manager), kept, mergeId, { reason: '別の方' })).mergedId).toBe(gone)
  })

  it('センターをまたいで統合しても、委託の続く委託先の予定は委託先に残る', async () => {
    ;[kept, gone] = await twoRecords(insurer.centres.a, insurer.centres.b)
    const running = await anActor(database, insurer, 'contractedCareManager')
    const former = await anActor(database, insurer, 'contractedCareManager')
    const holders = () =>
      asOwner(database, async (client) => {
        const { rows } = await client.query<{ title: string; holder: string; centre: string }>(
          `select title, holder_id as holder, centre_id as centre from platform.task
           where insurer_id = $1 and title like '見本%' order by title`,
          [insurer.id],
        )
        return rows.map(({ title, holder, centre }) => [title, holder, centre])
      })
    await asOwner(database, async (client) => {
      for (const [title, holder] of [
        ['見本1 続く委託', running.staffId],
        ['見本2 終わった委託', former.staffId],
      ]) {
        await client.query(
          `insert into platform.task (insurer_id, person_id, centre_id, holder_id, kind, title, due_on, source_type, source_id)
           values ($1, $2, $3, $4, 'own', $5, '2026-11-30', 'person', $2)`,
          [insurer.id, gone, insurer.centres.b, holder, title],
        )
      }
      for (const [holder, to] of [
        [running.staffId, null],
        [former.staffId, '2026-11-21'],
      ]) {
        await client.query(
          `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from, valid_to)
           values ($1, $2, $3, 'assignment', '2026-01-01', $4)`,
          [insurer.id, gone, holder, to],
        )
      }
    })
    const before = await holders()
    const { mergeId } = await merge()
    const [first, second] = await holders()
    expect(first).toEqual(['見本1 続く委託', running.staffId, insurer.centres.a])
    expect(second?.[2]).toBe(insurer.centres.a)
    expect(second?.[1]).toBe(manager.staffId)
    await undoMerge(as(officer), kept, mergeId, { reason: '別の方' })
    expect(await holders()).toEqual(before)
  })

  it('包括職員は保険者へ依頼し、一度だけ予定になる', async () => {
    await requestMerge(as(worker), kept, { reason: '電話番号が同じ方がいます' })
    const sheet = await personSheet(as(officer), kept)
    expect(sheet.tasks).toMatchObject([{ kind: 'person.merge-request', kindLabel: '統合の依頼' }])
    await expect(requestMerge(as(worker), kept, { reason: 'もう一度' })).rejects.toMatchObject({
      code: 'merge.already-asked',
    })
  })

  it('支援措置の扱いが違えば断る', async () => {
    ;[kept, gone] = await twoRecords(insurer.centres.a, insurer.centres.a, { isProtected: true })
    await expect(merge()).rejects.toMatchObject({ code: 'merge.protection-differs' })
  })
})

describe('二人が同時に', () => {
  it('同じ二つを逆向きに統合しても、一つだけが成り立つ', async () => {
    const there = await bodyFor()
    const back = { ...there, otherId: kept, version: there.otherVersion, otherVersion: there.version }
    const results = await Promise.allSettled([
      mergePeople(as(officer), kept, there),
      mergePeople(as(manager), gone, back),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const failed = results.find((one) => one.status === 'rejected')
    expect(failed?.reason).toMatchObject({ status: 409 })
  })

  it('同じ記録へ二つを同時に統合すると、後の方は見比べ直す', async () => {
    const third = await asOwner(database, (client) =>
      storePerson(client, insurer.id, { centreId: insurer.centres.a }),
    )
    const one = await bodyFor()
    const results = await Promise.allSettled([
      mergePeople(as(officer), kept, one),
      mergePeople(as(manager), kept, { ...one, otherId: third, otherVersion: 1 }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({ code: 'conflict' })
  })

  it('取消を二度同時に送っても、一度だけ', async () => {
    const { mergeId } = await merge()
    const results = await Promise.allSettled([
      undoMerge(as(officer), kept, mergeId, { reason: '一' }),
      undoMerge(as(manager), kept, mergeId, { reason: '二' }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('どの値を残すか', () => {
  it('基幹系システムの記録と手の記録では、基幹系の項目は選べない', () => {
    const columns = takenColumns(
      { name: 'kept', phone: 'kept' },
      { source: 'hand' },
      { source: 'core-system' },
    )
    expect(columns).toContain('resident_number')
    expect(columns).toContain('name')
    expect(columns).not.toContain('phone')
    expect(takenColumns({ name: 'merged' }, { source: 'core-system' }, { source: 'hand' })).toEqual([])
  })

  it('二つとも基幹系なら、宛名番号を選んだ側の項目がそろって残る', () => {
    const both = [{ source: 'core-system' }, { source: 'core-system' }] as const
    expect(takenColumns({ core: 'merged' }, ...both)).toContain('birth_on')
    expect(takenColumns({ core: 'kept', birth: 'merged' }, ...both)).not.toContain('birth_on')
  })
})

it('人の記録を持つ表は、どれも統合が知っている', async () => {
  const known = [
    'casework.person_protected',
    'casework.person_key',
    'casework.core_row',
    'casework.person_merge',
    'platform.history',
  ]
  const unknown = await asOwner(
    database,
    async (client) =>
      (
        await client.query<{ name: string }>(
          `select r.table_name as name from platform.tenant_table_register r
           where exists (select from pg_attribute a where a.attrelid = r.table_name::regclass and a.attname = 'person_id' and not a.attisdropped)
             and r.table_name <> all ($1)
             and not exists (select from casework.tables_of_people() t where t.table_name = r.table_name
               and exists (select from pg_attribute a where a.attrelid = r.table_name::regclass and a.attname = 'id'))`,
          [known],
        )
      ).rows,
  )
  expect(unknown).toEqual([])
})
