import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  CALLERS,
  CHANNELS,
  codesOf,
  HOUSEHOLDS,
  REFERRAL_KINDS,
  RESPONSES,
  TOPICS,
  UNNAMED_AGE_BANDS,
} from '../casework/consultations/codes.ts'
import { foldedText } from '../casework/consultations/index.ts'
import { importState } from '../casework/people/import/import-state.ts'
import { searchFields } from '../casework/people/rules/search-fields.ts'
import { parseFileName } from '../exchange/insured-persons/index.ts'
import { addDays, dayOfWeek } from '../platform/calendar/index.ts'
import { sampleAccounts } from './accounts.ts'
import { answers } from './consultations/phrases/answers.ts'
import { situations } from './consultations/phrases/situations.ts'
import { slotNames } from './consultations/phrases/slots.ts'
import { details, openings, wishes } from './consultations/phrases/surroundings.ts'
import { generateSample } from './generate.ts'
import { longNames } from './names.ts'
import type { PopulationTown } from './population.ts'
import { readSamplePopulation } from './source.ts'
import { type Row, type SampleTables, sampleTables, type TableName, tableNames } from './tables.ts'

const ANCHOR = '2026-11-22'
/** Long names of people from abroad are a list of their own; all parts of them say "sample" or "model" in some language. */
const isInvented = (name: string) => INVENTED.test(name) || longNames.some((long) => long.name === name)
const INVENTED = /^(見本|例示|仮名|試野|架空|試作|練習|模擬|雛形|例文|想定|仮想|凡例|例|試)/
let population: PopulationTown[]
let tables: SampleTables

async function all<T extends TableName>(table: T): Promise<Row<T>[]> {
  const rows: Row<T>[] = []
  for await (const row of tables[table]) rows.push(row)
  return rows
}

async function digest(sample: SampleTables): Promise<string> {
  const hash = createHash('sha256')
  for (const table of tableNames) for await (const row of sample[table]) hash.update(JSON.stringify(row))
  return hash.digest('hex')
}

beforeAll(async () => {
  population = await readSamplePopulation()
  tables = generateSample({ scale: 0.01, seed: 1, anchor: ANCHOR, population })
})

describe('見本の生成', () => {
  it('同じ種・規模・基準日からは同じ行が、別の種からは別の行ができる', async () => {
    const options = { scale: 0.002, anchor: ANCHOR, population }
    const first = await digest(generateSample({ ...options, seed: 7 }))
    expect(await digest(generateSample({ ...options, seed: 7 }))).toBe(first)
    expect(await digest(generateSample({ ...options, seed: 8 }))).not.toBe(first)
  })

  it('どの行も、表の列をちょうど持つ', async () => {
    for (const table of tableNames) {
      const columns = [...sampleTables[table]].sort()
      for await (const row of tables[table]) expect(Object.keys(row).sort()).toEqual(columns)
    }
  })

  it.each([0, 0.0005, 2])('規模%fは断る', (scale) => {
    expect(() => generateSample({ scale, seed: 1, anchor: ANCHOR, population })).toThrow(RangeError)
  })
})

describe('架空とわかること', () => {
  it('利用者・家族・職員の名字は、どれも見本とわかる語で始まる', async () => {
    const people = (await all('casework.person')).map(({ alias, name }) => String(alias ?? name))
    const others = [...(await all('casework.contact')), ...(await all('registers.staff'))].map(({ name }) =>
      String(name),
    )
    const callers = (await all('casework.consultation'))
      .flatMap(({ caller_name }) => caller_name ?? [])
      .map(String)
    expect([...people, ...others, ...callers].filter((name) => !isInvented(name))).toEqual([])
  })

  it('電話番号は架空の形だけ', async () => {
    const phones = [
      ...(await all('casework.person')).map(({ phone }) => phone),
      ...(await all('casework.person_protected')).map(({ phone }) => phone),
      ...(await all('casework.contact')).map(({ phone }) => phone),
      ...(await all('casework.consultation')).map(({ caller_phone }) => caller_phone),
      ...(await all('registers.organisation')).map(({ phone }) => phone),
      ...(await all('registers.centre')).map(({ phone }) => phone),
    ].filter((phone) => phone !== null)
    expect(phones.length).toBeGreaterThan(1000)
    expect(phones.filter((phone) => !/^(099-000|090-0000)-\d{4}$/.test(String(phone)))).toEqual([])
  })

  it('実在の町の名は、どの文にも出てこない', async () => {
    const real = population.map(({ townName }) => townName)
    const texts = [
      ...(await all('casework.person')).map(({ address_rest, building }) => `${address_rest}${building}`),
      ...(await all('casework.contact')).map(({ address }) => String(address)),
      ...(await all('casework.consultation')).map(({ text, answer }) => `${text}${answer}`),
    ].join('\n')
    expect(real.filter((name) => texts.includes(name))).toEqual([])
  })
})

describe('人の行', () => {
  it('支援措置の方の住所と電話は、person にも連絡先にもない', async () => {
    const people = (await all('casework.person')).filter(({ is_protected }) => is_protected)
    const kept = await all('casework.person_protected')
    expect(people.length).toBeGreaterThan(3)
    expect(kept.map(({ person_id }) => person_id)).toEqual(people.map(({ id }) => id))
    for (const person of people) {
      const { town_id, postal_code, address_rest, building, phone, address_fold, phone_fold } = person
      const shown = { town_id, postal_code, address_rest, building, phone, address_fold, phone_fold }
      expect(Object.values(shown).filter(Boolean)).toEqual([])
    }
    expect(kept.every(({ address_rest }) => address_rest)).toBe(true)
    const ids = new Set(people.map(({ id }) => id))
    const contacts = (await all('casework.contact')).filter(({ person_id }) => ids.has(person_id))
    expect(contacts.filter(({ address }) => address !== null)).toEqual([])
    const calls = (await all('casework.consultation')).filter(({ person_id }) => ids.has(person_id))
    expect(calls.filter(({ caller_phone }) => caller_phone !== null)).toEqual([])
  })

  it('基幹系から来た人の数だけの取込が基準日にあり、初日から三日は知らせず、四日目に知らせる', async () => {
    const imports = await all('casework.core_import')
    const fromCore = (await all('casework.person')).filter(({ source }) => source === 'core-system')
    expect(imports).toMatchObject([{ created_on: ANCHOR, file_kind: 'full', read_count: fromCore.length }])
    expect(parseFileName(String(imports[0]!.file_name))).toMatchObject({
      ok: true,
      value: { createdOn: ANCHOR },
    })
    const last = { createdOn: String(imports[0]!.created_on), appliedAt: String(imports[0]!.applied_at) }
    const isOld = [0, 1, 2, 3, 4].map((days) => importState(last, addDays(ANCHOR, days)).isOld)
    expect(isOld).toEqual([false, false, false, false, true])
  })

  it('検索の鍵は、利用者の領域が作るものと同じ', async () => {
    const towns = new Map((await all('registers.town')).map(({ id, name }) => [id, String(name)]))
    const keys = new Map<unknown, Set<unknown>>()
    for (const { person_id, key } of await all('casework.person_key')) {
      keys.set(person_id, (keys.get(person_id) ?? new Set()).add(key))
    }
    for (const person of await all('casework.person')) {
      const fields = searchFields({
        name: String(person.name),
        kana: String(person.kana),
        townName: towns.get(person.town_id) ?? null,
        addressRest: person.address_rest as string | null,
        building: person.building as string | null,
        phone: person.phone as string | null,
        isProtected: person.is_protected === true,
      })
      const {
        name_fold: nameFold,
        kana_fold: kanaFold,
        address_fold: addressFold,
        phone_fold: phoneFold,
      } = person
      expect({ nameFold, kanaFold, addressFold, phoneFold, keys: keys.get(person.id) }).toEqual({
        ...fields,
        keys: new Set(fields.keys),
      })
    }
  })

  it('番号は一つずつちがい、99で始まる', async () => {
    const people = await all('casework.person')
    const insured = people.flatMap(({ insured_number }) => insured_number ?? [])
    expect(new Set(insured).size).toBe(insured.length)
    expect(insured.filter((number) => !/^99\d{8}$/.test(String(number)))).toEqual([])
    const residents = people.flatMap(({ resident_number }) => resident_number ?? [])
    expect(new Set(residents).size).toBe(residents.length)
  })
})

describe('相談と予定', () => {
  it('選択肢はどれも相談の一覧にある', async () => {
    const known = (list: Parameters<typeof codesOf>[0], codes: Iterable<unknown>) => {
      const allowed = new Set<unknown>(codesOf(list))
      expect([...codes].filter((code) => !allowed.has(code))).toEqual([])
    }
    const calls = await all('casework.consultation')
    known(CHANNELS, new Set(calls.map(({ channel }) => channel)))
    known(CALLERS, new Set(calls.map(({ caller }) => caller)))
    known(HOUSEHOLDS, new Set(calls.map(({ household }) => household)))
    known(TOPICS, new Set(calls.flatMap(({ topics }) => topics as readonly string[])))
    known(RESPONSES, new Set(calls.flatMap(({ responses }) => responses as readonly string[])))
    known(UNNAMED_AGE_BANDS, new Set(calls.flatMap(({ unnamed_age_band }) => unnamed_age_band ?? [])))
    known(REFERRAL_KINDS, new Set((await all('casework.referral')).map(({ to_kind }) => to_kind)))
  })

  it('二年分あり、基準日の前日までで、日曜はまれ、時間の書かれない記録もある', async () => {
    const calls = await all('casework.consultation')
    expect(calls).toHaveLength(2580)
    const days = calls.map(({ received_on }) => String(received_on))
    expect(days.toSorted()).toEqual(days)
    expect([days[0]! < '2024-11-30', days.at(-1)! < ANCHOR]).toEqual([true, true])
    expect(days.filter((day) => dayOfWeek(day) === 0).length / calls.length).toBeLessThan(0.02)
    const unrecorded = calls.filter(({ minutes }) => minutes === null).length / calls.length
    expect(unrecorded).toBeGreaterThan(0.04)
    expect(unrecorded).toBeLessThan(0.08)
  })

  it('相談ごとに業務記録が1件、虐待の相談ごとに対応の記録が1件ある', async () => {
    const calls = await all('casework.consultation')
    const journal = await all('platform.journal')
    const sourcesOf = (type: string) =>
      journal.filter(({ source_type }) => source_type === type).map(({ source_id }) => source_id)
    const idsOf = (rows: { id: unknown }[]) => rows.map(({ id }) => id)
    expect(sourcesOf('consultation')).toEqual(idsOf(calls))
    expect(sourcesOf('checklist')).toEqual(idsOf(await all('casework.checklist')))
    expect(sourcesOf('care-management')).toEqual(idsOf(await all('casework.care_management')))
    expect(sourcesOf('monitoring')).toEqual(idsOf(await all('casework.monitoring')))
    const abuse = calls.filter(({ topics }) => (topics as readonly string[]).includes('abuse'))
    expect((await all('casework.abuse_case')).map(({ consultation_id }) => consultation_id)).toEqual(
      abuse.map(({ id }) => id),
    )
  })

  it('検索用の文は、相談の領域が作るものと同じ', async () => {
    for (const { text, answer, text_fold } of await all('casework.consultation')) {
      expect(text_fold).toBe(foldedText(String(text), String(answer)))
    }
  })

  it('紹介は、その回答待ちの予定を指す', async () => {
    const tasks = new Map((await all('platform.task')).map((task) => [task.id, task]))
    const referrals = await all('casework.referral')
    expect(referrals.length).toBeGreaterThan(100)
    for (const { task_id, received_at, reply_due_on, to_name } of referrals) {
      const task = tasks.get(task_id)
      expect(task).toMatchObject({
        kind: 'referral-receipt',
        due_on: reply_due_on,
        title: `${to_name}からの回答`,
      })
      expect(task?.state === 'done').toBe(received_at !== null)
    }
    expect(new Set(tasks.keys()).size).toBe((await all('platform.task')).length)
  })

  it('亡くなった日・転出した日より後の相談はない', async () => {
    const ended = new Map(
      (await all('casework.person')).map(({ id, died_on, moved_out_on }) => [id, died_on ?? moved_out_on]),
    )
    const late = (await all('casework.consultation')).filter(({ person_id, received_on }) => {
      const day = ended.get(person_id)
      return day && String(received_on) > String(day)
    })
    expect(late).toEqual([])
  })

  it('人の記録を扱う職員は、きょうの四つの一覧のどれも空でない', async () => {
    const today = new Set([
      'centreStaff',
      'centreManager',
      'planner',
      'clerk',
      'coreCentreStaff',
      'contractedCareManager',
      'dementiaPromoter',
      'officer',
      'districtNurse',
      'certificationOfficer',
    ])
    const workers = (await all('registers.post'))
      .filter(({ role }) => today.has(String(role)))
      .map(({ staff_id }) => staff_id)
    const tasks = await all('platform.task')
    for (const worker of new Set(workers)) {
      const own = tasks.filter(({ holder_id }) => holder_id === worker)
      expect(own.some(({ is_new, state }) => is_new && state === 'open')).toBe(true)
      expect(own.some(({ due_on, state }) => due_on === ANCHOR && state === 'open')).toBe(true)
      expect(own.some(({ due_on, state }) => String(due_on) < ANCHOR && state === 'open')).toBe(true)
      expect(own.some(({ state }) => state === 'waiting')).toBe(true)
    }
  })

  it('委託先の職員の予定は、いま委託されている方のものだけ', async () => {
    const posts = (await all('registers.post')).filter(({ role }) => role === 'contractedCareManager')
    const access = await all('platform.person_access')
    expect(access.some(({ valid_to }) => valid_to === '2026-11-21')).toBe(true)
    const tasks = await all('platform.task')
    for (const { staff_id, organisation_id } of posts) {
      const open = access.filter(
        ({ holder_id, valid_to }) => holder_id === organisation_id && valid_to === null,
      )
      const people = new Set(open.map(({ person_id }) => person_id))
      expect(people.size).toBeGreaterThan(5)
      const foreign = tasks.filter((task) => task.holder_id === staff_id && !people.has(task.person_id))
      expect(foreign).toEqual([])
    }
  })

  it('文は三百種類より多く、どの穴も埋められる', () => {
    const sentences = [situations, openings, answers]
      .flatMap((lists) => Object.values(lists).flat())
      .concat(details, wishes)
    expect(new Set(sentences).size).toBeGreaterThan(300)
    const slots = new Set(
      sentences.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1])),
    )
    expect([...slots].filter((slot) => !slotNames.includes(slot!))).toEqual([])
  })
})

it('入口の見本の利用者は、いる職員である', async () => {
  const staff = new Map((await all('registers.staff')).map(({ staff_number, name }) => [staff_number, name]))
  const accounts = sampleAccounts(1)
  expect(accounts.length).toBeGreaterThanOrEqual(9)
  for (const { staffNumber, name } of accounts) expect(staff.get(staffNumber)).toBe(name)
})
