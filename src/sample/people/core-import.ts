import { createHash } from 'node:crypto'
import { insuredPersonsFileName } from '../../exchange/insured-persons/index.ts'
import { insurers } from '../city/insurers.ts'
import { MEGURI } from '../city/registers.ts'
import { instantOf, midnight } from '../ids.ts'
import { streamOf } from '../random.ts'
import type { Row } from '../tables.ts'
import type { SampleWorld } from '../world.ts'
import { wasEnteredByHand } from './rows.ts'

/**
 * The night's full list of the core system, from which the people came: 取込の記録 of the anchor, so that the banner is quiet
 * on the first day and speaks when nothing is taken in for longer than a long week-end. There is no such file; its
 * checksum is that of its name.
 */
export function* coreImportRows(world: SampleWorld): Generator<Row<'casework.core_import'>> {
  const { seed, anchor } = world.options
  const insurerNumber = insurers.find(({ insurerId }) => insurerId === MEGURI)!.insurerNumber
  const fileName = insuredPersonsFileName({ insurerNumber, kind: 'full', createdOn: anchor })
  const stream = streamOf(seed, 'person-rows')
  const people = world.people.filter((person) => !wasEnteredByHand(person, stream(person.n))).length
  yield {
    insurer_id: MEGURI,
    id: world.makeId('core-import', midnight(anchor), 1),
    file_name: fileName,
    file_kind: 'full',
    created_on: anchor,
    sha256: createHash('sha256').update(fileName).digest('hex'),
    read_count: people,
    added: people,
    changed: 0,
    removed: 0,
    unchanged: 0,
    applied_at: instantOf(anchor, 4 * 60 + 30),
    applied_by: null,
  }
}
