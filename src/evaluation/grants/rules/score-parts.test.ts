import { describe, expect, it } from 'vitest'
import {
  ANSWER_TYPES,
  type Answer,
  type AnswerType,
  type Group,
  type Indicator,
  IndicatorSet,
  type Scoring,
  type Subitem,
} from '../schema.ts'
import { compareSets } from './compare-sets.ts'
import { differingMeans, isNear, nationalMean } from './national-means.ts'
import { publishedProblems } from './published-result.ts'
import { quickWins } from './quick-wins.ts'
import { scoreIndicator } from './score-indicator.ts'
import { laddersOf, scoreLadder } from './score-ladder.ts'
import { otherRef, scoreSets, sharedIds } from './score-set.ts'
import { answerInWords, fits, markOf } from './score-subitem.ts'

// Invented definitions, small enough to see each decision.

const subitem = (key: string, given: Partial<Subitem> = {}): Subitem => ({
  key,
  text: null,
  textStatus: 'unknown',
  points: 4,
  answerType: 'yesNoWithEvidence',
  ...given,
})
const indicator = (given: Partial<Indicator> = {}): Indicator => ({
  id: 'X-1',
  title: '架空の指標',
  titleStatus: 'reconstructed',
  maxPoints: 4,
  computedBy: 'municipality',
  scoring: { type: 'sum' },
  subitems: [subitem('ア')],
  ...given,
})
const group = (indicators: Indicator[], points: number | null = 4): Group => ({
  kind: 'taisei',
  points,
  indicators,
})
const set = (given: Partial<IndicatorSet> = {}, ...groups: Group[]): IndicatorSet => ({
  schemaVersion: 1,
  set: '架空',
  fiscalYear: 'R9',
  fiscalYearWestern: 2027,
  audience: '市町村',
  pointsTotal: 4,
  goals: [{ id: 'I', title: '架空の目標', points: 4, groups }],
  ...given,
})

describe('回答', () => {
  it.each<[Answer | undefined, string]>([
    [undefined, '未回答'],
    ['yes', 'はい'],
    ['notDone', '実施していない'],
    [{ steps: 2 }, '全国の結果: 2段階'],
    [{ rank: 3 }, '3位'],
    [{ rank: 3, of: 9 }, '3位／9'],
    [{ level: 'b' }, '段階 b'],
    [{ chosen: ['a', 'b'] }, 'a、b'],
    [{ chosen: [] }, '選択なし'],
    [{ value: 1.5 }, '1.5'],
    [{ numerator: 1, denominator: 2 }, '1／2'],
  ])('%j を言葉で', (answer, words) => expect(answerInWords(answer)).toBe(words))

  const ANSWERS: Record<string, Answer> = {
    yes: 'yes',
    notDone: 'notDone',
    scored: 'scored',
    unanswered: 'unanswered',
    steps: { steps: 1 },
    rank: { rank: 1 },
    level: { level: 'a' },
    chosen: { chosen: [] },
    value: { value: 1 },
    ratio: { numerator: 1, denominator: 2 },
  }
  const FITTING: Record<AnswerType, string[]> = {
    yesNoWithEvidence: ['yes'],
    requirementWithEvidence: ['yes'],
    choiceLevel: ['level'],
    multipleChoice: ['chosen'],
    numeric: ['value'],
    numericSteps: ['value'],
    ratio: ['ratio'],
    nationalRelativeRank: [],
    nationalDerived: [],
  }
  it.each(ANSWER_TYPES)('%s に合う回答は決まっていて、全国の結果と未回答はどれにも合う', (type) => {
    const fitting = Object.keys(ANSWERS).filter((name) => fits(type, ANSWERS[name]!))
    expect(fitting.toSorted()).toEqual([...FITTING[type], 'scored', 'unanswered'].toSorted())
  })
  it.each<[Scoring, Answer]>([
    [{ type: 'sum' }, { value: 1 }],
    [{ type: 'sum' }, { numerator: 1, denominator: 1 }],
    [{ type: 'proportional' }, { value: 1 }],
    [{ type: 'mapLevels', levels: { a: 1 } }, { value: 1 }],
    [{ type: 'mapLevels', levels: { a: 1 } }, { chosen: ['a', 'x'] }],
    [{ type: 'thresholds', direction: 'desc', limits: [{ limit: 1, points: 1 }] }, { level: 'a' }],
  ])('%j では %j の点は分からない。0点ではない', (scoring, answer) => {
    expect(markOf(subitem('ア'), answer, scoring).points).toBeNull()
  })
  it('配点の分からない按分は、点も分からない', () => {
    const ratio = { numerator: 1, denominator: 1 }
    expect(markOf(subitem('ア', { points: null }), ratio, { type: 'proportional' }).points).toBeNull()
    expect(markOf(subitem('ア', { points: 6 }), ratio, { type: 'proportional' }).points).toBe(6)
  })
})

describe('段階', () => {
  const steps = (...tenths: (number | null)[]) =>
    tenths.map((topTenths, at) =>
      subitem('アイウエ'[at]!, { topTenths, points: 3, answerType: 'nationalRelativeRank' }),
    )
  const scoring: Scoring = { type: 'cumulativeTopShare', population: 'all' }
  const of = (subitems: Subitem[], answers: Record<string, Answer>, size: number | undefined = 10) =>
    scoreLadder(laddersOf('X-1', subitems)[0]!, (ref) => answers[ref], scoring, size)

  it('番号の末尾の①〜⑳が段階で、その前が値の番号', () => {
    const keys = ['ア①', 'ア②', 'イ①', 'アB①', 'エ', '①', 'ア①ウ']
    expect(
      laddersOf(
        'X-1',
        keys.map((key) => subitem(key)),
      ).map(({ ref, steps: all }) => [ref, all.length]),
    ).toEqual([
      ['X-1:ア', 2],
      ['X-1:イ', 1],
      ['X-1:アB', 1],
      ['X-1', 3],
    ])
  })
  it('小項目の結果が一部だけなら、残りは未確定', () => {
    const { score, trace } = of(steps(7, 5), { 'X-1:ア': 'scored' })
    expect(score).toMatchObject({ earned: 3, unknown: 3, possible: 6, status: '一部未確定' })
    expect(trace).toEqual([
      { ref: 'X-1:ア', rule: '上位7割 3点', input: '全国の結果: 得点', points: 3 },
      { ref: 'X-1:イ', rule: '上位5割 3点', input: '未回答', points: null },
    ])
  })
  it('割の分からない段階が一つでもあれば、順位からは計算しない', () => {
    expect(of(steps(7, null), { 'X-1': { rank: 1 } }).score).toMatchObject({ earned: 0, unknown: 6 })
    expect(of(steps(7, null), { 'X-1': { rank: 1 } }).trace[1]!.rule).toBe('段階 3点')
    expect(of(steps(7, 5), { 'X-1': { rank: 1 } }).score).toMatchObject({ earned: 6, status: '試算' })
    expect(of(steps(7, 5), { 'X-1': { rank: 6 } }, 10).score.earned).toBe(3)
  })
  it('母数が分からなければ、順位からは計算しない', () => {
    const ladder = laddersOf('X-1', steps(7, 5))[0]!
    const { score } = scoreLadder(ladder, () => ({ rank: 1 }) as Answer, scoring, undefined)
    expect(score.earned).toBe(0)
  })
  it('合わない形の回答は、点にならず未確定', () => {
    expect(of(steps(7), { 'X-1': { value: 1 } }).score).toMatchObject({ earned: 0, unknown: 3 })
    expect(of(steps(7), { 'X-1': 'unanswered' }).score).toMatchObject({ earned: 0, unknown: 3 })
  })
  it('配点の分からない段階は、数に入れずに示す', () => {
    const open = [subitem('ア', { topTenths: 7, points: 3 }), subitem('イ', { topTenths: 5, points: null })]
    const { score, trace } = of(open, { 'X-1': { steps: 2 } })
    expect(score).toMatchObject({ earned: 3, possible: null, unpointed: 1 })
    expect(trace[1]!.rule).toBe('上位5割 配点未確認')
  })
})

describe('指標', () => {
  const answers = (given: Record<string, Answer>) => (ref: string) => given[ref]
  it('すべての要件: 要件ごとの記録は点を持たず、答えていないものは空', () => {
    const one = indicator({
      maxPoints: 10,
      scoring: { type: 'allRequirements', points: 10 },
      subitems: [subitem('要件1', { points: null }), subitem('要件2', { points: null })],
    })
    expect(scoreIndicator(one, answers({ 'X-1:要件1': 'yes' })).trace).toEqual([
      { ref: 'X-1:要件1', rule: '要件（単独の配点はない）', input: 'はい', points: 0 },
      { ref: 'X-1:要件2', rule: '要件（単独の配点はない）', input: '未回答', points: null },
      { ref: 'X-1', rule: 'すべての要件を満たすと10点', input: '1／2', points: null },
    ])
    expect(scoreIndicator(one, answers({ 'X-1:要件1': 'no' })).trace.at(-1)).toMatchObject({
      input: '0／2',
      points: 0,
    })
  })
  it('配点の分からない小項目の記録は、そう言う', () => {
    const one = indicator({ maxPoints: null, subitems: [subitem('ア', { points: null }), subitem('イ')] })
    expect(scoreIndicator(one, answers({})).trace.map(({ rule }) => rule)).toEqual(['配点未確認', '4点'])
  })
  it('点のない調査には、記録もない', () => {
    expect(scoreIndicator(indicator({ scoring: { type: 'none' } }), answers({})).trace).toEqual([])
  })
  it('選べる評価の番号は、文字でも {key} でもよい。ない番号は数えない', () => {
    const subitems = ['ア①', 'イ①'].map((key) => subitem(key, { topTenths: 7 }))
    const given = answers({ 'X-1:イ': { steps: 1 }, 'X-1:ア': { steps: 0 } })
    for (const alternatives of [
      ['ア', 'イ'],
      [{ key: 'ア' }, { key: 'イ' }],
      ['ア', 'イ', 'ウ'],
    ])
      expect(
        scoreIndicator(indicator({ subitems, scoring: { type: 'bestOf', alternatives, cap: 4 } }), given)
          .score,
      ).toMatchObject({ earned: 4 })
  })
  it('選べる評価に配点の分からないものがあれば、その数を示す', () => {
    const subitems = [subitem('ア①', { topTenths: 7 }), subitem('イ①', { topTenths: 7, points: null })]
    const one = indicator({ subitems, scoring: { type: 'bestOf', alternatives: ['ア', 'イ'], cap: 4 } })
    expect(scoreIndicator(one, answers({ 'X-1:ア': { steps: 1 } })).score).toMatchObject({
      earned: 4,
      unpointed: 1,
    })
  })
  it('上限を超える良い方は、上限まで', () => {
    const subitems = [subitem('ア①', { topTenths: 7 }), subitem('イ①', { topTenths: 7 })]
    const one = indicator({
      subitems,
      scoring: { type: 'bestOf', alternatives: ['ア', 'イ'], cap: 3 },
      maxPoints: 3,
    })
    expect(scoreIndicator(one, answers({ 'X-1:ア': { steps: 1 } })).score).toMatchObject({
      earned: 3,
      unknown: 0,
    })
  })
  it('前提が根拠待ちなら、その先も根拠待ち。前提がいいえなら、根拠待ちもない', () => {
    const one = indicator({ subitems: [subitem('ア'), subitem('イ', { requires: ['ア'] })], maxPoints: 8 })
    const of = (ア: Answer, イ: Answer) => scoreIndicator(one, answers({ 'X-1:ア': ア, 'X-1:イ': イ })).score
    expect(of('yesWithoutEvidence', 'yes')).toMatchObject({ earned: 0, awaiting: 8 })
    expect(of('yes', 'yesWithoutEvidence')).toMatchObject({ earned: 4, awaiting: 4 })
    expect(of('no', 'yesWithoutEvidence')).toMatchObject({ earned: 0, awaiting: 0, status: '確定' })
  })
})

describe('群・目標・交付金', () => {
  const yes = { 'X-1:ア': 'yes' } as const
  it('見えている部分が満点に足りなければ、残りは未確認', () => {
    const whole = scoreSets([set({}, group([indicator()]))], yes).total
    expect(whole).toMatchObject({ earned: 4, possible: 4, unpointed: 0, status: '確定' })
    const part = scoreSets(
      [
        set({
          pointsTotal: 9,
          goals: [{ id: 'I', title: '架空', points: 9, groups: [group([indicator()])] }],
        }),
      ],
      yes,
    )
    expect(part.total).toMatchObject({ earned: 4, possible: 9, unpointed: 1, status: '一部未確定' })
    expect(part.sets[0]!.goals[0]!.groups[0]!.score).toMatchObject({ unpointed: 0, status: '確定' })
    const groupOpen = scoreSets(
      [set({}, group([indicator({ maxPoints: 3, subitems: [subitem('ア', { points: 3 })] })], 4))],
      yes,
    )
    expect(groupOpen.total).toMatchObject({ earned: 3, unpointed: 1, status: '一部未確定' })
  })
  it('満点の書かれていない群は、部分の和を満点とする', () => {
    const open = set({
      pointsTotal: null,
      goals: [{ id: 'I', title: '架空', points: null, groups: [group([indicator()], null)] }],
    })
    expect(scoreSets([open], yes).total).toMatchObject({ possible: 4, unpointed: 0, status: '確定' })
  })
  it('試算が一つでもあれば、合計も試算', () => {
    const two = group(
      [
        indicator(),
        indicator({
          id: 'X-2',
          scoring: { type: 'proportional' },
          subitems: [subitem('ア', { answerType: 'ratio' })],
        }),
      ],
      8,
    )
    const given = { ...yes, 'X-2:ア': { numerator: 1, denominator: 1 } }
    expect(
      scoreSets(
        [set({ pointsTotal: 8, goals: [{ id: 'I', title: '架空', points: 8, groups: [two] }] })],
        given,
      ).total.status,
    ).toBe('試算')
  })
  it('「ほかは得点なし」は小項目だけに当て、段階のまとまりには当てない', () => {
    const ladder = indicator({
      scoring: { type: 'cumulativeTopShare', population: 'all' },
      subitems: ['ア①', 'ア②'].map((key) =>
        subitem(key, { points: 2, topTenths: 7, answerType: 'nationalRelativeRank' }),
      ),
    })
    const one = [set({}, group([ladder]))]
    expect(scoreSets(one, {}, true).total).toMatchObject({ earned: 0, unknown: 0, status: '確定' })
    expect(scoreSets(one, {}, false).total).toMatchObject({ earned: 0, unknown: 4 })
  })
  it('共通の目標の指標は、並ぶ順に組になる', () => {
    const shared = (id: string, count: number): IndicatorSet =>
      set({
        set: id,
        goals: [
          {
            id: 'IV',
            title: '架空',
            points: 4,
            sharedGoal: '共通',
            groups: [group(Array.from({ length: count }, (_, at) => indicator({ id: `${id}-${at}` })))],
          },
          { id: 'I', title: '架空', points: 4, groups: [group([indicator({ id: `${id}-I` })])] },
        ],
      })
    const twins = sharedIds([shared('A', 2), shared('B', 1)])
    expect([...twins]).toEqual([
      ['A-0', 'B-0'],
      ['B-0', 'A-0'],
    ])
    expect([...sharedIds([shared('A', 1)])]).toEqual([])
    expect([...sharedIds([shared('A', 1), shared('A', 1)])]).toEqual([])
    expect([otherRef('A-0:ア①', twins), otherRef('B-0', twins), otherRef('A-1:ア', twins)]).toEqual([
      'B-0:ア①',
      'A-0',
      null,
    ])
  })
  it('番号の違う共通の目標どうしは、組にならない', () => {
    const goal = (id: string, name: string) => ({
      id,
      title: '架空',
      points: 4,
      sharedGoal: '共通',
      groups: [group([indicator({ id: name })])],
    })
    const one = set({ set: 'A', goals: [goal('IV', 'A-4'), goal('V', 'A-5')] })
    const two = set({ set: 'B', goals: [goal('V', 'B-5'), goal('IV', 'B-4')] })
    expect(sharedIds([one, two]).get('A-4')).toBe('B-4')
    expect(sharedIds([one, two]).get('B-5')).toBe('A-5')
  })
})

describe('全国平均', () => {
  const counted = (points: number | null, nationalResult?: Subitem['nationalResult']) =>
    group([indicator({ subitems: [subitem('ア', { points, nationalResult })] })])
  it('数と割合から計算し、分からないものがあれば計算しない', () => {
    const value = (...groups: Group[]) => {
      const mean = nationalMean(groups)
      return mean && Number(mean.over) / Number(mean.under)
    }
    expect(value(counted(4, { of: 10, scoredMunicipalities: 5 }))).toBe(2)
    expect(value(counted(4, { of: 10, scoredShare: 0.75 }))).toBe(3)
    expect(
      value(counted(4, { of: 10, scoredShare: 0.75 }), counted(2, { of: 10, scoredMunicipalities: 5 })),
    ).toBe(4)
    expect(value(counted(null, { of: 10, scoredMunicipalities: 5 }))).toBeNull()
    expect(value(counted(4))).toBeNull()
    expect(value(counted(4, { of: 10 }))).toBeNull()
    expect(value(counted(4, { of: 10, scoredShare: 1 }), counted(4, { of: 9, scoredShare: 1 }))).toBeNull()
    expect(value()).toBeNull()
  })
  it('許すずれは、ちょうどまで', () => {
    const near = (hundredths: number) => isNear({ over: 200n, under: 100n }, hundredths / 100, 5)
    expect([194, 195, 200, 205, 206].map(near)).toEqual([false, true, true, true, false])
  })
  it('公表の平均のない定義は、比べない。群を名指せば、その群だけを比べる', () => {
    const one = (points_check?: { goal: string; group?: string; publishedNationalMean: number }[]) =>
      set(
        { completeness: points_check ? { points_check } : undefined },
        counted(4, { of: 10, scoredMunicipalities: 5 }),
        { ...counted(2, { of: 10, scoredMunicipalities: 5 }), kind: 'katsudo' },
      )
    expect(differingMeans(one(), 5)).toEqual([])
    expect(differingMeans(one([]), 5)).toEqual([])
    expect(differingMeans(one([{ goal: 'I', publishedNationalMean: 3 }]), 5)).toEqual([])
    expect(differingMeans(one([{ goal: 'I', group: 'katsudo', publishedNationalMean: 1 }]), 5)).toEqual([])
    expect(differingMeans(one([{ goal: 'I', group: 'katsudo', publishedNationalMean: 3 }]), 5)).toEqual([
      { of: '目標I katsudo', recomputed: '1.00', published: 3 },
    ])
    expect(differingMeans(one([{ goal: 'II', publishedNationalMean: 3 }]), 5)).toEqual([
      { of: '目標II', recomputed: '計算できない', published: 3 },
    ])
  })
})

describe('公表された得点', () => {
  const goal = (points: number, rest: object = {}) => ({ points, ...rest })
  const grant = (rest: object) => ({ I: goal(10, rest), II: goal(10), III: goal(10), IV: goal(10) })
  const codes = (rest: object) =>
    publishedProblems({ suishin: grant(rest), shien: grant({}) }, {}, 100).map(({ code }) => code)
  it('群が片方だけなら、目標の点を超えないことだけを見る', () => {
    expect([
      codes({ taisei: 10 }),
      codes({ katsudo: 10 }),
      codes({ taisei: 11 }),
      codes({ katsudo: 99 }),
      codes({ taisei: 6, katsudo: 4 }),
      codes({ taisei: 6, katsudo: 5 }),
    ]).toEqual([[], [], ['groups-differ'], ['groups-differ'], [], ['groups-differ']])
  })
})

describe('多くの市町村が得点している小項目', () => {
  it('割合は数からも出し、分からないものと配点のないものは並べない', () => {
    const result = (nationalResult?: Subitem['nationalResult'], points: number | null = 1) => ({
      nationalResult,
      points,
    })
    const subitems = [
      result({ of: 1000, scoredMunicipalities: 600 }),
      result({ of: 1000, scoredMunicipalities: 599 }),
      result({ of: 3, scoredMunicipalities: 2 }),
      result({ of: 1000, scoredShare: 0.6 }),
      result({ of: 1000 }),
      result(),
      result({ of: 1000, scoredShare: 1 }, null),
    ].map((given, at) => subitem('アイウエオカキ'[at]!, given))
    const one = [set({}, group([indicator({ subitems })]))]
    const found = quickWins(one, scoreSets(one, { 'X-1:ウ': 'no' }), 'taisei', 600)
    expect(
      found.map(({ ref, nationalPerMille, isUnanswered }) => [ref, nationalPerMille, isUnanswered]),
    ).toEqual([
      ['X-1:ア', 600, true],
      ['X-1:ウ', 666, false],
      ['X-1:エ', 600, true],
    ])
    expect(quickWins(one, scoreSets(one, {}), 'katsudo', 600)).toEqual([])
  })
  it('良い方を採る指標では、足される点だけを並べ、上限に届いていれば並べない', () => {
    const subitems = ['ア①', 'ア②', 'イ①', 'イ②', 'イ③'].map((key) =>
      subitem(key, {
        points: 5,
        answerType: 'nationalRelativeRank',
        nationalResult: { of: 10, scoredShare: 1 },
      }),
    )
    const best = indicator({
      maxPoints: 12,
      subitems,
      scoring: { type: 'bestOf', alternatives: ['ア', 'イ'], cap: 12 },
    })
    const one = [
      set({ goals: [{ id: 'I', title: '架空', points: 12, groups: [group([best], 12)] }], pointsTotal: 12 }),
    ]
    const wins = (ア: number, イ: number) =>
      quickWins(one, scoreSets(one, { 'X-1:ア': { steps: ア }, 'X-1:イ': { steps: イ } }), 'taisei', 600).map(
        ({ ref, points }) => [ref, points],
      )
    expect(wins(0, 3)).toEqual([])
    expect(wins(2, 0)).toEqual([['X-1:イ③', 2]])
    expect(wins(1, 0)).toEqual([
      ['X-1:イ②', 5],
      ['X-1:イ③', 2],
    ])
    expect(wins(0, 0)).toEqual([
      ['X-1:イ①', 5],
      ['X-1:イ②', 5],
      ['X-1:イ③', 2],
    ])
  })
})

describe('定義の違い', () => {
  const of = (...all: [id: string, title: string, points?: number | null][]) =>
    set(
      {},
      group(
        all.map(([id, title, points = 4]) =>
          indicator({ id, title, maxPoints: points, subitems: [subitem('ア', { points })] }),
        ),
      ),
    )
  const changes = (before: IndicatorSet, after: IndicatorSet) =>
    compareSets(before, after).map(({ kind, id, before: was, details }) =>
      [kind, id, was ?? '', ...details].join(' '),
    )

  it('題名が同じものを先に組にし、残りを似た題名で組にする', () => {
    const before = of(['a', '認知症サポーターの養成'], ['b', '認知症サポーターの養成と活用'])
    const after = of(['c', '認知症サポーターの養成と活用'], ['d', '認知症サポーターの養成'])
    expect(changes(before, after)).toEqual(['changed c b 番号: b → c', 'changed d a 番号: a → d'])
  })
  it('似た題名が二つあれば、より似ている方と組にし、同じものを二度使わない', () => {
    const before = of(['a', '通いの場の把握と分析'], ['b', '通いの場の把握と分析と改善'])
    const after = of(['c', '通いの場の把握と分析と改善の計画'], ['d', '通いの場の把握と分析の計画'])
    expect(changes(before, after)).toEqual(['changed c b 番号: b → c', 'changed d a 番号: a → d'])
  })
  it('似ていないものは、新しいものとなくなったものとして、配点とともに言う', () => {
    expect(changes(of(['a', '入退院支援の実施']), of(['a', '難聴高齢者の早期発見', null]))).toEqual([
      'new a  配点は未確認（ア 未確認）',
      'dropped a  4点（ア 4点）',
    ])
    const empty = set({}, group([indicator({ id: 'z', title: '中身のない指標', subitems: [] })]))
    expect(changes(of(), empty)).toEqual(['new z  4点（小項目は未確認）'])
  })
  it('半分の文字が同じなら似ているとし、それより少なければ似ていない', () => {
    expect(changes(of(['a', 'あいうえお']), of(['b', 'あいうかき']))).toEqual(['changed b a 番号: a → b'])
    expect(changes(of(['a', 'あいうえお']), of(['b', 'あいかきく']))).toEqual([
      'new b  4点（ア 4点）',
      'dropped a  4点（ア 4点）',
    ])
  })
  it('短い題名が長い題名の中にあれば、似ている', () => {
    expect(changes(of(['a', '通いの場']), of(['b', '地域における通いの場への参加の促進']))).toEqual([
      'changed b a 番号: a → b',
    ])
  })
  it('句読点と幅の違いは、題名の違いではない', () => {
    expect(changes(of(['a', '把握、分析（１）']), of(['a', '把握・分析(1)']))).toEqual([])
  })
  it('対応表があれば、それだけに従う', () => {
    const after = {
      ...of(['a', '同じ題名'], ['b', '別の題名']),
      idMap: [{ from: 'a', to: 'b', relation: 'changed' as const }],
    }
    expect(changes(of(['a', '同じ題名']), after)).toEqual(['new a  4点（ア 4点）', 'changed b a 番号: a → b'])
  })
  it('点の決まりと満点の違いを言う', () => {
    const before = of(['a', '同じ題名'])
    const after = set(
      {},
      group([indicator({ id: 'a', title: '同じ題名', maxPoints: 5, scoring: { type: 'importedOnly' } })]),
    )
    expect(changes(before, after)).toEqual(['changed a  満点: 4 → 5 点の決まり: sum → importedOnly'])
    expect(IndicatorSet.safeParse(after).success).toBe(true)
  })
})
