import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { type InsuredPersonRecord, writeInsuredPersons } from '../src/exchange/insured-persons/index.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { openDatabase } from '../src/platform/database/open.ts'
import { DATA } from './processes.ts'
import { inventPeople } from './search-people.ts'

/** 保険者番号 of the measurement, with its check digit. */
export const INSURER = '999995'
const CENTRES = 7
const TOWNS = 300
/** One in so many is changed, as seldom as in a week of a large city. */
const CHANGED_EVERY = 50

/** A full list of the core system, made once; 'week' is the list a week later. */
export function peopleFile(what: 'first' | 'week', count: number): string {
  const day = what === 'first' ? '20261101' : '20261108'
  const path = join(DATA, 'import-people', String(count), `${INSURER}_hihokensha_full_${day}.csv`)
  if (existsSync(path)) return path
  mkdirSync(dirname(path), { recursive: true })
  const file = openSync(`${path}.part`, 'w')
  for (const bytes of writeInsuredPersons(records(count, what === 'week'))) writeSync(file, bytes)
  closeSync(file)
  renameSync(`${path}.part`, path)
  return path
}

/** Every column is filled as often as in life: one in forty without a telephone, one in two hundred under 支援措置. */
function* records(count: number, isLater: boolean): Generator<InsuredPersonRecord> {
  for (const person of inventPeople(count, 'spread')) {
    const { n } = person
    const isChanged = isLater && n % CHANGED_EVERY === 0
    const hasDied = isChanged && n % (CHANGED_EVERY * 10) === 0
    yield {
      residentNumber: String(n + 1).padStart(15, '0'),
      historyNumber: isChanged ? 2 : 1,
      householdNumber: String(n >> 1).padStart(15, '0'),
      insuredNumber: person.insuredNumber,
      name: person.name.replace(' ', '　'),
      nameKana: person.kana,
      birth: { state: 'known', date: person.birthOn },
      sex: n % 2 ? 'male' : 'female',
      relationship: n % 2 ? '世帯主' : '妻',
      postalCode: '9999999',
      town: `見本${1 + (person.town % TOWNS)}町${['一', '二', '三'][n % 3]}丁目`,
      lot: `${1 + (n % 40)}番地の${isChanged ? 9 : 1 + (n % 7)}`,
      building: n % 4 === 0 ? `架空荘${100 + (n % 20)}号` : null,
      phone: n % 40 === 0 ? null : person.phone,
      changeReason: hasDied ? '死亡' : isChanged ? '転居' : '65歳到達',
      changedOn: isChanged ? '2026-11-05' : '2005-03-03',
      qualifiedOn: '2005-03-03',
      disqualifiedOn: hasDied ? '2026-11-06' : null,
      isResidentException: false,
      isProtected: n % 200 === 0,
      isDeleted: false,
      updatedAt: isChanged ? '2026-11-07T03:00:00' : '2026-10-31T03:00:00',
    }
  }
}

/** An empty insurer with its towns, areas and centres: what the list is taken into. */
export async function emptyInsurer(dataDir: string): Promise<object> {
  const database = await openDatabase({ dataDir, databaseUrl: null })
  const client = new pg.Client(database.client('superuser'))
  try {
    await migrate(database.client('owner'))
    await client.connect()
    await client.query(`
      insert into registers.insurer (insurer_id, insurer_number, name, kind, is_sample) values (999995, '${INSURER}', '測定市（架空）', 'municipality', true);
      insert into registers.centre (insurer_id, name, short_name, kind, operation, valid_from)
        select 999995, '測定センター' || n, n::text, 'standard', 'contracted', '2020-04-01' from generate_series(1, ${CENTRES}) n;
      insert into registers.daily_life_area (insurer_id, code, name, valid_from)
        select 999995, n::text, '圏域' || n, '2020-04-01' from generate_series(1, ${CENTRES}) n;
      insert into registers.town (insurer_id, name, kana, fold)
        select 999995, '見本' || n || '町', n::text, '見本' || n || '町' from generate_series(1, ${TOWNS}) n;
      insert into registers.centre_area (insurer_id, centre_id, area_id, valid_from)
        select c.insurer_id, c.id, a.id, '2020-04-01' from registers.centre c join registers.daily_life_area a
          on a.insurer_id = c.insurer_id and a.code = c.short_name where c.insurer_id = 999995;
      insert into registers.area_town (insurer_id, area_id, town_id, valid_from)
        select t.insurer_id, a.id, t.id, '2020-04-01' from registers.town t join registers.daily_life_area a
          on a.insurer_id = t.insurer_id and a.code = (1 + t.kana::int % ${CENTRES})::text where t.insurer_id = 999995;
    `)
    return {}
  } finally {
    await client.end()
    await database.close()
  }
}
