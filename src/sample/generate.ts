import { accessRows } from './assignments.ts'
import * as city from './city/rows.ts'
import { referralRows } from './consultations/referrals.ts'
import { abuseRows, consultationRows, journalRows } from './consultations/rows.ts'
import { contactRows } from './people/contacts.ts'
import { coreImportRows } from './people/core-import.ts'
import { keyRows, personRows, protectedRows } from './people/rows.ts'
import { certificationRows } from './support/certifications.ts'
import { checklistRows } from './support/checklists.ts'
import { courseRows, entrustmentRows, recordRows } from './support/courses.ts'
import { supportJournalRows } from './support/follow.ts'
import { registrationMoveRows, registrationRows } from './support/registrations.ts'
import type { SampleTables } from './tables.ts'
import { taskRows } from './tasks.ts'
import { createWorld, type SampleOptions, type SampleWorld } from './world.ts'

/** The whole sample as rows by table. The people stay in memory in short form (some 130 MB at scale 1), rows do not. */
export function generateSample(options: SampleOptions): SampleTables {
  return tablesOf(createWorld(options))
}

export function tablesOf(world: SampleWorld): SampleTables {
  const rows = <R>(make: (world: SampleWorld) => Iterable<R>): AsyncIterable<R> => ({
    async *[Symbol.asyncIterator]() {
      yield* make(world)
    },
  })
  return {
    'registers.insurer': rows(city.insurerRows),
    'registers.member_municipality': rows(city.municipalityRows),
    'registers.organisation': rows(city.organisationRows),
    'registers.centre': rows(city.centreRows),
    'registers.daily_life_area': rows(city.areaRows),
    'registers.town': rows(city.townRows),
    'registers.area_town': rows(city.areaTownRows),
    'registers.centre_area': rows(city.centreAreaRows),
    'evaluation.town_of_area': rows(city.townOfAreaRows),
    'registers.staff': rows(city.staffRows),
    'registers.post': rows(city.postRows),
    'casework.person': rows(personRows),
    'casework.core_import': rows(coreImportRows),
    'casework.person_protected': rows(protectedRows),
    'casework.person_key': rows(keyRows),
    'casework.contact': rows(contactRows),
    'platform.person_access': rows(accessRows),
    'casework.consultation': rows(consultationRows),
    'casework.referral': rows(referralRows),
    'casework.abuse_case': rows(abuseRows),
    'casework.certification': rows(certificationRows),
    'casework.checklist': rows(checklistRows),
    'casework.registration': rows(registrationRows),
    'casework.registration_move': rows(registrationMoveRows),
    'casework.care_management': rows(courseRows),
    'casework.monitoring': rows(recordRows),
    'casework.entrustment': rows(entrustmentRows),
    'platform.journal': rows(allJournalRows),
    'platform.task': rows(taskRows),
  }
}

function* allJournalRows(world: SampleWorld) {
  yield* journalRows(world)
  yield* supportJournalRows(world)
}
