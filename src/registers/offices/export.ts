import type { Work } from '../../platform/database/work.ts'
import { type TableFile, tableFile } from '../../platform/documents/index.ts'
import { holdings } from './holdings.ts'
import { allOffices } from './list.ts'
import type { OfficeExport, OfficeRow } from './schema.ts'

const states: Record<NonNullable<OfficeRow['difference']>, string> = {
  open: '名称か住所が複数あり、未決定',
  decided: '名称か住所が複数あり、決定した表記',
  different: '同じ番号の別の事業所と決定',
}

/** The list as it is filtered, with the lines that have to stand beside it. */
export async function exportOffices(work: Work, { format, ...filter }: OfficeExport): Promise<TableFile> {
  const { items, attribution } = await allOffices(work, filter)
  const { prefectures } = await holdings(work)
  work.about('office', undefined, { count: items.length, format })
  const text = (heading: string) => ({ heading, kind: 'text' as const })
  const degrees = (heading: string) => ({ heading, kind: 'number' as const, format: '0.000000' })
  return tableFile(
    {
      name: '介護事業所',
      columns: [
        ...[
          '事業所番号',
          '事業所名',
          'カナ',
          '市区町村コード',
          '市区町村',
          '住所',
          '方書',
          '電話',
          '法人',
        ].map(text),
        text('サービス'),
        degrees('緯度'),
        degrees('経度'),
        text('表記のちがい'),
        text('出典'),
      ],
      rows: items.map((one) => [
        one.officeNumber,
        one.name,
        one.kana,
        one.municipalityCode,
        one.municipalityName,
        one.address,
        one.building,
        one.phone,
        one.corporateName,
        one.services.map(({ label }) => label).join('、'),
        one.latitude,
        one.longitude,
        one.difference === null ? null : states[one.difference],
        attribution.join('、'),
      ]),
      notes: [
        ...attribution,
        ...prefectures
          .filter(({ missing }) => missing.length > 0)
          .map(
            ({ prefectureName, prefectureCode, missing }) =>
              `${prefectureName ?? prefectureCode}: 次のサービスはこの一覧に入っていません（${missing.map(({ code, label }) => `${code} ${label}`).join('、')}）`,
          ),
      ],
    },
    format,
    work.clock,
  )
}
