import { foldAddress } from '../../platform/text/index.ts'
import type { Row } from '../tables.ts'
import type { SampleWorld } from '../world.ts'
import { CITY_NAME, insurers } from './insurers.ts'
import {
  AREAS_FROM,
  areaMovedOn,
  areas,
  centreOfArea,
  centres,
  dayBefore,
  MEGURI,
  organisations,
} from './registers.ts'

/** Rows of the registers: small tables, all of めぐり市 but the first two. */

export const insurerRows = (): Row<'registers.insurer'>[] =>
  insurers.map(({ insurerId, insurerNumber, name, isSample, isStatisticsOnly }) => ({
    insurer_id: insurerId,
    insurer_number: insurerNumber,
    name,
    kind: 'municipality',
    is_statistics_only: isStatisticsOnly,
    is_sample: isSample,
  }))

export const municipalityRows = (): Row<'registers.member_municipality'>[] =>
  insurers.map(({ insurerId, municipalityCode, name, since }) => ({
    insurer_id: insurerId,
    municipality_code: municipalityCode,
    name,
    valid_from: since,
    valid_to: null,
  }))

export const organisationRows = ({ ids }: SampleWorld): Row<'registers.organisation'>[] =>
  organisations.map(({ at, name, kind, officeNumber, phone }) => ({
    insurer_id: MEGURI,
    id: ids.organisations[at]!,
    name,
    kind,
    office_number: officeNumber,
    phone,
  }))

export const centreRows = ({ ids, towns }: SampleWorld): Row<'registers.centre'>[] =>
  centres.map((centre) => {
    const areaAt = centre.areas[0] ?? centres[centre.parentAt ?? 0]!.areas[0]!
    const town = towns.find((candidate) => candidate.areaAt === areaAt) ?? towns[0]!
    return {
      insurer_id: MEGURI,
      id: ids.centres[centre.at]!,
      name: centre.name,
      short_name: centre.shortName,
      kind: centre.kind,
      parent_id: centre.parentAt === null ? null : ids.centres[centre.parentAt]!,
      operation: centre.operation,
      organisation_id: ids.organisations[centre.organisationAt]!,
      office_number: centre.officeNumber,
      phone: centre.phone,
      address: `${CITY_NAME}${town.name}1番地${centre.at + 1}`,
      valid_from: centre.openedOn,
      valid_to: null,
    }
  })

export const areaRows = ({ ids }: SampleWorld): Row<'registers.daily_life_area'>[] =>
  areas.map(({ at, code, name }) => ({
    insurer_id: MEGURI,
    id: ids.areas[at]!,
    code,
    name,
    valid_from: AREAS_FROM,
    valid_to: null,
  }))

export const townRows = ({ ids, towns }: SampleWorld): Row<'registers.town'>[] =>
  towns.map(({ at, name, kana, latitude, longitude }) => ({
    insurer_id: MEGURI,
    id: ids.towns[at]!,
    name,
    kana,
    fold: foldAddress(name),
    latitude,
    longitude,
  }))

/** Every town lies in its area; one of them came from the neighbouring area on the day that the areas were redrawn. */
export function areaTownRows({ ids, towns, options }: SampleWorld): Row<'registers.area_town'>[] {
  const movedOn = areaMovedOn(options.anchor)
  const moved = towns.find((town) => town.areaAt === 1)
  const row = (townAt: number, areaAt: number, from: string, to: string | null) => ({
    insurer_id: MEGURI,
    area_id: ids.areas[areaAt]!,
    town_id: ids.towns[townAt]!,
    valid_from: from,
    valid_to: to,
  })
  return towns.flatMap((town) =>
    town === moved
      ? [row(town.at, 0, AREAS_FROM, dayBefore(movedOn)), row(town.at, town.areaAt, movedOn, null)]
      : [row(town.at, town.areaAt, AREAS_FROM, null)],
  )
}

/**
 * The published towns that each invented town was made from count to its area, so that real figures can be read by 圏域.
 * Decided: the source of the sample is no secret, every page names it; which people live where is invented.
 */
export const townOfAreaRows = ({
  ids,
  towns,
  makeId,
  madeAt,
}: SampleWorld): Row<'evaluation.town_of_area'>[] =>
  towns
    .flatMap(({ areaAt, source }) => source.sources.map((townName) => ({ areaAt, townName })))
    .map(({ areaAt, townName }, at) => ({
      insurer_id: MEGURI,
      id: makeId('town-of-area', madeAt, at + 1),
      municipality_code: insurers[1].municipalityCode,
      town_name: townName,
      area_id: ids.areas[areaAt]!,
      valid_from: AREAS_FROM,
      valid_to: null,
    }))

/** Who answers for an area; until the redrawing the centre 中央 also answered for やまて第二. */
export function centreAreaRows({ ids, options }: SampleWorld): Row<'registers.centre_area'>[] {
  const movedOn = areaMovedOn(options.anchor)
  const row = (centreAt: number, areaAt: number, from: string, to: string | null) => ({
    insurer_id: MEGURI,
    centre_id: ids.centres[centreAt]!,
    area_id: ids.areas[areaAt]!,
    valid_from: from,
    valid_to: to,
  })
  return areas.flatMap(({ at }) =>
    at === 1
      ? [row(0, at, AREAS_FROM, dayBefore(movedOn)), row(centreOfArea(at), at, movedOn, null)]
      : [row(centreOfArea(at), at, AREAS_FROM, null)],
  )
}

export const staffRows = ({ ids, staff }: SampleWorld): Row<'registers.staff'>[] =>
  staff.map(({ at, staffNumber, name, kana, profession, from, to }) => ({
    insurer_id: MEGURI,
    id: ids.staff[at]!,
    staff_number: staffNumber,
    name,
    kana,
    profession,
    valid_from: from,
    valid_to: to,
  }))

export function postRows({ ids, staff, makeId, madeAt }: SampleWorld): Row<'registers.post'>[] {
  const all = staff.flatMap((member) => member.posts.map((post) => ({ member, post })))
  return all.map(({ member, post }, at) => ({
    insurer_id: MEGURI,
    id: makeId('post', madeAt, at + 1),
    staff_id: ids.staff[member.at]!,
    role: post.role,
    centre_id: post.centreAt === null ? null : ids.centres[post.centreAt]!,
    organisation_id: ids.organisations[post.organisationAt]!,
    valid_from: post.from,
    valid_to: post.to,
  }))
}
