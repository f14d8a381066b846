import { ROLES } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { type TableFile, type TableFormat, tableFile } from '../../platform/documents/index.ts'
import { postChoices } from './choices.ts'
import type { NewStaff } from './schema.ts'
import { professionWords, roleWords } from './words.ts'

const text = (heading: string, choices?: string[]) => ({
  heading,
  kind: 'text' as const,
  ...(choices ? { choices } : {}),
})
const day = (heading: string) => ({ heading, kind: 'date' as const, width: 12 })

/** The blank form for many staff at once; as Excel it offers professions, roles, centres and offices. */
export async function staffForm(work: Work, format: TableFormat): Promise<TableFile> {
  const { centres, organisations } = await postChoices(work)
  return tableFile(
    {
      name: '職員の登録様式',
      columns: [
        text('職員番号'),
        { ...text('氏名'), width: 18 },
        { ...text('フリガナ'), width: 22 },
        { ...text('職種', Object.values(professionWords)), width: 20 },
        {
          ...text(
            'センター',
            centres.map(({ name }) => name),
          ),
          width: 26,
        },
        {
          ...text(
            '事業所',
            organisations.map(({ name }) => name),
          ),
          width: 26,
        },
        { ...text('役割', roleWords), width: 24 },
        day('開始日'),
        day('終了日'),
      ],
      rows: [],
      notes: [
        '一人が二つの職を持つときは、同じ職員番号の行を二つ書きます。',
        'センター: 包括職員、センター長、プランナー、事務、基幹型職員、認知症地域支援推進員に要ります。',
        '事業所: 委託先ケアマネに要ります。',
        '終了日: 決まっていなければ空けます。その日までは使えます。',
      ],
    },
    format,
    work.clock,
  )
}

const LIST = `
  select f.staff_number as "staffNumber", f.name, f.kana, f.profession, c.name as centre, o.name as organisation, p.role,
    p.valid_from as "validFrom", p.valid_to as "validTo"
  from registers.staff f
  left join registers.post p on p.insurer_id = f.insurer_id and p.staff_id = f.id
  left join registers.centre c on c.insurer_id = p.insurer_id and c.id = p.centre_id
  left join registers.organisation o on o.insurer_id = p.insurer_id and o.id = p.organisation_id
  where f.insurer_id = $1 order by f.staff_number, p.valid_from`

interface Listed {
  staffNumber: string
  name: string
  kana: string
  profession: NewStaff['profession']
  centre: string | null
  organisation: string | null
  role: string | null
  validFrom: string | null
  validTo: string | null
}
const labels: Record<string, { label: string }> = ROLES

/** Staff and all their posts, under the headings of the form: what is written out can be read in again. */
export async function staffList(work: Work, format: TableFormat): Promise<TableFile> {
  const [rows] = (await work.flight([{ text: LIST, values: [work.actor.insurerId] }])) as [Listed[]]
  work.about('staff', undefined, { count: rows.length, format })
  return tableFile(
    {
      name: '職員と職',
      columns: [
        ...['職員番号', '氏名', 'フリガナ', '職種', 'センター', '事業所', '役割'].map((heading) =>
          text(heading),
        ),
        day('開始日'),
        day('終了日'),
      ],
      rows: rows.map((row) => [
        row.staffNumber,
        row.name,
        row.kana,
        professionWords[row.profession],
        row.centre,
        row.organisation,
        row.role === null ? null : (labels[row.role]?.label ?? row.role),
        row.validFrom,
        row.validTo,
      ]),
    },
    format,
    work.clock,
  )
}
