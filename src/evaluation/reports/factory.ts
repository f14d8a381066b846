import type { ContactFact, Fact } from './rules/fact.ts'
import type { Places } from './rules/sections.ts'

const CONTACT: ContactFact = {
  channel: 'phone',
  caller: 'child',
  continuity: 'new',
  urgency: 'normal',
  topics: [],
  responses: [],
  referrals: [],
  minute: 600,
}

let made = 0
type FactExample = Partial<Omit<Fact, 'contact'>> & { contact?: Partial<ContactFact> | null }

/** A telephone call of 10:00 on Thursday 2026-10-01 about somebody; every call is another record. */
export function aFact({ contact, ...more }: FactExample = {}): Fact {
  made++
  return {
    id: `j${String(made).padStart(6, '0')}`,
    day: '2026-10-01',
    kind: 'consultation',
    unit: '件',
    count: 1,
    minutes: 10,
    centreId: 'centre-a',
    areaId: 'area-1',
    townId: 'town-1',
    personId: `person-${made}`,
    profession: 'socialWorker',
    staffId: `staff-${made}`,
    sourceType: 'consultation',
    sourceId: `s${made}`,
    contact: contact === null ? null : { ...CONTACT, ...contact },
    ...more,
  }
}

export const aPlace = (more: Partial<Places> = {}): Places => ({
  month: '2026-10',
  until: '2026-10-31',
  areas: [{ id: 'area-1', name: '見本圏域' }],
  towns: [
    { id: 'town-1', name: '見本町' },
    { id: 'town-2', name: '例示町' },
  ],
  centres: null,
  kinds: { consultation: '総合相談' },
  residents: { 'town-1': 800 },
  ...more,
})
