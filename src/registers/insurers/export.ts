import type { Work } from '../../platform/database/work.ts'
import { type TableFile, type TableFormat, tableFile } from '../../platform/documents/index.ts'
import { listOrganisations } from './organisations.ts'
import type { Organisation } from './schema.ts'

export const kindWords: Record<Organisation['kind'], string> = {
  municipality: '市町村',
  corporation: '法人',
  'care-office': '居宅介護支援事業所',
  council: '社会福祉協議会',
  other: 'その他',
}

/** The register of organisations as a file, ended ones with their last day. */
export async function exportOrganisations(work: Work, format: TableFormat): Promise<TableFile> {
  const items = await listOrganisations(work)
  work.about('organisation', undefined, { count: items.length, format })
  const text = (heading: string) => ({ heading, kind: 'text' as const })
  return tableFile(
    {
      name: '法人・事業所',
      columns: [
        ...['名称', '種別', '事業所番号', '法人番号', '電話', '所在地'].map(text),
        { heading: '終わる日', kind: 'date' },
        { heading: 'センター（件）', kind: 'number' },
        { heading: '有効な職（件）', kind: 'number' },
      ],
      rows: items.map((one) => [
        one.name,
        kindWords[one.kind],
        one.officeNumber,
        one.corporateNumber,
        one.phone,
        one.address,
        one.validTo,
        one.centreCount,
        one.postCount,
      ]),
    },
    format,
    work.clock,
  )
}
