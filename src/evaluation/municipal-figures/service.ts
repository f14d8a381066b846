import { type FigureLayout, layouts, MUNICIPALITY } from '../../exchange/municipal-figures/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { attributionLine } from '../../platform/import/index.ts'
import { isHiddenCount, JAPAN, MISSING_WORDS } from '../statistics/index.ts'
import type { AlikeCount, FigureTable, MunicipalFigures } from './schema.ts'
import { DATASET } from './store.ts'

interface FigureRow {
  measure: string
  from: string
  to: string
  figure: number | null
  reason: string | null
  releaseIds: string[]
}
interface ReleaseRow {
  id: string
  fileName: string
  attribution: string | null
  licence: string | null
}
type AlikeRow = Pick<AlikeCount, 'asOf' | 'value'> & { measure: string; origins: Omit<ReleaseRow, 'id'>[] }

/** What looks alike: residents of the towns, the city's own count, the ministry's count. Never added, never averaged. */
const ALIKE: readonly (Pick<AlikeCount, 'label' | 'source'> & {
  measure: string
  of: 'insured' | 'certified'
})[] = [
  { measure: 'population.65over', of: 'insured', label: '65歳以上の住民', source: '町別人口（市）' },
  { measure: 'city.insured', of: 'insured', label: '第1号被保険者', source: '市の集計' },
  {
    measure: 'insured.total',
    of: 'insured',
    label: '第1号被保険者',
    source: '介護保険事業状況報告 年報（厚生労働省）',
  },
  { measure: 'city.certified', of: 'certified', label: '要介護・要支援認定者', source: '市の集計' },
  {
    measure: 'certified.all.total',
    of: 'certified',
    label: '要介護・要支援認定者',
    source: '介護保険事業状況報告 年報（厚生労働省）',
  },
]

/** The city's own figures as tables, one per layout, and beside them the counts that look alike. */
export async function municipalFigures(work: Work): Promise<MunicipalFigures> {
  const [figures, releases, counted] = (await work.flight([
    {
      text: `select f.measure, f.period_from::text as "from", f.period_to::text as "to", f.figures[p.position]::int as figure,
          f.missing[p.position] as reason, f.release_ids as "releaseIds"
        from evaluation.fact_column f
        join evaluation.place p on p.level = f.level and p.series = f.series and p.code = $2
        where f.dataset = $1 and (f.figures[p.position] is not null or f.missing[p.position] <> 'not-loaded')
        order by f.period_from, f.measure`,
      values: [DATASET, MUNICIPALITY.code],
    },
    {
      text: `select id, file_name as "fileName", attribution, licence from platform.dataset_release where dataset = $1`,
      values: [DATASET],
    },
    {
      text: `select distinct on (f.measure) f.measure, f.period_to::text as "asOf", f.figures[p.position]::int as value,
          array(select jsonb_build_object('fileName', r.file_name, 'attribution', r.attribution, 'licence', r.licence)
            from platform.dataset_release r where r.id = any (f.release_ids)) as origins
        from evaluation.fact_column f join evaluation.place p on p.level = f.level and p.series = f.series and p.code = $2
        where f.measure = any ($1::text[]) and f.level in ('municipality', 'insurer') and f.figures[p.position] is not null
        order by f.measure, f.period_to desc, f.level`,
      values: [ALIKE.map(({ measure }) => measure), MUNICIPALITY.code],
    },
  ])) as [FigureRow[], ReleaseRow[], AlikeRow[]]
  const alike = await shown(work, counted)
  const alikeOf = (of: 'insured' | 'certified'): AlikeCount[] =>
    ALIKE.filter((one) => one.of === of).flatMap(({ measure, label, source }) =>
      alike
        .filter((row) => row.measure === measure)
        .map(({ asOf, value }) => ({ label, source, asOf, value })),
    )
  return {
    municipalityName: MUNICIPALITY.name,
    tables: layouts.flatMap((layout) => tableOf(layout, figures, releases)),
    insured: alikeOf('insured'),
    certified: alikeOf('certified'),
    alikeAttribution: [...new Set(alike.flatMap(({ origins }) => origins.map(attributionLine)))],
  }
}

/** Residents leave here too: what the insurer of the towns hides, because a town could be computed from it, is left out. */
const shown = (work: Work, counted: readonly AlikeRow[]): Promise<AlikeRow[]> =>
  work.read(async (tx) => {
    const open: AlikeRow[] = []
    for (const row of counted) {
      const key = { measure: row.measure, level: 'municipality', series: JAPAN, code: MUNICIPALITY.code }
      if (!(await isHiddenCount(tx, key, row.asOf, work.today))) open.push(row)
    }
    return open
  })

function tableOf(
  { id, label, columns }: FigureLayout,
  figures: readonly FigureRow[],
  releases: readonly ReleaseRow[],
): FigureTable[] {
  const own = figures.filter(({ measure }) => columns.some((one) => one.id === measure))
  if (own.length === 0) return []
  const used = new Set(own.flatMap(({ releaseIds }) => releaseIds))
  const periods = Map.groupBy(own, ({ from, to }) => `${from} ${to}`)
  return [
    {
      id,
      title: label,
      isProjection: columns.every(({ isProjection }) => isProjection),
      unit: columns[0]?.unit ?? '',
      columns: columns.map((one) => one.label),
      rows: [...periods.values()].map((ofPeriod) => ({
        from: ofPeriod[0]!.from,
        to: ofPeriod[0]!.to,
        figures: columns.map((one) => figureOf(ofPeriod.find(({ measure }) => measure === one.id))),
      })),
      attribution: [...new Set(releases.filter((one) => used.has(one.id)).map(attributionLine))],
    },
  ]
}

const figureOf = (row: FigureRow | undefined) => ({
  value: row?.figure ?? null,
  missing: row?.figure == null ? (MISSING_WORDS[row?.reason ?? 'not-loaded'] ?? '不明です。') : null,
})
