import { describe, expect, it } from 'vitest'
import { runRule } from '../../../platform/computation/index.ts'
import kawasakiR8 from '../cases/kawasaki-machi-R8.json' with { type: 'json' }
import kitashiobaraR6 from '../cases/kitashiobara-R6.json' with { type: 'json' }
import { QUERIES } from '../catalogue.ts'
import { checksumOf } from '../checksum.ts'
import { deliveredDocument, deliveredNames, deliveredSet } from '../delivered-sets.ts'
import { IndicatorSet } from '../schema.ts'
import { setProblems } from './check-set.ts'
import { compareSets } from './compare-sets.ts'
import { rule } from './indicator-set-check.rule.ts'
import { rule as quickWinsRule } from './quick-wins.rule.ts'

const ON = '2026-04-01'
const NAME = 'kofukin-shien-municipality-R7'
type Json = Record<string, unknown>

/** The delivered document with one thing changed. */
function changed(change: (document: IndicatorSet) => unknown, name = NAME): IndicatorSet {
  const copy = IndicatorSet.parse(structuredClone(deliveredDocument(name)))
  change(copy)
  return copy
}
const indicator = (set: IndicatorSet, id: string) =>
  set.goals
    .flatMap(({ groups }) => groups.flatMap(({ indicators }) => indicators))
    .find((one) => one.id === id)!
const codes = (set: IndicatorSet, predecessor?: IndicatorSet) =>
  [...new Set(setProblems(set, { predecessor, toleranceHundredths: 5 }).map(({ code }) => code))].sort()

describe('定義の検査', () => {
  it.each(deliveredNames)('%s は取り込める', (name) => expect(codes(deliveredSet(name)!)).toEqual([]))

  it.each<[string, (set: IndicatorSet) => unknown, string[]]>([
    [
      '小項目の配点が1点違う',
      (set) => Object.assign(indicator(set, 'D-III-1').subitems[0]!, { points: 6 }),
      ['mean-differs', 'sum-differs'],
    ],
    [
      '指標の満点が違う',
      (set) => Object.assign(indicator(set, 'D-III-1'), { maxPoints: 27 }),
      ['sum-differs'],
    ],
    ['群の満点が違う', (set) => Object.assign(set.goals[2]!.groups[0]!, { points: 69 }), ['sum-differs']],
    ['目標の満点が違う', (set) => Object.assign(set.goals[2]!, { points: 101 }), ['sum-differs']],
    ['全体の満点が違う', (set) => Object.assign(set, { pointsTotal: 401 }), ['sum-differs']],
    [
      '上限が満点と違う',
      (set) =>
        Object.assign(indicator(set, 'D-IV-1'), {
          scoring: { type: 'bestOf', alternatives: ['ア', 'イ'], cap: 19 },
        }),
      ['sum-differs'],
    ],
    [
      '指標の番号が2つある',
      (set) => Object.assign(indicator(set, 'D-III-1'), { id: 'D-III-2' }),
      ['id-twice'],
    ],
    [
      '目標の番号が2つある',
      (set) => Object.assign(set.goals[2]!, { id: 'IV' }),
      ['id-twice', 'mean-differs'],
    ],
    [
      '小項目の番号が2つある',
      (set) => Object.assign(indicator(set, 'D-III-1').subitems[0]!, { key: 'イ' }),
      ['key-twice'],
    ],
    [
      '順位の段階に割がない',
      (set) => Object.assign(indicator(set, 'D-II-4').subitems[1]!, { topTenths: null }),
      ['steps-missing'],
    ],
    ['順位の段階の順が逆', (set) => void indicator(set, 'D-II-4').subitems.reverse(), ['steps-order']],
    [
      '同じ割の段階が2つ',
      (set) => Object.assign(indicator(set, 'D-II-4').subitems[1]!, { topTenths: 7 }),
      ['steps-order'],
    ],
    [
      '良い方を採る相手がない',
      (set) =>
        Object.assign(indicator(set, 'D-IV-1'), {
          scoring: { type: 'bestOf', alternatives: ['ア', 'ウ'], cap: 20 },
        }),
      ['alternative-missing'],
    ],
    [
      '知らない値',
      (set) => Object.assign(indicator(set, 'D-II-4').subitems[0]!, { metric: '未知' }),
      ['not-in-catalogue'],
    ],
    [
      '知らない問い合わせ',
      (set) => Object.assign(indicator(set, 'D-II-4'), { autoAnswer: { queryId: 'x' } }),
      ['not-in-catalogue'],
    ],
    [
      '得点した数が全体より多い',
      (set) =>
        Object.assign(indicator(set, 'D-III-1').subitems[0]!, {
          nationalResult: {
            of: 1741,
            scoredMunicipalities: 1742,
          },
        }),
      ['mean-differs', 'result-above-population'],
    ],
    [
      '得点した数も割合もない',
      (set) => Object.assign(indicator(set, 'D-III-1').subitems[0]!, { nationalResult: { of: 1741 } }),
      ['mean-differs', 'result-empty'],
    ],
    [
      '全国平均が0.06点違う',
      (set) =>
        Object.assign(set.completeness!, {
          points_check: [{ goal: 'I', group: 'taisei', publishedNationalMean: 35.18 }],
        }),
      ['mean-differs'],
    ],
  ])('%s', (_, change, expected) => expect(codes(changed(change))).toEqual(expected))

  it('全国平均は0.05点まで許す', () => {
    const near = (mean: number) =>
      codes(
        changed((set) =>
          Object.assign(set.completeness!, {
            points_check: [{ goal: 'I', group: 'taisei', publishedNationalMean: mean }],
          }),
        ),
      )
    // recomputed 35.1235…
    expect([near(35.08), near(35.17), near(35.07), near(35.18)]).toEqual([
      [],
      [],
      ['mean-differs'],
      ['mean-differs'],
    ])
  })
  it('外から取り込む値は、一覧になくてよい', () => {
    const outside = changed((set) => {
      const one = indicator(set, 'D-II-4')
      Object.assign(one.subitems[0]!, { metric: '未知', external: true })
      one.autoAnswer = { queryId: 'x', external: true }
    })
    expect(codes(outside)).toEqual([])
    expect(QUERIES.has('centre.threeProfessionRatio')).toBe(true)
  })
  it('分からない配点は、合計と比べない。分かる分だけで超えれば断る', () => {
    const open = (points: number) =>
      changed((set) => {
        const { subitems } = indicator(set, 'D-III-1')
        subitems[0]!.points = null
        subitems[1]!.points = points
        set.completeness = {}
      })
    expect([codes(open(6)), codes(open(11)), codes(open(12))]).toEqual([[], [], ['sum-differs']])
  })
  it('点の表と境の満点も確かめる', () => {
    const scored = (
      scoring: IndicatorSet['goals'][0]['groups'][0]['indicators'][0]['scoring'],
      type: 'choiceLevel' | 'multipleChoice',
      maxPoints: number,
    ) =>
      changed((set) => {
        const one = indicator(set, 'D-III-1')
        one.scoring = scoring
        one.subitems = [{ key: 'ア', text: null, textStatus: 'unknown', points: maxPoints, answerType: type }]
        one.maxPoints = maxPoints
        set.goals[2]!.groups[0]!.points = maxPoints + 42
        set.goals[2]!.points = maxPoints + 74
        set.pointsTotal = maxPoints + 374
        set.completeness = {}
      })
    const levels = { a: 20, b: 6 }
    expect(codes(scored({ type: 'mapLevels', levels }, 'choiceLevel', 20))).toEqual([])
    expect(codes(scored({ type: 'mapLevels', levels }, 'choiceLevel', 26))).toEqual(['sum-differs'])
    expect(codes(scored({ type: 'mapLevels', levels }, 'multipleChoice', 26))).toEqual([])
    const limits = [
      { limit: 1, points: 4 },
      { limit: 2, points: 9 },
    ]
    expect(codes(scored({ type: 'thresholds', direction: 'desc', limits }, 'choiceLevel', 9))).toEqual([])
    expect(codes(scored({ type: 'none' }, 'choiceLevel', 9))).toEqual(['sum-differs'])
  })
  it('前提の小項目は、前になければならない', () => {
    const requires = (at: number, key: string) =>
      codes(changed((set) => Object.assign(indicator(set, 'D-III-1').subitems[at]!, { requires: [key] })))
    expect([requires(1, 'ア'), requires(0, 'イ'), requires(1, 'イ'), requires(1, 'ケ')]).toEqual([
      [],
      ['requires-unknown'],
      ['requires-unknown'],
      ['requires-unknown'],
    ])
  })
  it('すべての要件の点が満点と違えば断り、全体と同じ数の得点は断らない', () => {
    const name = 'kofukin-seika-shiko-municipality-R8'
    const scoring = (points: number) => (set: IndicatorSet) =>
      Object.assign(indicator(set, 'SEIKA-1'), { scoring: { type: 'allRequirements', points } })
    expect([codes(changed(scoring(100), name)), codes(changed(scoring(99), name))]).toEqual([
      [],
      ['sum-differs'],
    ])
    const all = changed((set) => {
      indicator(set, 'D-III-1').subitems[0]!.nationalResult = { of: 1741, scoredMunicipalities: 1741 }
      set.completeness = {}
    })
    expect(codes(all)).toEqual([])
  })
  it('すべての理由を一度に言う', () => {
    const bad = changed((set) => {
      set.pointsTotal = 1
      indicator(set, 'D-III-1').subitems[0]!.key = 'イ'
      indicator(set, 'D-II-4').subitems[0]!.metric = '未知'
    })
    const outcome = runRule(rule, { definition: bad as Json }, { on: ON })
    expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code).sort()).toEqual([
      'key-twice',
      'not-in-catalogue',
      'sum-differs',
    ])
  })
  it('対応表は、前の年度のすべての指標を覆う', () => {
    const before = deliveredSet('kofukin-shien-municipality-R6')!
    const ids = before.goals.flatMap(({ groups }) =>
      groups.flatMap(({ indicators }) => indicators.map(({ id }) => id)),
    )
    const idMap = ids.map((from) => ({ from, to: from, relation: 'same' as const }))
    expect(
      codes(
        changed((set) => Object.assign(set, { idMap: idMap })),
        before,
      ),
    ).toEqual([])
    expect(
      codes(
        changed((set) => Object.assign(set, { idMap: idMap.slice(1) })),
        before,
      ),
    ).toEqual(['id-map-missing'])
    expect(codes(changed((set) => Object.assign(set, { idMap: idMap.slice(1) })))).toEqual([])
  })
})

describe('チェックサム', () => {
  it('項目の順によらず、中身が変われば変わる。合えば取り込める', async () => {
    const document = deliveredDocument(NAME)!
    const sum = await checksumOf(document)
    expect(sum).toMatch(/^[0-9a-f]{64}$/)
    expect(await checksumOf(Object.fromEntries(Object.entries(document).reverse()))).toBe(sum)
    expect(await checksumOf({ ...document, checksum: 'x' })).toBe(sum)
    expect(await checksumOf({ ...document, title: '別' })).not.toBe(sum)
    const run = (computedChecksum: string) =>
      runRule(rule, { definition: { ...document, checksum: sum }, computedChecksum }, { on: ON })
    const ok = run(sum)
    expect(ok.ok && ok.answer.cautions).toEqual([])
    expect(run('x').ok).toBe(false)
  })
  it('チェックサムがなければ、そう言う', () => {
    const outcome = runRule(rule, { definition: deliveredDocument(NAME)! }, { on: ON })
    expect(outcome.ok && outcome.answer.cautions).toHaveLength(1)
  })
})

describe('前の年度との違い（設計資料 §7.6 の例）', () => {
  const between = (set: string, from: string, to: string) =>
    compareSets(
      deliveredSet(`kofukin-${set}-municipality-${from}`)!,
      deliveredSet(`kofukin-${set}-municipality-${to}`)!,
    ).map(({ kind, id, before }) => `${kind} ${id}${before ? `←${before}` : ''}`)
  it('令和6→7年度', () => {
    expect(between('suishin', 'R6', 'R7')).toEqual(['changed S-II-2'])
    expect(between('shien', 'R6', 'R7')).toEqual([
      'changed D-I-4',
      'changed D-I-7',
      'changed D-II-1←D-II-3',
      'new D-II-3',
      'dropped D-II-1',
    ])
  })
  it('令和7→8年度', () => {
    expect(between('suishin', 'R7', 'R8')).toEqual([])
    expect(between('shien', 'R7', 'R8')).toEqual(['changed D-I-6', 'changed D-II-1'])
  })
  it('同じ定義に違いはない', () => expect(between('shien', 'R8', 'R8')).toEqual([]))
  it('違いは配点を言葉で言い、規則からも出る', () => {
    const outcome = runRule(
      rule,
      {
        definition: deliveredDocument('kofukin-suishin-municipality-R7')!,
        predecessor: deliveredDocument('kofukin-suishin-municipality-R6')!,
      },
      { on: ON },
    )
    const changes = outcome.ok ? outcome.answer.value.changes : null
    expect(changes?.[0]?.details.join()).toMatch(/小項目: ア① 2点、ア② 2点、ア③ 2点.*→ ア 6点/)
    expect(outcome.ok && outcome.answer.cautions).toHaveLength(2)
  })
  it('対応表があれば、題名によらずそれに従う', () => {
    const before = deliveredSet('kofukin-shien-municipality-R6')!
    const after = changed((set) =>
      Object.assign(set, { idMap: [{ from: 'D-II-1', to: 'D-II-1', relation: 'changed' }] }),
    )
    const found = compareSets(before, after).find(({ id }) => id === 'D-II-1')
    expect(found).toMatchObject({ kind: 'changed', details: expect.arrayContaining(['満点: 20 → 25']) })
  })
})

describe('多くの市町村が得点している小項目', () => {
  const run = (input: object) => {
    const outcome = runRule(quickWinsRule, input, { on: ON })
    if (!outcome.ok) throw new Error(outcome.problems[0]!.message)
    return outcome.answer.value
  }
  const scored = (refs: readonly string[]) => Object.fromEntries(refs.map((ref) => [ref, 'scored']))
  it('EV-19 北塩原村 令和6年度: 体制・取組で54の小項目、141点', () => {
    const { items, points } = run({
      sets: kitashiobaraR6.indicatorSets,
      answers: scored(kitashiobaraR6.scoredSubitems),
      isRestNotScored: true,
      group: 'taisei',
    })
    expect([items.length, points]).toEqual([54, 141])
    expect(items.every(({ isUnanswered }) => !isUnanswered)).toBe(true)
  })
  it('未回答の小項目は、得点していないとは言わずに並べる', () => {
    const { items } = run({ sets: kawasakiR8.indicatorSets, answers: {}, group: 'taisei' })
    expect(items.every(({ isUnanswered }) => isUnanswered)).toBe(true)
  })
  it('線の割合はちょうどでも並ぶ', () => {
    const least = (leastPerMille: number) =>
      run({
        sets: kawasakiR8.indicatorSets,
        answers: scored(kawasakiR8.scoredSubitems),
        isRestNotScored: true,
        group: 'taisei',
        leastPerMille,
      }).items.map(({ ref }) => ref)
    expect(least(831)).toEqual(['S-I-4:ア', 'S-II-2:ア'])
    expect(least(832)).toEqual(['S-II-2:ア'])
  })
})
