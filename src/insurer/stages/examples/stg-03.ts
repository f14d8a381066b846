import type { RuleCase } from '../../../platform/computation/index.ts'
import type { StageRow } from '../rules/stage-table.ts'

interface Asked {
  fiscalYear: number
  stages: StageRow[]
}
const REDUCED = [285, 439, 685]
const table = (
  ratios: readonly number[],
  reduced: readonly (number | null)[] = [],
  step = 1_000_000,
): StageRow[] =>
  ratios.map((ratioPerMille, i) => ({
    stage: i + 1,
    ratioPerMille,
    reducedRatioPerMille: reduced[i] ?? null,
    taxedFromYen: i < 5 ? null : (i - 5) * step,
  }))
const six = [455, 685, 690, 900, 1000, 1200]
const changed = (index: number, change: Partial<StageRow>): StageRow[] =>
  table(six).map((row, i) => (i === index ? { ...row, ...change } : row))
const ooyuki = [455, 639, 690, 860, 1000, 1260, 1310, 1590, 1630, 1900, 2165, 2365, 2565, 2575, 2585, 2595]

const sound = (title: string, stages: StageRow[], fiscalYear = 2026): RuleCase<Asked> => ({
  title,
  on: '2026-04-01',
  input: { fiscalYear, stages },
  value: { isSound: true, faults: [] },
})
const faulty = (
  title: string,
  stages: StageRow[],
  faults: [path: string, code: string, message: string][],
  fiscalYear = 2026,
): RuleCase<Asked> => ({
  title,
  on: '2026-04-01',
  input: { fiscalYear, stages },
  value: { isSound: false, faults: faults.map(([path, code, message]) => ({ path, code, message })) },
})
const tooWide = (stage: number, width: number, widest: number): [string, string, string] => [
  `stages.${stage - 1}.reducedRatioPerMille`,
  'reduction-too-wide',
  `第${stage}段階: 軽減の幅${width}‰が、国の範囲${widest}‰をこえています。`,
]
/** First stages of the nine, reduced by this much. */
const nineReducedBy = (...by: number[]) => {
  const ratios = [500, 750, 750, 900, 1000, 1200, 1300, 1500, 1700]
  return table(
    ratios,
    by.map((one, i) => ratios[i]! - one),
  )
}

export const stg03Cases: readonly RuleCase<Asked>[] = [
  {
    ...sound(
      '大雪地区広域連合 第9期の割合（16段階。所得の下限と軽減後の割合は架空）',
      table(ooyuki, REDUCED),
    ),
    isSecondary: true,
    source: { text: '大雪地区広域連合 第9期介護保険事業計画（計画作成者の作業記録による転記）' },
  },
  sound('国の標準と同じ割合の6段階', table(six)),
  sound('25段階まで', table([...six, ...Array.from({ length: 19 }, (_, i) => 1200 + i)])),
  faulty('26段階', table([...six, ...Array.from({ length: 20 }, (_, i) => 1200 + i)]), [
    ['stages', 'stage-count', '段階の表: 26段階です。6段階から25段階までにしてください。'],
  ]),
  faulty('本人課税の段階がない', table(six.slice(0, 5)), [
    [
      'stages',
      'no-taxed-stage',
      '段階の表: 第6段階から先（本人が課税の段階）がありません。下限を0円として加えてください。',
    ],
    ['stages', 'stage-count', '段階の表: 5段階です。6段階から25段階までにしてください。'],
  ]),
  faulty('段階の番号が飛ぶ', changed(3, { stage: 5 }), [
    ['stages.3.stage', 'not-in-order', '段階の表の4行目: 第5段階とあります。段階は1から順に並べてください。'],
  ]),
  faulty('非課税の段階に所得の下限がある', changed(4, { taxedFromYen: 0 }), [
    [
      'stages.4.taxedFromYen',
      'limit-of-untaxed',
      '第5段階: 本人が非課税の段階なので、所得の下限は空にしてください。',
    ],
  ]),
  faulty('本人課税の段階に所得の下限がない', changed(5, { taxedFromYen: null }), [
    ['stages.5.taxedFromYen', 'limit-missing', '第6段階: 合計所得金額の下限がありません。入力してください。'],
  ]),
  faulty('本人課税の最初の下限が0円でない', changed(5, { taxedFromYen: 1 }), [
    [
      'stages.5.taxedFromYen',
      'limit-not-zero',
      '第6段階: 本人が課税の最初の段階なので、下限は0円にしてください。',
    ],
  ]),
  faulty('所得の下限が上がらない', table([...six, 1300], [], 0), [
    ['stages.6.taxedFromYen', 'limit-not-rising', '第7段階: 下限が前の段階の0円より大きくありません。'],
  ]),
  faulty('割合が下がる', changed(1, { ratioPerMille: 454 }), [
    ['stages.1.ratioPerMille', 'ratio-falls', '第2段階: 割合454‰が、前の段階の455‰より低くなっています。'],
  ]),
  sound('割合が前の段階と同じ', changed(1, { ratioPerMille: 455 })),
  faulty('基準の段階の割合が1.000でない', changed(4, { ratioPerMille: 1001 }), [
    [
      'stages.4.ratioPerMille',
      'base-not-one',
      '第5段階: 基準の段階なので、割合は1000‰にしてください（いまは1001‰）。',
    ],
  ]),
  faulty('軽減後の割合が軽減前より高い', table(six, [456]), [
    [
      'stages.0.reducedRatioPerMille',
      'reduced-above',
      '第1段階: 軽減後の割合456‰が、軽減前の455‰より高くなっています。',
    ],
  ]),
  sound('軽減後の割合が軽減前と同じ', table(six, [455])),
  sound('軽減の幅が国の範囲いっぱい', table(six, [285, 485, 685])),
  faulty('軽減の幅が国の範囲を1‰こえる', table(six, [284, 484, 684]), [
    tooWide(1, 171, 170),
    tooWide(2, 201, 200),
    tooWide(3, 6, 5),
  ]),
  faulty('軽減のない段階に軽減がある', table(six, [null, null, null, 899]), [tooWide(4, 1, 0)]),
  // 第6期から第8期の軽減の幅
  sound('第8期の軽減の幅', nineReducedBy(200, 250, 50), 2023),
  faulty(
    '第9期の表では広すぎる',
    nineReducedBy(200, 250, 50),
    [tooWide(1, 200, 170), tooWide(2, 250, 200), tooWide(3, 50, 5)],
    2024,
  ),
  sound('令和2年度の軽減の幅', nineReducedBy(200, 250, 50), 2020),
  faulty(
    '令和元年度には広すぎる',
    nineReducedBy(200, 250, 50),
    [tooWide(1, 200, 125), tooWide(2, 250, 125), tooWide(3, 50, 25)],
    2019,
  ),
  sound('令和元年度の軽減の幅', nineReducedBy(125, 125, 25), 2019),
  faulty(
    '平成30年度は第1段階だけ',
    nineReducedBy(125, 125, 25),
    [tooWide(1, 125, 50), tooWide(2, 125, 0), tooWide(3, 25, 0)],
    2018,
  ),
  sound('平成27年度の軽減の幅', nineReducedBy(50), 2015),
  sound('第10期は第9期の範囲の仮置き', table(six, [285, 485, 685]), 2027),
]
