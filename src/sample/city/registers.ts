import { addDays, type IsoDate } from '../../platform/calendar/index.ts'
import { landline, officeNumber } from '../numbers.ts'

/** The invented organisations, centres and areas of めぐり市. Numbers in the list are places in it, not ids. */

export const MEGURI = 1
export const TAKAMATSU = 2

export interface SampleOrganisation {
  at: number
  name: string
  kind: 'municipality' | 'corporation' | 'care-office' | 'council' | 'other'
  officeNumber: string | null
  phone: string
}

const careOffice = (serial: number) => officeNumber(`99701${String(serial).padStart(4, '0')}`)

export const organisations: readonly SampleOrganisation[] = (
  [
    ['めぐり市（架空）', 'municipality', null],
    ['社会福祉法人見本会（架空）', 'corporation', null],
    ['社会福祉法人例示福祉会（架空）', 'corporation', null],
    ['医療法人仮名会（架空）', 'corporation', null],
    ['社会福祉法人試作の里（架空）', 'corporation', null],
    ['社会医療法人架空会（架空）', 'corporation', null],
    ['めぐり市社会福祉協議会（架空）', 'council', null],
    ['居宅介護支援事業所みほん（架空）', 'care-office', careOffice(1)],
    ['ケアプランセンターれいじ（架空）', 'care-office', careOffice(2)],
    ['めぐり県（架空）', 'other', null],
  ] as const
).map(([name, kind, number], at) => ({ at, name, kind, officeNumber: number, phone: landline(100 + at) }))

export const CITY_HALL_AT = 0
export const CARE_OFFICES_AT = [7, 8] as const
export const PREFECTURE_AT = 9

export interface SampleCentre {
  at: number
  name: string
  shortName: string
  kind: 'core' | 'enhanced' | 'standard' | 'branch' | 'sub'
  parentAt: number | null
  operation: 'direct' | 'contracted'
  organisationAt: number
  officeNumber: string | null
  phone: string
  /** Numbers of the areas it answers for today. */
  areas: number[]
  openedOn: IsoDate
}

const centre = (serial: number) => officeNumber(`99001${String(serial).padStart(4, '0')}`)

/** Seven centres, one direct (基幹型) and six contracted, one of them 機能強化型; then a branch and a sub-centre. */
export const centres: readonly SampleCentre[] = (
  [
    ['中央', 'core', null, 'direct', 0, [2]],
    ['やまて', 'enhanced', null, 'contracted', 1, [0, 1]],
    ['うみべ', 'standard', null, 'contracted', 2, [3]],
    ['みなみ', 'standard', null, 'contracted', 3, [4]],
    ['きた', 'standard', null, 'contracted', 4, [5]],
    ['ひがし', 'standard', null, 'contracted', 5, [6]],
    ['かわべ', 'standard', null, 'contracted', 6, [7]],
    ['ブランチ おやま', 'branch', 1, 'contracted', 1, []],
    ['サブセンター しおさい', 'sub', 2, 'contracted', 2, []],
  ] as const
).map(([shortName, kind, parentAt, operation, organisationAt, areas], at) => ({
  at,
  name:
    parentAt === null
      ? `めぐり市${shortName}地域包括支援センター（架空）`
      : `めぐり市地域包括支援センター${shortName}（架空）`,
  shortName,
  kind,
  parentAt,
  operation,
  organisationAt,
  officeNumber: parentAt === null ? centre(at + 1) : null,
  phone: landline(200 + at),
  areas: [...areas],
  openedOn: at === 0 ? '2006-04-01' : parentAt === null ? '2012-04-01' : '2021-04-01',
}))

export const CENTRE_COUNT = 7

export const areas: readonly { at: number; code: string; name: string }[] = [
  'やまて第一',
  'やまて第二',
  '中央',
  'うみべ',
  'みなみ',
  'きた',
  'ひがし',
  'かわべ',
].map((name, at) => ({ at, code: String(at + 1).padStart(2, '0'), name: `${name}圏域` }))

const centreByArea = areas.map((area) => centres.find(({ areas: own }) => own.includes(area.at))!.at)
export const centreOfArea = (areaAt: number): number => centreByArea[areaAt]!

/** First day of the areas as they stand: the plan period that began in 2012. */
export const AREAS_FROM: IsoDate = '2012-04-01'

/** Since this 1 April the area やまて第二 is answered for by the centre やまて; before, 中央 did. */
export function areaMovedOn(anchor: IsoDate): IsoDate {
  return `${Number(anchor.slice(0, 4)) - 1}-04-01`
}

export const dayBefore = (day: IsoDate): IsoDate => addDays(day, -1)
