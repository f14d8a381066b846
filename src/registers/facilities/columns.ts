import type { Facility } from '../../exchange/facilities/index.ts'

/** Columns of registers.facility that come from a file, in the order of the stage, each with its word for people. */
export const columns: readonly {
  name: string
  type: string
  label: string
  value: (facility: Facility) => string | number | null
}[] = [
  { name: 'id_in_list', type: 'text', label: '番号', value: ({ id }) => id },
  { name: 'name', type: 'text', label: '名称', value: ({ name }) => name },
  { name: 'kana', type: 'text', label: 'カナ', value: ({ kana }) => kana },
  { name: 'address', type: 'text', label: '住所', value: ({ address }) => address },
  { name: 'building', type: 'text', label: '方書', value: ({ building }) => building },
  { name: 'latitude', type: 'double precision', label: '緯度', value: ({ latitude }) => latitude },
  { name: 'longitude', type: 'double precision', label: '経度', value: ({ longitude }) => longitude },
  { name: 'telephone', type: 'text', label: '電話番号', value: ({ telephone }) => telephone },
  { name: 'extension', type: 'text', label: '内線番号', value: ({ extension }) => extension },
  { name: 'fax', type: 'text', label: 'FAX番号', value: ({ fax }) => fax },
  { name: 'postal_code', type: 'text', label: '郵便番号', value: ({ postalCode }) => postalCode },
  { name: 'operator', type: 'text', label: '法人・団体', value: ({ operator }) => operator },
  {
    name: 'corporate_number',
    type: 'text',
    label: '法人番号',
    value: ({ corporateNumber }) => corporateNumber,
  },
  { name: 'office_number', type: 'text', label: '事業所番号', value: ({ officeNumber }) => officeNumber },
  { name: 'service', type: 'text', label: 'サービス・種類', value: ({ service }) => service },
  { name: 'open_days', type: 'text', label: '曜日', value: ({ openDays }) => openDays },
  { name: 'opens_at', type: 'text', label: '開始時間', value: ({ opensAt }) => opensAt },
  { name: 'closes_at', type: 'text', label: '終了時間', value: ({ closesAt }) => closesAt },
  { name: 'hours_note', type: 'text', label: '日時の補足', value: ({ hoursNote }) => hoursNote },
  { name: 'capacity', type: 'integer', label: '定員', value: ({ capacity }) => capacity },
  { name: 'description', type: 'text', label: '説明', value: ({ description }) => description },
  { name: 'url', type: 'text', label: 'URL', value: ({ url }) => url },
  { name: 'note', type: 'text', label: '備考', value: ({ note }) => note },
  { name: 'marks', type: 'jsonb', label: '印', value: ({ marks }) => sorted(marks) },
  { name: 'extras', type: 'jsonb', label: 'そのほか', value: ({ extras }) => sorted(extras) },
  { name: 'as_written', type: 'jsonb', label: '読めない値', value: ({ asWritten }) => sorted(asWritten) },
]

const sorted = (record: Record<string, string>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))))
