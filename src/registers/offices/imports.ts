import type pg from 'pg'
import {
  type CareOffice,
  careService,
  publisher,
  readCareOffices,
  readFileName,
} from '../../exchange/care-offices/index.ts'
import { fileRefusal, type Refusal, type TabularSource } from '../../exchange/tabular/index.ts'
import {
  attributionLine,
  type ImportContext,
  type ImportKind,
  type ReadItem,
  type StageValue,
} from '../../platform/import/index.ts'
import { foldKana, foldName } from '../../platform/text/index.ts'
import { completeMunicipalityCode } from '../numbers/index.ts'
import { officeNotices } from './notices.ts'
import { originOf, storeLoads } from './releases.ts'
import { addressNotation, plainText } from './rules/texts.ts'
import { applyOffices, compareOffices, compareTexts, nationalServices } from './store.ts'

/** 介護サービス事業所: a file is the whole of its service in each prefecture that it holds. */
const careOffices: ImportKind = {
  kind: 'care-offices',
  label: '介護サービス事業所',
  help: '厚生労働省の介護サービス情報公表システム オープンデータの CSV（jigyosho_120.csv など、サービスごとに一つ）です。いくつでも一度に選べます。名前からサービスを読むので、名前を変えないでください。',
  extensions: ['.csv', '.xlsx'],
  target: 'reference',
  may: 'import.statistics',
  audit: 'offices.imported',
  page: { path: '/offices', label: '介護事業所を見る' },
  takesAttribution: true,
  stage: [
    { name: 'office_number', type: 'text' },
    { name: 'municipality_code', type: 'text' },
    { name: 'service_code', type: 'text' },
    { name: 'site', type: 'smallint' },
    { name: 'prefecture_code', type: 'text' },
    { name: 'name', type: 'text' },
    { name: 'kana', type: 'text' },
    { name: 'address', type: 'text' },
    { name: 'building', type: 'text' },
    { name: 'latitude', type: 'double precision' },
    { name: 'longitude', type: 'double precision' },
    { name: 'phone', type: 'text' },
    { name: 'fax', type: 'text' },
    { name: 'corporate_number', type: 'text' },
    { name: 'corporate_name', type: 'text' },
    // words joined by commas: an array of texts has no form here
    { name: 'days', type: 'text' },
    { name: 'days_note', type: 'text' },
    { name: 'capacity', type: 'integer' },
    { name: 'url', type: 'text' },
    { name: 'integrated', type: 'text' },
    { name: 'care_standard', type: 'text' },
    { name: 'disability_standard', type: 'text' },
    { name: 'note', type: 'text' },
    { name: 'name_plain', type: 'text' },
    { name: 'address_plain', type: 'text' },
    { name: 'address_notation', type: 'text' },
    { name: 'search_fold', type: 'text' },
    { name: 'source_row', type: 'integer' },
    { name: 'municipality_name', type: 'text' },
    { name: 'prefecture_name', type: 'text' },
    { name: 'service_name', type: 'text' },
    { name: 'warnings', type: 'text' },
    { name: 'file_name', type: 'text' },
    { name: 'attribution', type: 'text' },
  ],
  read: readAll,
  check: async (client, context) => [
    ...(await emptyFiles(client, context)),
    ...(await servicesTwice(client)),
  ],
  compare: (context) => compareOffices(nationalServices(context)),
  notices: officeNotices,
  async sources(client) {
    const { rows } = await client.query<{ attribution: string }>('select distinct attribution from stage')
    const { licence } = publisher
    return rows.map(({ attribution }) => attributionLine({ attribution, licence, fileName: '' }))
  },
  apply: (client, context) => applyOffices(client, nationalServices(context)),
  record: storeLoads,
  tables: ['registers.care_office', 'registers.care_office_service', 'registers.care_office_load'],
  derived: ['registers.care_office_difference'],
  undone: compareTexts,
}

async function* readAll(files: readonly TabularSource[], context: ImportContext): AsyncGenerator<ReadItem> {
  const { attribution } = originOf(context.attribution)
  for (const source of files) {
    const file = await readCareOffices(source)
    const sites = new Map<string, number>()
    for await (const item of file.items) {
      if (item.kind === 'refused') {
        yield { refused: item.refusal }
        continue
      }
      const key = `${item.row.officeNumber} ${item.row.municipalityCode}`
      const site = (sites.get(key) ?? 0) + 1
      sites.set(key, site)
      yield { values: [...valuesOf(item.row, site), source.name, attribution] }
    }
  }
}

const valuesOf = (office: CareOffice, site: number): StageValue[] => [
  office.officeNumber,
  office.municipalityCode,
  office.serviceCode,
  site,
  completeMunicipalityCode(`${office.municipalityCode.slice(0, 2)}000`),
  office.name,
  office.kana,
  office.address,
  office.building,
  office.latitude,
  office.longitude,
  office.phone,
  office.fax,
  office.corporateNumber,
  office.corporateName,
  office.days.join(','),
  office.daysNote,
  office.capacity,
  office.url,
  office.integrated,
  office.careStandard,
  office.disabilityStandard,
  office.note,
  plainText(office.name),
  plainText(office.address ?? ''),
  addressNotation(office.address ?? '', office.prefectureName, office.municipalityName),
  searchFold(office),
  office.rowNumber,
  office.municipalityName,
  office.prefectureName,
  office.serviceName,
  office.warnings.join(','),
]

const searchFold = ({ name, kana, corporateName, address, officeNumber }: CareOffice): string =>
  [
    foldName(name),
    foldKana(kana ?? ''),
    foldName(corporateName ?? ''),
    foldName(address ?? ''),
    officeNumber,
  ].join(' ')

/** A file without a row says nothing of its prefectures; taken as it stands it would take away all of them. */
async function emptyFiles(client: pg.ClientBase, { checksums }: ImportContext): Promise<Refusal[]> {
  const { rows } = await client.query<{ name: string }>('select distinct file_name as name from stage')
  const read = new Set(rows.map(({ name }) => name))
  return [...checksums.keys()]
    .filter((name) => !read.has(name) && careService(readFileName(name)?.serviceCode ?? '') !== undefined)
    .map((name) =>
      fileRefusal(
        name,
        'file.no-rows',
        '読み取れた事業所が一つもありません。',
        '見出しだけのファイルでないか、公表サイトから受け取り直してください。',
      ),
    )
}

async function servicesTwice(client: pg.ClientBase): Promise<Refusal[]> {
  const { rows } = await client.query<{ file_name: string; service_code: string; other: string }>(
    `select max(file_name) as file_name, service_code, min(file_name) as other from stage
     group by service_code, prefecture_code having count(distinct file_name) > 1 order by 1, 2 limit 100`,
  )
  return rows.map(({ file_name, service_code, other }) =>
    fileRefusal(
      file_name,
      'service.twice',
      `${careService(service_code)?.label ?? service_code}の同じ都道府県が ${other} にもあります。`,
      '一つのサービスと都道府県のファイルは、一つだけ選んでください。',
    ),
  )
}

export const imports: ImportKind[] = [careOffices]
