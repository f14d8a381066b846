import type { PriceGroup, UnitPriceArea } from '../../../law/services/area-unit-price.ts'
import type { RuleCase } from '../../../platform/computation/index.ts'
import { AREAS, PRICED_SERVICES } from '../codes.ts'
import type { Input } from '../rules/yen-01.rule.ts'

const of = (
  title: string,
  on: string,
  area: Input['area'],
  service: Input['service'],
  unitPriceHundredths: number | null,
  group: PriceGroup | 'own',
): RuleCase<Input> => ({
  title,
  on: `${on}-01`,
  input: { month: on, area, service },
  value: { unitPriceHundredths, group },
})

export const yen01Cases: readonly RuleCase<Input>[] = [
  of('1級地の訪問型サービス', '2025-05', '1', 'homeProgramme', 1140, '70'),
  ...(
    [
      ['1', 1140, 1110, 1090],
      ['2', 1112, 1088, 1072],
      ['3', 1105, 1083, 1068],
      ['4', 1084, 1066, 1054],
      ['5', 1070, 1055, 1045],
      ['6', 1042, 1033, 1027],
      ['7', 1021, 1017, 1014],
      ['other', 1000, 1000, 1000],
    ] as const
  ).flatMap(([area, seventy, fiftyFive, fortyFive]) => [
    of(`${AREAS[area]}の介護予防支援（70％）`, '2026-07', area, 'preventiveSupport', seventy, '70'),
    of(
      `${AREAS[area]}の訪問リハビリテーション（55％）`,
      '2026-07',
      area,
      'homeRehabilitation',
      fiftyFive,
      '55',
    ),
    of(`${AREAS[area]}の通所型サービス（45％）`, '2026-07', area, 'dayProgramme', fortyFive, '45'),
    of(`${AREAS[area]}の福祉用具貸与（一律）`, '2026-07', area, 'equipment', 1000, 'flat'),
  ]),
  ...(
    [
      ['homeHelp', 1140, '70'],
      ['homeBathing', 1140, '70'],
      ['homeNursing', 1140, '70'],
      ['regularVisits', 1140, '70'],
      ['nightVisits', 1140, '70'],
      ['careManagement', 1140, '70'],
      ['programmeCareManagement', 1140, '70'],
      ['dayRehabilitation', 1110, '55'],
      ['dementiaDay', 1110, '55'],
      ['smallMulti', 1110, '55'],
      ['nursingMulti', 1110, '55'],
      ['shortStay', 1110, '55'],
      ['dayCare', 1090, '45'],
      ['communityDayCare', 1090, '45'],
      ['shortMedicalStay', 1090, '45'],
      ['residential', 1090, '45'],
      ['groupHome', 1090, '45'],
      ['facility', 1090, '45'],
      ['homeMedical', 1000, 'flat'],
    ] as const
  ).map(([service, price, group]) =>
    of(`1級地の${PRICED_SERVICES[service]}`, '2025-05', '1', service, price, group),
  ),
  of('2024年3月の1級地', '2024-03', '1', 'homeProgramme', 1140, '70'),
  of('2024年4月の1級地', '2024-04', '1', 'homeProgramme', 1140, '70'),
  of('2027年3月の1級地', '2027-03', '1', 'homeProgramme', 1140, '70'),
  of('2027年4月の1級地は仮置き', '2027-04', '1', 'homeProgramme', 1140, '70'),
  of('地域区分がわからない', '2025-05', 'unset', 'homeProgramme', null, '70'),
  of('地域区分がわからなくても、一律の単価はわかる', '2025-05', 'unset', 'homeMedical', 1000, 'flat'),
  of('その他の総合事業: 市町村の単価が未入力', '2025-05', '1', 'otherProgramme', null, 'own'),
  {
    title: 'その他の総合事業: 市町村の単価（架空の単価）',
    on: '2025-05-01',
    input: { month: '2025-05', area: '1', service: 'otherProgramme', ownUnitPriceHundredths: 1042 },
    value: { unitPriceHundredths: 1042, group: 'own' },
  },
  {
    title: '2015年3月の表は載せていない',
    on: '2025-05-01',
    input: { month: '2015-03', area: '1', service: 'homeHelp' },
    refused: { code: 'no-value-in-force' },
  },
  {
    title: '地域区分に8級地はない',
    on: '2025-05-01',
    input: { month: '2025-05', area: '8' as UnitPriceArea, service: 'homeHelp' },
    refused: { code: 'invalid_value', path: 'area' },
  },
]
