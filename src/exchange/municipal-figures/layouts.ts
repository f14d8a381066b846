export type FigureUnit = '実人数' | '延べ人数'

export interface Measure {
  /** name under which the counts are kept */
  id: string
  /** 日本語 */
  label: string
  unit: FigureUnit
  isProjection: boolean
}

export interface FigureColumn extends Measure {
  /** heading in the file, its misspellings included */
  heading: string
}

export interface FigureLayout {
  id: 'insured' | 'outlook' | 'births-deaths' | 'moves'
  /** 日本語 */
  label: string
  /** date a day · era a year without a day · month a month whose year stands in the file's name */
  period: 'date' | 'era' | 'month'
  /** heading of the municipality's name; null: none */
  place: 'address' | null
  columns: readonly FigureColumn[]
  /** sums that must agree: whole and parts by measure, and how many persons they may be off */
  sums: readonly { whole: string; parts: readonly string[]; tolerance: number }[]
}

const column = (
  heading: string,
  id: string,
  label: string,
  unit: FigureUnit = '実人数',
  isProjection = false,
): FigureColumn => ({ heading, id, label, unit, isProjection })

const insured: FigureLayout = {
  id: 'insured',
  label: '第1号被保険者数と認定者数',
  period: 'date',
  place: 'address',
  columns: [
    column('numberOfPrimaryInsured', 'city.insured', '第1号被保険者数（市の集計）'),
    column('numberOfPeopleCertifiedForLongTermCare', 'city.certified', '要介護・要支援認定者数（市の集計）'),
  ],
  sums: [],
}

const variant = (suffix: string, id: string, label: string): FigureColumn[] =>
  [
    ['headCount', 'total', '総人口'],
    ['youthPopulation', 'young', '年少人口'],
    ['middlePopulation', 'working', '生産年齢人口'],
    ['oldPopulation', 'old', '老年人口'],
  ].map(([heading, part, word]) =>
    column(
      `${heading}${suffix}`,
      `outlook.${id}.${part}`,
      `将来の見通し（${label}） ${word}`,
      '実人数',
      true,
    ),
  )
const outlookSum = (id: string) => ({
  whole: `outlook.${id}.total`,
  parts: ['young', 'working', 'old'].map((part) => `outlook.${id}.${part}`),
  tolerance: 2,
})
const outlook: FigureLayout = {
  id: 'outlook',
  label: '将来人口の見通し',
  period: 'era',
  place: null,
  columns: [...variant('', 'first', '一つ目の推計'), ...variant('Takamatsu', 'takamatsu', '高松市の推計')],
  sums: [outlookSum('first'), outlookSum('takamatsu')],
}

const bySex = (heading: string, id: string, label: string): FigureColumn[] => [
  column(`${heading}Total`, `city.${id}.total`, label),
  column(`${heading}Man`, `city.${id}.male`, `${label} 男`),
  column(`${heading}Woman`, `city.${id}.female`, `${label} 女`),
]
const sexSum = (id: string) => ({
  whole: `city.${id}.total`,
  parts: [`city.${id}.male`, `city.${id}.female`],
  tolerance: 0,
})
const birthsAndDeaths: FigureLayout = {
  id: 'births-deaths',
  label: '出生と死亡（月別）',
  period: 'month',
  place: null,
  columns: [...bySex('birth', 'births', '出生数'), ...bySex('death', 'deaths', '死亡数')],
  sums: [sexSum('births'), sexSum('deaths')],
}

// one person may move more than once in a month: 延べ人数. The headings are misspelt as published.
const moves: FigureLayout = {
  id: 'moves',
  label: '転入と転出（月別）',
  period: 'month',
  place: null,
  columns: [
    ['withinThePrefOfTransferMan', 'city.moves-in.within.male', '転入（県内から） 男'],
    ['withinThePrefOfTransfeWoman', 'city.moves-in.within.female', '転入（県内から） 女'],
    ['OutsideThePrefMan', 'city.moves-in.outside.male', '転入（県外から） 男'],
    ['OutsideThePrefManWoman', 'city.moves-in.outside.female', '転入（県外から） 女'],
    ['MoveInAndOthersMan', 'city.moves-in.other.male', '転入（その他） 男'],
    ['MoveInAndOthersWoman', 'city.moves-in.other.female', '転入（その他） 女'],
    ['WithinThePrefMan', 'city.moves-out.within.male', '転出（県内へ） 男'],
    ['WithinThePrefWoman', 'city.moves-out.within.female', '転出（県内へ） 女'],
    ['OutOfThePrefMan', 'city.moves-out.outside.male', '転出（県外へ） 男'],
    ['OutOfThePreffWoman', 'city.moves-out.outside.female', '転出（県外へ） 女'],
    ['MovingOutAndOthersMan', 'city.moves-out.other.male', '転出（その他） 男'],
    ['MovingOutAndOthersWoman', 'city.moves-out.other.female', '転出（その他） 女'],
  ].map(([heading = '', id = '', label = '']) => column(heading, id, label, '延べ人数')),
  sums: [],
}

export const layouts: readonly FigureLayout[] = [insured, outlook, birthsAndDeaths, moves]

/** Every figure that these files give. */
export const measures: readonly Measure[] = layouts.flatMap(({ columns }) =>
  columns.map(({ id, label, unit, isProjection }) => ({ id, label, unit, isProjection })),
)

/** The layout whose columns the header has most of; undefined: none of them. */
export function layoutOf(header: readonly string[]): FigureLayout | undefined {
  const [best] = layouts
    .map((layout) => ({
      layout,
      hits: layout.columns.filter(({ heading }) => header.includes(heading)).length,
    }))
    .toSorted((a, b) => b.hits - a.hits)
  return best && best.hits > 0 ? best.layout : undefined
}
