import type { Work } from '../../platform/database/work.ts'
import { type TableFile, type TableFormat, tableFile } from '../../platform/documents/index.ts'
import { areaRegister } from './register.ts'

const holdsOn = (day: string) => (row: { validFrom: string; validTo: string | null }) =>
  row.validFrom <= day && (row.validTo === null || row.validTo >= day)

/**
 * The list of towns as of today: the file to look at and the form to fill in are one. As Excel it offers codes and centres.
 * 開始日 is left blank: a row is new or moves from the day written there.
 */
export async function townsFile(work: Work, format: TableFormat): Promise<TableFile> {
  const { areas, towns } = await areaRegister(work)
  work.about('town', undefined, { count: towns.length, format })
  const holds = holdsOn(work.today)
  const living = areas.filter(holds)
  const centreOf = new Map(living.map((area) => [area.id, area.centres.find(holds)?.centreName ?? null]))
  const [centres] = (await work.flight([
    {
      text: `select name from registers.centre where insurer_id = $1 and (valid_to is null or valid_to >= $2::date) order by name`,
      values: [work.actor.insurerId, work.today],
    },
  ])) as [{ name: string }[]]
  const text = (heading: string, choices?: string[]) => ({
    heading,
    kind: 'text' as const,
    ...(choices ? { choices } : {}),
  })
  return tableFile(
    {
      name: '町と圏域',
      columns: [
        text('町名'),
        text('カナ'),
        text(
          '圏域コード',
          living.map(({ code }) => code),
        ),
        text(
          'センター',
          centres.map(({ name }) => name),
        ),
        { heading: '開始日', kind: 'date', width: 12 },
      ],
      rows: towns.map((town) => {
        const area = town.areas.find(holds)
        return [
          town.name,
          town.kana,
          area?.code ?? null,
          area ? (centreOf.get(area.areaId) ?? null) : null,
          null,
        ]
      }),
      notes: [
        '圏域コード: 「圏域と町」に登録した圏域のコードです。',
        'センター: 担当のまだない圏域だけに効きます。空けておいても構いません。',
        '開始日: この日からその圏域になります。空けると、読み込む日からになります。',
        ...living.map(({ code, name }) => `圏域 ${code} ${name}`),
      ],
    },
    format,
    work.clock,
  )
}
