import type { RoleName } from '../../platform/access/roles.ts'
import { addDays, type IsoDate } from '../../platform/calendar/index.ts'
import type { NameBook } from '../names.ts'
import type { Sex } from '../population.ts'
import { streamOf } from '../random.ts'
import { CARE_OFFICES_AT, CENTRE_COUNT, CITY_HALL_AT, centres, PREFECTURE_AT } from './registers.ts'

export type Profession =
  | 'publicHealthNurse'
  | 'socialWorker'
  | 'chiefCareManager'
  | 'careManager'
  | 'clerk'
  | 'coordinator'
  | 'other'

export interface SamplePost {
  role: RoleName
  centreAt: number | null
  organisationAt: number
  from: IsoDate
  to: IsoDate | null
}

export interface SampleStaff {
  at: number
  staffNumber: string
  name: string
  kana: string
  profession: Profession
  from: IsoDate
  to: IsoDate | null
  posts: SamplePost[]
  /** The post of today. */
  role: RoleName
  centreAt: number | null
  /** The centre whose people they look after: that of the branch, for a branch. Null outside the centres. */
  worksFor: number | null
}

type Place = readonly [role: RoleName, profession: Profession]

const contracted: readonly Place[] = [
  ['centreManager', 'chiefCareManager'],
  ['centreStaff', 'publicHealthNurse'],
  ['centreStaff', 'socialWorker'],
  ['centreStaff', 'socialWorker'],
  ['centreStaff', 'chiefCareManager'],
  ['planner', 'careManager'],
  ['planner', 'careManager'],
  ['planner', 'careManager'],
  ['clerk', 'clerk'],
]
const core: readonly Place[] = [
  ['centreManager', 'publicHealthNurse'],
  ['coreCentreStaff', 'publicHealthNurse'],
  ['coreCentreStaff', 'socialWorker'],
  ['coreCentreStaff', 'socialWorker'],
  ['coreCentreStaff', 'chiefCareManager'],
  ['planner', 'careManager'],
  ['planner', 'careManager'],
  ['clerk', 'clerk'],
  ['dementiaPromoter', 'publicHealthNurse'],
]
const branch: readonly Place[] = [['centreStaff', 'socialWorker']]
const cityHall: readonly Place[] = [
  ['officer', 'clerk'],
  ['officer', 'publicHealthNurse'],
  ['officer', 'clerk'],
  ['districtNurse', 'publicHealthNurse'],
  ['districtNurse', 'publicHealthNurse'],
  ['certificationOfficer', 'clerk'],
  ['certificationOfficer', 'publicHealthNurse'],
  ['coordinator', 'coordinator'],
  ['auditor', 'clerk'],
  ['administrator', 'clerk'],
]
const careOffice: readonly Place[] = [
  ['contractedCareManager', 'chiefCareManager'],
  ['contractedCareManager', 'careManager'],
]

interface Group {
  prefix: string
  centreAt: number | null
  organisationAt: number
  places: readonly Place[]
}

function groups(): Group[] {
  const ofCentres = centres.map(({ at, kind, organisationAt }) => {
    const standard = kind === 'core' ? core : kind === 'branch' || kind === 'sub' ? branch : contracted
    // The 機能強化型 keeps a 認知症地域支援推進員, the council's centre a coordinator of the second tier.
    const extra: Place[] =
      kind === 'enhanced'
        ? [['dementiaPromoter', 'socialWorker']]
        : at === CENTRE_COUNT - 1
          ? [['coordinator', 'coordinator']]
          : []
    return {
      prefix: String(at + 1).padStart(2, '0'),
      centreAt: at,
      organisationAt,
      places: [...standard, ...extra],
    }
  })
  const offices = CARE_OFFICES_AT.map((organisationAt, n) => ({
    prefix: String(21 + n),
    centreAt: null,
    organisationAt,
    places: careOffice,
  }))
  return [
    ...ofCentres,
    { prefix: '11', centreAt: null, organisationAt: CITY_HALL_AT, places: cityHall },
    ...offices,
    { prefix: '99', centreAt: null, organisationAt: PREFECTURE_AT, places: [['prefectureOfficer', 'other']] },
  ]
}

/** Everybody who works in the sample; no two bear the same name. */
export function inventStaff(seed: number, anchor: IsoDate, names: NameBook): SampleStaff[] {
  const stream = streamOf(seed, 'staff')
  const taken = new Set<string>()
  const staff: SampleStaff[] = []
  for (const group of groups()) {
    group.places.forEach(([role, profession], nth) => {
      const random = stream(staff.length)
      const sex: Sex = random.chance(720) ? 'female' : 'male'
      let name = ''
      let kana = ''
      do {
        const surname = names.surname(names.drawSurname(random))
        const given = names.givenName(sex, names.drawGiven(sex, random))
        name = `${surname.kanji}　${given.kanji}`
        kana = `${surname.kana} ${given.kana}`
      } while (taken.has(name))
      taken.add(name)
      const from = `${Number(anchor.slice(0, 4)) - random.between(2, 9)}-04-01`
      const posts = postsOf(group, role, from, anchor, staff.length)
      const staffNumber = `m${group.prefix}${String(nth + 1).padStart(2, '0')}`
      const worksFor = group.centreAt === null ? null : (centres[group.centreAt]!.parentAt ?? group.centreAt)
      const { centreAt } = group
      staff.push({
        at: staff.length,
        staffNumber,
        name,
        kana,
        profession,
        from,
        to: null,
        posts,
        role,
        centreAt,
        worksFor,
      })
    })
  }
  return staff
}

/** Staff of a branch also hold a post at its centre; every ninth came from another centre on 1 April of last year. */
function postsOf(group: Group, role: RoleName, from: IsoDate, anchor: IsoDate, n: number): SamplePost[] {
  const now = { centreAt: group.centreAt, organisationAt: group.organisationAt }
  const parentAt = group.centreAt === null ? null : centres[group.centreAt]!.parentAt
  if (parentAt !== null) {
    return [
      { role, ...now, from, to: null },
      { role, ...now, centreAt: parentAt, from, to: null },
    ]
  }
  const moved: IsoDate = `${Number(anchor.slice(0, 4)) - 1}-04-01`
  if (role === 'centreStaff' && n % 9 === 4 && from < moved && group.centreAt !== null) {
    const before = centres[(group.centreAt + 1) % CENTRE_COUNT]!
    const earlier = { centreAt: before.at, organisationAt: before.organisationAt }
    return [
      { role, ...earlier, from, to: addDays(moved, -1) },
      { role, ...now, from: moved, to: null },
    ]
  }
  return [{ role, ...now, from, to: null }]
}
