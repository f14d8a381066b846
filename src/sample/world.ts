import { addDays, type IsoDate } from '../platform/calendar/index.ts'
import { areas, centres, organisations } from './city/registers.ts'
import { inventStaff, type SampleStaff } from './city/staff.ts'
import { inventTowns, type SampleTown } from './city/towns.ts'
import { idMaker, midnight } from './ids.ts'
import { NameBook } from './names.ts'
import { composePeople } from './people/compose.ts'
import type { SamplePerson } from './people/person.ts'
import type { PopulationTown } from './population.ts'

export interface SampleOptions {
  /** 1: as many people aged 65 and over as the source has; 0.001 at least, 1 at most. */
  scale: number
  seed: number
  /** The day around which everything stands; consultations end the day before. */
  anchor: IsoDate
  population: readonly PopulationTown[]
}

/** What all tables refer to: decided once, small enough to stay in memory. */
export interface SampleWorld {
  options: SampleOptions
  names: NameBook
  towns: SampleTown[]
  staff: SampleStaff[]
  people: SamplePerson[]
  makeId: ReturnType<typeof idMaker>
  /** When the registers were set up, in milliseconds since 1970. */
  madeAt: number
  ids: { organisations: string[]; centres: string[]; areas: string[]; towns: string[]; staff: string[] }
}

/** @throws RangeError when an option is out of its range */
export function createWorld(options: SampleOptions): SampleWorld {
  const { scale, seed, anchor, population } = options
  if (!(scale >= 0.001 && scale <= 1)) throw new RangeError(`scale must be between 0.001 and 1, got ${scale}`)
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    throw new RangeError(`seed must be 0 to 2^32 − 1, got ${seed}`)
  const names = new NameBook(seed)
  const towns = inventTowns(seed, population)
  const staff = inventStaff(seed, anchor, names)
  const makeId = idMaker(seed)
  const madeAt = midnight(addDays(anchor, -731))
  const ids = <T>(kind: Parameters<typeof makeId>[0], list: readonly T[]) =>
    list.map((_, at) => makeId(kind, madeAt, at + 1))
  return {
    options,
    names,
    towns,
    staff,
    people: composePeople({ seed, scale, anchor, towns, staff, names }),
    makeId,
    madeAt,
    ids: {
      organisations: ids('organisation', organisations),
      centres: ids('centre', centres),
      areas: ids('area', areas),
      towns: ids('town', towns),
      staff: ids('staff', staff),
    },
  }
}
