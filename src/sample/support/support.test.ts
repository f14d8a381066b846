import { beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_ANCHOR, DEFAULT_SEED } from '../defaults.ts'
import { tablesOf } from '../generate.ts'
import { readSamplePopulation } from '../source.ts'
import { createWorld, type SampleWorld } from '../world.ts'
import { courses } from './courses.ts'
import { supports } from './decide.ts'
import { registrations } from './registrations.ts'

let world: SampleWorld
beforeAll(async () => {
  world = createWorld({
    scale: 0.02,
    seed: DEFAULT_SEED,
    anchor: DEFAULT_ANCHOR,
    population: await readSamplePopulation(),
  })
})

describe('見本の支援の記録', () => {
  it('二度作っても同じ', () => {
    expect([...supports(world)]).toEqual([...supports(world)])
  })

  it('登録された人は、どの人も基準に該当するチェックリストから始まる', () => {
    const all = [...registrations(world)]
    expect(all.length).toBeGreaterThan(10)
    for (const { sheet, decidedOn } of all) {
      expect(sheet.judged.judgement).toBe('target')
      if (decidedOn) expect(decidedOn > sheet.on).toBe(true)
    }
    expect(all.filter(({ decidedOn }) => decidedOn === null).length).toBeGreaterThanOrEqual(5)
  })

  it('委託されている人には、必ず委託先の職員がいるケアマネジメントがある', () => {
    const entrusted = [...supports(world)].filter(({ assignment }) => assignment?.to === null)
    const byPerson = new Map([...courses(world)].map((course) => [course.support.person.n, course]))
    expect(entrusted.length).toBeGreaterThan(10)
    for (const { person } of entrusted) expect(byPerson.get(person.n)?.contractor).not.toBeNull()
  })

  it('訪問の遅れている人も、計算できない人も、契約のない人もいる', () => {
    const all = [...courses(world)]
    const isLate = (slot: string) =>
      all.some(({ dues }) => dues.some((due) => due.slot === slot && due.dueOn < DEFAULT_ANCHOR))
    expect(isLate('visit')).toBe(true)
    expect(isLate('contract')).toBe(true)
    expect(all.some(({ gaps }) => gaps.includes('interval'))).toBe(true)
  })

  it('予定は、どれも自分の元の記録を指す', async () => {
    const tables = tablesOf(world)
    const idsOf = async (rows: AsyncIterable<{ id: unknown }>) => {
      const ids = new Set<unknown>()
      for await (const { id } of rows) ids.add(id)
      return ids
    }
    const known = {
      certification: await idsOf(tables['casework.certification']),
      checklist: await idsOf(tables['casework.checklist']),
      registration: await idsOf(tables['casework.registration']),
      'care-management': await idsOf(tables['casework.care_management']),
    }
    const seen = new Set<string>()
    for await (const { source_type, source_id } of tables['platform.task']) {
      const ids = known[source_type as keyof typeof known]
      if (!ids) continue
      seen.add(String(source_type))
      expect(ids.has(source_id), `${source_type} ${source_id}`).toBe(true)
    }
    expect([...seen].sort()).toEqual(Object.keys(known).sort())
  })
})
