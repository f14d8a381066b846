import { randomUUID } from 'node:crypto'
import { type InsuredPersonRecord, writeInsuredPersons } from '../../../exchange/insured-persons/index.ts'
import type { Actor } from '../../../platform/access/index.ts'
import type { TestDatabase } from '../../../platform/database/testing/database.ts'
import type { Work } from '../../../platform/database/work.ts'
import { checksumsOf, type ImportRun, runImport } from '../../../platform/import/index.ts'
import { anActor, anInsurer, asOwner, type TestInsurer, workOf } from '../../../platform/testing/insurer.ts'
import { foldAddress, modulus10CheckDigit } from '../../../platform/text/index.ts'
import { imports } from '../imports.ts'

export interface ImportingInsurer extends TestInsurer {
  number: string
  officer: Actor
  work: Work
  towns: { meguri: string; sazanami: string }
  areas: { meguri: string; sazanami: string }
}

/** An insurer with a valid 保険者番号 and two towns: めぐり町 belongs to centre A, さざなみ町 to centre B. */
export async function anImportingInsurer(database: TestDatabase): Promise<ImportingInsurer> {
  const insurer = await anInsurer(database)
  const officer = await anActor(database, insurer, 'officer')
  const five = String(insurer.id % 100_000).padStart(5, '0')
  const number = `${five}${modulus10CheckDigit(five)}`
  const towns = { meguri: randomUUID(), sazanami: randomUUID() }
  const areas = { meguri: randomUUID(), sazanami: randomUUID() }
  await asOwner(database, async (client) => {
    await client.query('update registers.insurer set insurer_number = $2 where insurer_id = $1', [
      insurer.id,
      number,
    ])
    for (const [key, name, centre] of [
      ['meguri', 'めぐり町', insurer.centres.a],
      ['sazanami', 'さざなみ町', insurer.centres.b],
    ] as const) {
      await client.query(
        `insert into registers.daily_life_area (insurer_id, id, code, name, valid_from) values ($1, $2, $3, $3, '2020-04-01')`,
        [insurer.id, areas[key], `${name}圏域`],
      )
      await client.query(
        `insert into registers.town (insurer_id, id, name, kana, fold) values ($1, $2, $3, $3, $4)`,
        [insurer.id, towns[key], name, foldAddress(name)],
      )
      await client.query(
        `insert into registers.area_town (insurer_id, area_id, town_id, valid_from) values ($1, $2, $3, '2020-04-01')`,
        [insurer.id, areas[key], towns[key]],
      )
      await client.query(
        `insert into registers.centre_area (insurer_id, centre_id, area_id, valid_from) values ($1, $2, $3, '2020-04-01')`,
        [insurer.id, centre, areas[key]],
      )
    }
  })
  return { ...insurer, number, officer, work: workOf(database, officer), towns, areas }
}

/** Bytes of a file of the layout with these people, under its proper name. */
export function aFile(
  insurer: ImportingInsurer,
  kind: 'full' | 'diff',
  day: string,
  people: InsuredPersonRecord[],
): { name: string; bytes: Uint8Array } {
  return {
    name: `${insurer.number}_hihokensha_${kind}_${day.replaceAll('-', '')}.csv`,
    bytes: Buffer.concat([...writeInsuredPersons(people)]),
  }
}

/** A run as the job of a screen makes it: under the officer's rights. */
export async function load(
  insurer: ImportingInsurer,
  files: { name: string; bytes: Uint8Array }[],
  { dryRun = false } = {},
): Promise<ImportRun> {
  const { work, officer } = insurer
  const context = {
    insurerId: officer.insurerId,
    checksums: await checksumsOf(files),
    loadedBy: officer.staffId,
    now: work.clock.now(),
    today: work.today,
    attribution: null,
  }
  return work.bulk('tenant', async (client) => {
    const run = await runImport(client, imports[0]!, files, context, { dryRun })
    return { keep: run.applied, result: run }
  })
}
