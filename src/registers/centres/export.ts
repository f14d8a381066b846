import type { Work } from '../../platform/database/work.ts'
import { type TableFile, type TableFormat, tableFile } from '../../platform/documents/index.ts'
import type { CentreEntry } from './schema.ts'
import { centreRegister } from './service.ts'

const kinds: Record<CentreEntry['kind'], string> = {
  core: '基幹型',
  enhanced: '機能強化型',
  standard: '一般',
  branch: 'ブランチ',
  sub: 'サブセンター',
}

/** The register of centres as a file, ended ones too; areas of today in one cell. */
export async function exportCentres(work: Work, format: TableFormat): Promise<TableFile> {
  const items = await centreRegister(work)
  work.about('centre', undefined, { count: items.length, format })
  const text = (heading: string) => ({ heading, kind: 'text' as const })
  const holds = (from: string, to: string | null) => from <= work.today && (to === null || to >= work.today)
  const headings = [
    '名称',
    '略称',
    '種別',
    '親センター',
    '運営',
    '運営法人',
    '事業所番号',
    '電話',
    '所在地',
    '今日の圏域',
  ]
  return tableFile(
    {
      name: 'センターの台帳',
      columns: [
        ...headings.map(text),
        { heading: '始まる日', kind: 'date' },
        { heading: '最後の日', kind: 'date' },
      ],
      rows: items.map((one) => [
        one.name,
        one.shortName,
        kinds[one.kind],
        one.parentName,
        one.operation === 'direct' ? '直営' : '委託',
        one.organisationName,
        one.officeNumber,
        one.phone,
        one.address,
        one.areas
          .filter(({ validFrom, validTo }) => holds(validFrom, validTo))
          .map(({ code, name }) => `${code} ${name}`)
          .join('、'),
        one.validFrom,
        one.validTo,
      ]),
    },
    format,
    work.clock,
  )
}
