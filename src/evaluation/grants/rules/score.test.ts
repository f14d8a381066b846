import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runRule } from '../../../platform/computation/index.ts'
import { deliveredNames, deliveredSet } from '../delivered-sets.ts'
import { type Answer, type Answers, type Indicator, IndicatorSet, type Subitem } from '../schema.ts'
import { answerProblems } from './check-answers.ts'
import { scoreIndicator } from './score-indicator.ts'
import { laddersOf } from './score-ladder.ts'
import { indicatorsOf, type ScoredSets, scoreSets } from './score-set.ts'
import { rule } from './sum-by-set.rule.ts'

const R8 = ['kofukin-suishin-municipality-R8', 'kofukin-shien-municipality-R8']
const sets = R8.map((name) => deliveredSet(name)!)
const refs = indicatorsOf(sets).flatMap(({ id, subitems }) => subitems.map(({ key }) => `${id}:${key}`))
const find = (id: string): Indicator => indicatorsOf(sets).find((one) => one.id === id)!
const score = (id: string, answers: Answers) => scoreIndicator(find(id), (ref) => answers[ref], 1741)
const points = (id: string, answers: Answers) => score(id, answers).score

/** An invented indicator. */
const indicator = (
  scoring: Indicator['scoring'],
  subitems: Partial<Subitem>[],
  maxPoints: number | null,
): Indicator => ({
  id: 'X',
  title: '架空の指標',
  titleStatus: 'reconstructed',
  maxPoints,
  computedBy: 'municipality',
  scoring,
  subitems: subitems.map((one, at) => ({
    key: 'アイウエオ'[at]!,
    text: null,
    textStatus: 'unknown',
    points: 4,
    answerType: 'yesNoWithEvidence',
    ...one,
  })),
})
const of = (one: Indicator, answers: Answers) => scoreIndicator(one, (ref) => answers[ref])

describe('未回答、いいえ、根拠待ちの区別', () => {
  it('未回答は、いいえとは違い、まだ得られる点に数える', () => {
    expect(points('S-I-1', { 'S-I-1:ア': 'yes', 'S-I-1:イ': 'no' })).toEqual({
      earned: 4,
      awaiting: 0,
      unknown: 8,
      possible: 16,
      unpointed: 0,
      status: '一部未確定',
    })
    const unanswered = {
      'S-I-1:ア': 'unanswered',
      'S-I-1:イ': 'no',
      'S-I-1:ウ': 'no',
      'S-I-1:エ': 'no',
    } as const
    expect(points('S-I-1', unanswered)).toMatchObject({ earned: 0, unknown: 4, status: '一部未確定' })
    expect(points('S-I-1', { ...unanswered, 'S-I-1:ア': 'no' })).toMatchObject({
      earned: 0,
      unknown: 0,
      status: '確定',
    })
  })
  it('根拠待ちは確実に入れず、見込みに入れ、試算とする', () => {
    const answers = {
      'S-I-1:ア': 'yesWithoutEvidence',
      'S-I-1:イ': 'yes',
      'S-I-1:ウ': 'no',
      'S-I-1:エ': 'no',
    } as const
    expect(points('S-I-1', answers)).toMatchObject({ earned: 4, awaiting: 4, unknown: 0, status: '試算' })
  })
  it('配点の分からない小項目は、答えても0点とせず、一部未確定とする', () => {
    const one = indicator({ type: 'sum' }, [{ points: null }, { points: 3 }], null)
    expect(of(one, { 'X:ア': 'yes', 'X:イ': 'yes' }).score).toEqual({
      earned: 3,
      awaiting: 0,
      unknown: 0,
      possible: null,
      unpointed: 1,
      status: '一部未確定',
    })
  })
  it('小項目ごとの記録に、番号、決まり、回答、点が残る', () => {
    expect(score('S-I-1', { 'S-I-1:ア': 'yes' }).trace).toEqual([
      { ref: 'S-I-1:ア', rule: '4点', input: 'はい', points: 4 },
      { ref: 'S-I-1:イ', rule: '4点', input: '未回答', points: null },
      { ref: 'S-I-1:ウ', rule: '4点', input: '未回答', points: null },
      { ref: 'S-I-1:エ', rule: '4点', input: '未回答', points: null },
    ])
  })
  it('前提の小項目が得点しなければ、その先も得点しない', () => {
    const one = indicator({ type: 'sum' }, [{}, { requires: ['ア'] }], 8)
    expect(of(one, { 'X:ア': 'no', 'X:イ': 'yes' }).score.earned).toBe(0)
    expect(of(one, { 'X:ア': 'yes', 'X:イ': 'yes' }).score.earned).toBe(8)
    expect(of(one, { 'X:イ': 'yes' }).score).toMatchObject({ earned: 0, unknown: 8 })
    expect(of(one, { 'X:ア': 'yesWithoutEvidence', 'X:イ': 'yes' }).score).toMatchObject({
      earned: 0,
      awaiting: 8,
    })
    expect(of(one, { 'X:イ': 'no' }).score).toMatchObject({ earned: 0, unknown: 4 })
  })
})

describe('相対評価', () => {
  it.each([
    [174, 12],
    [175, 9],
    [1218, 3],
    [1219, 0],
  ])('今年度の評価得点 %i位は%i点（試算）', (rank, earned) => {
    expect(points('S-I-5', { 'S-I-5': { rank } })).toMatchObject({ earned, unknown: 0, status: '試算' })
  })
  it('取り込んだ段階の数と小項目の結果は確定で、順位に勝つ', () => {
    expect(points('S-I-5', { 'S-I-5': { steps: 2 } })).toMatchObject({ earned: 6, status: '確定' })
    const imported: Answers = {
      'S-I-5': { rank: 1 },
      'S-I-5:ア': 'scored',
      'S-I-5:イ': 'notScored',
      'S-I-5:ウ': 'notScored',
      'S-I-5:エ': 'notScored',
    }
    expect(points('S-I-5', imported)).toMatchObject({ earned: 3, status: '確定' })
  })
  it('任意の取組は、実施した市町村を母数にし、実施していなければ0点', () => {
    expect(points('S-III-3', { 'S-III-3': { rank: 287, of: 575 } })).toMatchObject({
      earned: 6,
      status: '試算',
    })
    expect(points('S-III-3', { 'S-III-3': { rank: 288, of: 575 } })).toMatchObject({ earned: 3 })
    expect(points('S-III-3', { 'S-III-3': 'notDone' })).toMatchObject({ earned: 0, status: '確定' })
    expect(points('S-III-3', {})).toMatchObject({ earned: 0, unknown: 12, status: '一部未確定' })
  })
  it('実施市町村の数がなければ、全国の数で代えない', () => {
    expect(points('S-III-3', { 'S-III-3': { rank: 10 } })).toMatchObject({ earned: 0, unknown: 12 })
  })
  it('段階の分からない指標は、全国の結果だけで数える', () => {
    expect(
      points('D-II-6', {
        'D-II-6:ア': 'scored',
        'D-II-6:イ': 'scored',
        'D-II-6:ウ': 'notScored',
        'D-II-6:エ': 'notScored',
      }),
    ).toMatchObject({ earned: 6, status: '確定' })
    expect(points('D-II-6', {})).toMatchObject({ unknown: 12, unpointed: 0 })
  })
  it('二つの割合を足す指標は、それぞれの段階を足す', () => {
    expect(laddersOf('D-I-11', find('D-I-11').subitems).map(({ ref }) => ref)).toEqual([
      'D-I-11:ア',
      'D-I-11:イ',
    ])
    expect(points('D-I-11', { 'D-I-11:ア': { steps: 2 }, 'D-I-11:イ': { steps: 4 } })).toMatchObject({
      earned: 6,
      possible: 8,
    })
  })
})

describe('良い方を採る指標と、上限のある指標', () => {
  it('水準と変化の良い方だけを採り、他方の点は記録からも消す', () => {
    const { score: best, trace } = score('S-IV-1', { 'S-IV-1:ア': { steps: 1 }, 'S-IV-1:イ': { steps: 3 } })
    expect(best).toMatchObject({ earned: 15, unknown: 0, possible: 20, status: '確定' })
    expect(trace.map(({ points: one }) => one)).toEqual([0, 0, 0, 0, 5, 5, 5, 0])
    expect(trace[0]!.input).toContain('採らない方')
  })
  it('同点なら先に並ぶ方', () => {
    const { trace } = score('S-IV-1', { 'S-IV-1:ア': { steps: 2 }, 'S-IV-1:イ': { steps: 2 } })
    expect(trace.map(({ points: one }) => one)).toEqual([5, 5, 0, 0, 0, 0, 0, 0])
  })
  it('片方が分からなければ、満点までの残りが未確定で、満点なら確定', () => {
    expect(points('S-IV-1', { 'S-IV-1:ア': { steps: 1 } })).toMatchObject({
      earned: 5,
      unknown: 15,
      status: '一部未確定',
    })
    expect(points('S-IV-1', { 'S-IV-1:ア': { steps: 4 } })).toMatchObject({ earned: 20, unknown: 0 })
    expect(points('S-IV-1', { 'S-IV-1:ア': { rank: 500 }, 'S-IV-1:イ': 'notDone' })).toMatchObject({
      earned: 15,
      status: '試算',
    })
  })
  it('多様なサービス: 一番良い割合、すべて0ならエ、4点まで', () => {
    const zero = { 'D-I-16:ア': { steps: 0 }, 'D-I-16:イ': { steps: 0 }, 'D-I-16:ウ': { steps: 0 } }
    expect(points('D-I-16', { ...zero, 'D-I-16:エ': 'scored' })).toMatchObject({
      earned: 1,
      unknown: 0,
      possible: 4,
    })
    expect(points('D-I-16', { ...zero, 'D-I-16:エ': 'notScored' })).toMatchObject({ earned: 0, unknown: 0 })
    const three = { ...zero, 'D-I-16:イ': { steps: 3 } }
    expect(points('D-I-16', { ...three, 'D-I-16:エ': 'scored' })).toMatchObject({ earned: 3, status: '確定' })
    const { trace } = score('D-I-16', { ...three, 'D-I-16:エ': 'scored' })
    expect(trace.reduce((sum, one) => sum + (one.points ?? 0), 0)).toBe(3)
    expect(points('D-I-16', {})).toMatchObject({ earned: 0, unknown: 4 })
  })
})

describe('ほかの点の決まり', () => {
  const levels = { '1': 0, '2': 2, '3': 5 }
  it('段階の表: 選んだ段階の点。表にない段階は分からない', () => {
    const one = indicator({ type: 'mapLevels', levels }, [{ answerType: 'choiceLevel', points: 5 }], 5)
    expect(of(one, { 'X:ア': { level: '2' } }).score).toMatchObject({ earned: 2, status: '試算' })
    expect(of(one, { 'X:ア': { level: '9' } }).score).toMatchObject({ earned: 0, unknown: 5 })
    const unstated = indicator(
      { type: 'mapLevels', levels },
      [{ answerType: 'choiceLevel', points: null }],
      5,
    )
    expect(of(unstated, {}).score).toMatchObject({ unknown: 5, unpointed: 0, status: '一部未確定' })
    expect(of(unstated, { 'X:ア': { level: '3' } }).score).toMatchObject({
      earned: 5,
      unknown: 0,
      status: '試算',
    })
  })
  it('複数の選択: 選んだものの点の和', () => {
    const one = indicator({ type: 'mapLevels', levels }, [{ answerType: 'multipleChoice', points: 7 }], 7)
    expect(of(one, { 'X:ア': { chosen: ['2', '3'] } }).score.earned).toBe(7)
    expect(of(one, { 'X:ア': { chosen: [] } }).score).toMatchObject({ earned: 0, unknown: 0 })
    expect(of(one, { 'X:ア': { chosen: ['9'] } }).score.unknown).toBe(7)
  })
  it.each([
    [9.9, 0],
    [10, 2],
    [19.9, 2],
    [20, 5],
  ])('境の表: %d は%i点（境は含む）', (value, earned) => {
    const limits = [
      { limit: 10, points: 2 },
      { limit: 20, points: 5 },
    ]
    const one = indicator(
      { type: 'thresholds', direction: 'desc', limits },
      [{ answerType: 'numeric', points: 5 }],
      5,
    )
    expect(of(one, { 'X:ア': { value } }).score.earned).toBe(earned)
  })
  it.each([
    [1, 3, 0],
    [1, 2, 3],
    [2, 3, 3],
  ])('割合の境（500‰）: %i／%i は%i点', (numerator, denominator, earned) => {
    const scoring = { type: 'thresholds', direction: 'desc', limits: [{ limit: 500, points: 3 }] } as const
    const one = indicator(
      { ...scoring, limits: [...scoring.limits] },
      [{ answerType: 'ratio', points: 3 }],
      3,
    )
    expect(of(one, { 'X:ア': { numerator, denominator } }).score.earned).toBe(earned)
  })
  it('小さいほど良い境', () => {
    const scoring = {
      type: 'thresholds' as const,
      direction: 'asc' as const,
      limits: [{ limit: 5, points: 3 }],
    }
    const one = indicator(scoring, [{ answerType: 'numeric', points: 3 }], 3)
    expect([4, 5, 6].map((value) => of(one, { 'X:ア': { value } }).score.earned)).toEqual([3, 3, 0])
  })
  it('按分: 割合に応じた配点の切捨て、1を超えない', () => {
    const one = indicator({ type: 'proportional' }, [{ answerType: 'ratio', points: 10 }], 10)
    const earned = (numerator: number, denominator: number) =>
      of(one, { 'X:ア': { numerator, denominator } }).score.earned
    expect([earned(0, 3), earned(2, 3), earned(3, 3), earned(4, 3)]).toEqual([0, 6, 10, 10])
  })
  it('すべての要件: 一つでもいいえなら0点、未回答なら未確定', () => {
    const one = indicator({ type: 'allRequirements', points: 100 }, [{ points: null }, { points: null }], 100)
    const status = (a?: Answer, b?: Answer) =>
      of(one, { ...(a && { 'X:ア': a }), ...(b && { 'X:イ': b }) }).score
    expect(status('yes', 'yes')).toMatchObject({ earned: 100, unknown: 0, status: '確定' })
    expect(status('yes', 'no')).toMatchObject({ earned: 0, unknown: 0, status: '確定' })
    expect(status('no')).toMatchObject({ earned: 0, unknown: 0 })
    expect(status('yes')).toMatchObject({ earned: 0, unknown: 100, status: '一部未確定' })
    expect(status('yes', 'yesWithoutEvidence')).toMatchObject({ earned: 0, awaiting: 100, status: '試算' })
    expect(of(one, { 'X:ア': 'yes', 'X:イ': 'yes' }).trace.at(-1)).toMatchObject({
      ref: 'X',
      input: '2／2',
      points: 100,
    })
  })
  it('点のない調査は0点満点、輸入だけの指標は全国の結果だけ', () => {
    expect(of(indicator({ type: 'none' }, [{}], 0), {}).score).toMatchObject({ possible: 0, status: '確定' })
    expect(of(indicator({ type: 'sum' }, [], 0), {}).score).toMatchObject({ unpointed: 0, status: '確定' })
    expect(of(indicator({ type: 'sum' }, [], 4), {}).score).toMatchObject({
      unpointed: 1,
      status: '一部未確定',
    })
    const imported = indicator({ type: 'importedOnly' }, [{ answerType: 'nationalDerived' }], 4)
    expect(of(imported, { 'X:ア': 'scored' }).score).toMatchObject({ earned: 4, status: '確定' })
    expect(of(imported, {}).score.unknown).toBe(4)
  })
})

describe('回答にない小項目は得点なし、とするとき', () => {
  const total = (answers: Answers) => scoreSets(sets, answers, true).total
  it.each([
    [{ 'S-I-5': { steps: 4 } }, 12, '確定'],
    [{ 'S-I-5': { rank: 100 } }, 12, '試算'],
    [{ 'S-IV-1:ア': { steps: 4 } }, 40, '確定'],
    [{ 'D-IV-1:ア': { steps: 4 } }, 40, '確定'],
    [{ 'S-I-5:ア': 'scored' }, 3, '確定'],
    [{ 'S-I-5': { steps: 2 }, 'S-I-5:ア': 'scored' }, 6, '確定'],
    [{ 'S-I-5': { rank: 1 }, 'S-I-5:ア': 'scored' }, 3, '確定'],
    [{ 'D-II-6': { steps: 2 } }, 6, '確定'],
    [{}, 0, '確定'],
  ] as [Answers, number, string][])(
    '段階のまとまりへの回答は消えない: %j は%i点（%s）',
    (answers, earned, status) => expect(total(answers)).toMatchObject({ earned, unknown: 0, status }),
  )
  it('まとまりを未回答と答えれば、未確定のまま', () =>
    expect(total({ 'S-I-5': 'unanswered' })).toMatchObject({ earned: 0, unknown: 12, status: '一部未確定' }))
  it('取り込んだ段階の数は、小項目の未回答に勝つ', () => {
    expect(points('S-I-5', { 'S-I-5': { steps: 2 }, 'S-I-5:エ': 'unanswered' })).toMatchObject({
      earned: 6,
      status: '確定',
    })
    expect(points('D-II-6', { 'D-II-6': { steps: 2 } })).toMatchObject({ earned: 6, status: '確定' })
  })
})

describe('食い違う回答', () => {
  const found = (answers: Answers, isRestNotScored = false) =>
    answerProblems(sets, answers, { isRestNotScored }).map(({ code, path }) => [code, path])
  it.each([
    [{ 'S-I-5': { steps: 4 }, 'S-I-5:ア': 'notScored' }, 'answers.S-I-5'],
    [{ 'S-I-5': { steps: 1 }, 'S-I-5:イ': 'scored' }, 'answers.S-I-5'],
    [{ 'S-III-3': 'notDone', 'S-III-3:ア': 'scored' }, 'answers.S-III-3'],
    [{ 'S-I-5:ア': 'notScored', 'S-I-5:エ': 'scored' }, 'answers.S-I-5:ア'],
    [{ 'S-IV-1:ア①': 'notScored', 'S-IV-1:ア②': 'scored' }, 'answers.S-IV-1:ア①'],
  ] as [Answers, string][])('%j は断る', (answers, path) =>
    expect(found(answers)).toEqual([['steps-contradict', path]]),
  )
  it('共通の目標のもう一方の番号との食い違いも断る', () =>
    expect(found({ 'S-IV-2': { steps: 4 }, 'D-IV-2:ア': 'notScored' })[0]![0]).toBe('steps-contradict'))
  it('段階は積み重なるので、上の段階だけを並べた表は断る。未回答が残るだけなら断らない', () => {
    expect(found({ 'S-I-5:イ': 'scored' }, true)).toEqual([['steps-contradict', 'answers.S-I-5:イ']])
    expect(found({ 'S-I-5:イ': 'scored' })).toEqual([])
    expect(found({ 'S-I-5:ア': 'scored', 'S-I-5': { steps: 1 } })).toEqual([])
    expect(found({ 'D-II-6:ア': 'notScored', 'D-II-6:イ': 'scored' })).toEqual([])
  })
  const run = (answers: Answers) => {
    const outcome = runRule(rule, { sets: R8, answers }, { on: '2026-04-01' })
    return outcome.ok ? outcome.answer.value.total.earned : outcome.problems.map(({ code }) => code)
  }
  it('順位と母数は、市町村の数を超えない', () => {
    expect(run({ 'S-I-5': { rank: 1741 } })).toBe(0)
    expect(run({ 'S-I-5': { rank: 1742 } })).toEqual(['rank-above-population'])
    expect(run({ 'S-I-5': { rank: 174, of: 1741 } })).toBe(12)
    expect(run({ 'S-I-5': { rank: 1, of: 1742 } })).toEqual(['population-above-all'])
    expect(run({ 'S-III-3': { rank: 1, of: 1_000_000 } })).toEqual(['population-above-all'])
  })
  it('都道府県分の順位は、都道府県の数を超えない', () => {
    const one = [deliveredSet('kofukin-suishin-prefecture-R8')!]
    const population = () => ({ municipalities: 1741, prefectures: 47 })
    const codes = (rank: number) =>
      answerProblems(one, { 'PS-I-3': { rank } }, { population }).map(({ code }) => code)
    expect([codes(47), codes(48)]).toEqual([[], ['rank-above-population']])
    const centre = [{ ...one[0]!, audience: '地域包括支援センター' as const }]
    expect(answerProblems(centre, { 'PS-I-3': { rank: 48 } }, { population })).toEqual([])
  })
  it('小項目ごとに答える指標に、まとまりの回答は受け取らない', () => {
    expect(run({ 'S-I-1': { steps: 2 } })).toEqual(['answer-kind'])
    expect(run({ 'D-I-16': { steps: 1 } })).toEqual(['answer-kind'])
  })
})

describe('回答の検査', () => {
  const codes = (answers: Answers) => answerProblems(sets, answers).map(({ code }) => code)
  it.each([
    [{ 'S-I-9:ア': 'yes' }, 'unknown-subitem'],
    [{ 'S-I-1:オ': 'yes' }, 'unknown-subitem'],
    [{ 'S-I-1': 'yes' }, 'answer-kind'],
    [{ 'S-I-1:ア': 'notDone' }, 'answer-kind'],
    [{ 'S-I-1:ア': { rank: 1 } }, 'answer-kind'],
    [{ 'S-I-5:ア': 'yes' }, 'answer-kind'],
    [{ 'S-I-5': 'yes' }, 'answer-kind'],
    [{ 'S-I-5': { value: 3 } }, 'answer-kind'],
    [{ 'S-I-5': { steps: 5 } }, 'too-many-steps'],
    [{ 'S-I-5': { rank: 10, of: 9 } }, 'rank-above-population'],
    [{ 'S-III-3': { rank: 9 } }, 'implementers-needed'],
    [{ 'D-II-6': { rank: 9 } }, 'steps-unknown'],
    [{ 'S-IV-2': { steps: 1 }, 'D-IV-2': { steps: 2 } }, 'shared-goal-differs'],
  ] as [Answers, string][])('%j は %s', (answers, code) => expect(codes(answers)[0]).toBe(code))
  it.each([
    { 'S-I-5': { steps: 4 } },
    { 'S-I-5': 'unanswered' },
    { 'S-I-5': { rank: 9 } },
    { 'S-IV-1:ア': { rank: 9 } },
    { 'S-III-3': { rank: 9, of: 9 } },
    { 'S-I-5': { rank: 9, of: 9 } },
    { 'S-III-3': 'notDone' },
    { 'S-IV-2': { steps: 1 }, 'D-IV-2': { steps: 1 } },
    { 'D-II-6': { steps: 2 } },
  ] as Answers[])('%j は受け取る', (answers) => expect(codes(answers)).toEqual([]))
  it('すべての理由を一度に言う', () => {
    const outcome = runRule(
      rule,
      { sets: R8, answers: { 'S-I-1:ア': { rank: 1 }, 'X-1:ア': 'yes' } },
      { on: '2026-04-01' },
    )
    expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual([
      'answer-kind',
      'unknown-subitem',
    ])
  })
  it('同じ定義を2回入れれば断る', () => {
    const outcome = runRule(rule, { sets: [R8[0], R8[0]], answers: {} }, { on: '2026-04-01' })
    expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(['set-twice'])
  })
  it('定義の文書そのものでも計算できる', () => {
    const outcome = runRule(rule, { sets: [{ ...sets[0] }], answers: {} }, { on: '2026-04-01' })
    expect(outcome.ok && outcome.answer.value.total).toMatchObject({
      earned: 0,
      unknown: 400,
      status: '一部未確定',
    })
  })
})

describe('都道府県分', () => {
  const prefecture = ['suishin', 'shien'].map((name) => deliveredSet(`kofukin-${name}-prefecture-R8`)!)
  const goals = (answers: Answers) => scoreSets(prefecture, answers).sets[0]!.goals
  it('推進Ⅰは順位（47都道府県）と回答から計算できる', () => {
    const answers: Answers = {
      'PS-I-1:ア': 'yes',
      'PS-I-2:オ': 'scored',
      'PS-I-3': { rank: 4 },
      'PS-I-4': { rank: 5 },
      'PS-I-5': { rank: 32 },
      'PS-I-6': { rank: 33 },
    }
    const [first] = goals(answers)
    expect(first!.score).toMatchObject({ earned: 6 + 6 + 8 + 6 + 2, possible: 100, unpointed: 0 })
  })
  it('配点を見ていない目標は、0点ではなく一部未確定', () => {
    const [, second] = goals({})
    expect(second!.score).toMatchObject({ earned: 0, possible: 100, status: '一部未確定' })
    expect(second!.score.unpointed).toBeGreaterThan(0)
    const { total } = scoreSets(prefecture, {})
    expect(total).toMatchObject({ possible: 800, status: '一部未確定' })
  })
  it('中身のない定義（令和6・7年度）も、0点ではない', () => {
    const open = { earned: 0, unpointed: 4, status: '一部未確定' }
    expect(scoreSets([deliveredSet('kofukin-suishin-prefecture-R6')!], {}).total).toMatchObject({
      ...open,
      possible: null,
    })
    expect(scoreSets([deliveredSet('kofukin-suishin-prefecture-R7')!], {}).total).toMatchObject({
      ...open,
      possible: 400,
    })
  })
})

describe('いつも成り立つこと', () => {
  const anyAnswer = fc.constantFrom<Answer[]>('scored', 'notScored', 'unanswered')
  const anyAnswers = fc
    .array(anyAnswer, { minLength: refs.length, maxLength: refs.length })
    .map((all) =>
      Object.fromEntries(refs.filter((ref) => !ref.startsWith('D-IV')).map((ref, at) => [ref, all[at]!])),
    )
  const sum = (scored: ScoredSets, name: 'earned' | 'unknown') =>
    scored.sets.map(({ score: whole, goals }) => {
      const ofGoals = goals.reduce((all, goal) => all + goal.score[name], 0)
      const ofGroups = goals
        .flatMap(({ groups }) => groups)
        .reduce((all, group) => all + group.score[name], 0)
      const ofAll = goals
        .flatMap(({ indicators }) => indicators)
        .reduce((all, one) => all + one.score[name], 0)
      return [whole[name], ofGoals, ofGroups, ofAll]
    })

  it('合計は部分の和で、記録の点の和でもあり、満点を超えない', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const scored = scoreSets(sets, answers)
        for (const name of ['earned', 'unknown'] as const)
          for (const [whole, ...parts] of sum(scored, name))
            for (const part of parts) expect(part).toBe(whole)
        const { total, byKind } = scored
        expect(total.earned + total.unknown).toBeLessThanOrEqual(800)
        expect(Object.values(byKind).reduce((all, one) => all + one.earned, 0)).toBe(total.earned)
        const lines = scored.sets.flatMap(({ goals }) =>
          goals.flatMap(({ indicators }) => indicators.flatMap(({ trace }) => trace)),
        )
        expect(lines.reduce((all, one) => all + (one.points ?? 0), 0)).toBe(total.earned)
        expect(lines).toHaveLength(refs.length)
        expect(total.status === '確定').toBe(total.unknown === 0)
        expect(scored.sets[0]!.goals[3]!.score).toEqual(scored.sets[1]!.goals[3]!.score)
      }),
      { numRuns: 30 },
    )
  })
  it('答えを一つ良くして、点が減ることはなく、確定した点と未確定の和も増えない', () => {
    fc.assert(
      fc.property(anyAnswers, fc.nat(refs.length - 33), (answers, at) => {
        const ref = Object.keys(answers)[at]!
        const [less, open, more] = (['notScored', 'unanswered', 'scored'] as const).map(
          (answer) => scoreSets(sets, { ...answers, [ref]: answer }).total,
        )
        expect(less!.earned).toBeLessThanOrEqual(open!.earned)
        expect(open!.earned).toBeLessThanOrEqual(more!.earned)
        expect(open!.earned + open!.unknown).toBeGreaterThanOrEqual(more!.earned)
      }),
      { numRuns: 30 },
    )
  })
  it('順位が良いほど、点は減らない。段階の数とも合う', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1740 }), (rank) => {
        const [better, worse] = [rank, rank + 1].map(
          (one) => points('S-I-5', { 'S-I-5': { rank: one } }).earned,
        )
        expect(better).toBeGreaterThanOrEqual(worse!)
        expect(points('S-I-5', { 'S-I-5': { steps: better! / 3 } }).earned).toBe(better)
      }),
    )
  })
})

it('どの定義も、すべて得点すれば満点（配点の分かるもの）', () => {
  for (const name of deliveredNames.filter((one) => one.includes('municipality'))) {
    const set = deliveredSet(name)!
    const answers = Object.fromEntries(
      indicatorsOf([set]).flatMap(({ id, subitems }) =>
        subitems.map(({ key }) => [`${id}:${key}`, 'scored' as const]),
      ),
    )
    expect([name, scoreSets([set], answers).total.earned]).toEqual([name, set.pointsTotal])
  }
})

it('形の違う定義は、どこが違うかをすべて言う', () => {
  const outcome = runRule(rule, { sets: [{ schemaVersion: 2, set: '' }], answers: {} }, { on: '2026-04-01' })
  const paths = outcome.ok ? [] : outcome.problems.map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['sets.0.schemaVersion', 'sets.0.set', 'sets.0.goals']))
  expect(IndicatorSet.safeParse(sets[0]).success).toBe(true)
})
