import { insurerNumber, municipalityCode } from '../numbers.ts'
import { MEGURI, TAKAMATSU } from './registers.ts'

export const CITY_NAME = 'めぐり市'

/** The line that stands beside everything made from the sample's population. */
export const ATTRIBUTION = '高松市オープンデータを加工して作成'

/**
 * The two insurers of a sample. 99 is no prefecture, so the numbers of めぐり市 belong to nobody. The insurer number of 高松市 is
 * derived, not looked up: its municipality code without check digit (37201), completed by the rule of NUM-02.
 */
export const insurers = [
  {
    insurerId: MEGURI,
    insurerNumber: insurerNumber('99201'),
    municipalityCode: municipalityCode('99201'),
    name: 'めぐり市（架空）',
    isSample: true,
    isStatisticsOnly: false,
    since: '2006-04-01',
  },
  {
    insurerId: TAKAMATSU,
    insurerNumber: insurerNumber('37201'),
    municipalityCode: municipalityCode('37201'),
    name: '高松市',
    isSample: false,
    isStatisticsOnly: true,
    since: '2006-01-10',
  },
] as const
