import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CriterionKey } from '../../../law/casework/kihon-criteria.ts'
import type { InsuredType } from '../codes.ts'
import { ANSWERED_ON, parameters, pointsWith, range } from '../factory.ts'
import { countCriteria } from './criteria.ts'
import { frailtyByTotal } from './frailty.ts'
import { type Certification, judge } from './judgement.ts'
import { itemNumbers, type Points } from './points.ts'

const CATEGORY_1: InsuredType = 'category1Insured'
function judged(
  points: Points,
  insuredType: InsuredType | null = CATEGORY_1,
  certification: Certification | null = null,
) {
  const criteria = countCriteria(points, parameters.criteria).value
  return judge({ criteria, insuredType, certification, answeredOn: ANSWERED_ON })
}
const frailtyOf = (points: Points) => frailtyByTotal(points, parameters.frailty).value

const ALL: CriterionKey[] = ['overall', 'motor', 'nutrition', 'oral', 'seclusion', 'cognition', 'depression']

describe('CHK-03・CHK-04・FRL-01 判定の例', () => {
  it.each([
    ['CHK-a', [], [], 0, 0, [], 'notTarget', 'robust'],
    ['CHK-b', [16], [], 1, 1, ['seclusion'], 'target', 'robust'],
    ['CHK-c', [17], [], 1, 1, [], 'notTarget', 'robust'],
    ['CHK-d', [11], [], 1, 1, [], 'notTarget', 'robust'],
    ['CHK-e', [11, 12], [], 2, 2, ['nutrition'], 'target', 'robust'],
    ['CHK-f', [...range(1, 7), 13, 17, 21], [], 10, 10, [], 'notTarget', 'frail'],
    ['CHK-g', [...range(1, 7), 11, 13, 17], [], 10, 10, ['overall'], 'target', 'frail'],
    ['CHK-h', [6, 7, 8], [], 3, 3, ['motor'], 'target', 'robust'],
    ['CHK-i', [21, 22], [], 2, 2, ['depression'], 'target', 'robust'],
    ['CHK-j', [18], [], 1, 1, ['cognition'], 'target', 'robust'],
    ['CHK-k', [], [16], 0, 1, [], 'undetermined', 'robust'],
    ['CHK-l', [6, 7, 8], [9, 10], 3, 5, ['motor'], 'target', 'undetermined'],
    ['CHK-m', [], [12], 0, 1, [], 'notTarget', 'robust'],
    ['CHK-o', range(1, 25), [], 25, 25, ALL, 'target', 'frail'],
    ['CHK-p', [21, 22], [...range(1, 20), 23, 24, 25], 2, 25, ['depression'], 'target', 'undetermined'],
  ] as const)('%s', (_, scored, missing, min, max, met, judgement, frailty) => {
    const points = pointsWith(scored, missing)
    expect(judged(points).value).toMatchObject({ judgement, met })
    expect(frailtyOf(points)).toMatchObject({ frailty, min, max })
  })

  it('CHK-n 第2号被保険者は、該当する項目があっても対象外で、認定申請による', () => {
    const points = pointsWith([18])
    expect(judged(points, 'category2Insured').value).toMatchObject({
      judgement: 'notApplicable',
      met: ['cognition'],
    })
    expect(frailtyOf(points)).toMatchObject({ frailty: 'robust', min: 1, max: 1 })
  })

  it('CHK-k 不明なのは閉じこもりだけである', () => {
    expect(judged(pointsWith([], [16])).value.undetermined).toEqual(['seclusion'])
  })
})

describe('CHK-03 基準ごとの境目', () => {
  const resultOf = (key: CriterionKey, points: Points) =>
    countCriteria(points, parameters.criteria).value.find((one) => one.key === key)

  it.each([
    ['overall', range(1, 20), 10],
    ['motor', range(6, 10), 3],
    ['nutrition', [11, 12], 2],
    ['oral', [13, 14, 15], 2],
    ['cognition', [18, 19, 20], 1],
    ['depression', range(21, 25), 2],
  ] as const)('%s: 一つ下・ちょうど・一つ上', (key, numbers, atLeast) => {
    const result = (n: number) => resultOf(key, pointsWith(numbers.slice(0, n)))?.result
    expect(result(atLeast - 1)).toBe('notMet')
    expect(result(atLeast)).toBe('met')
    expect(result(Math.min(atLeast + 1, numbers.length))).toBe('met')
  })

  it.each([
    ['overall', range(1, 20), 10],
    ['motor', range(6, 10), 3],
    ['nutrition', [11, 12], 2],
    ['oral', [13, 14, 15], 2],
    ['cognition', [18, 19, 20], 1],
    ['depression', range(21, 25), 2],
  ] as const)('%s: 不明を足して届くなら判定できず、届かなければ該当しない', (key, numbers, atLeast) => {
    const result = (known: number, unknown: number) =>
      resultOf(key, pointsWith(numbers.slice(0, known), numbers.slice(known, known + unknown)))?.result
    expect(result(atLeast - 1, 1)).toBe('undetermined')
    expect(result(0, atLeast - 1)).toBe('notMet')
    expect(result(0, atLeast)).toBe('undetermined')
  })

  it('閉じこもりはNo.16だけで決まり、No.17は全体にだけ数える', () => {
    const counts = countCriteria(pointsWith([17]), parameters.criteria).value
    expect(counts.map(({ key, known }) => [key, known])).toEqual([
      ['overall', 1],
      ['motor', 0],
      ['nutrition', 0],
      ['oral', 0],
      ['seclusion', 0],
      ['cognition', 0],
      ['depression', 0],
    ])
  })

  it('No.21～25は全体に数えない', () => {
    expect(resultOf('overall', pointsWith(range(21, 25)))?.known).toBe(0)
  })

  it('説明の一行ごとに、該当と不明の数、出典、確かさがある', () => {
    const { steps } = countCriteria(pointsWith([6], [7, 8]), parameters.criteria)
    expect(steps).toHaveLength(7)
    expect(steps[1]).toMatchObject({
      label: '運動機能の低下',
      inputs: { 該当: 1, 不明: 2 },
      value: '判定できない',
      confidence: 'recalled',
    })
  })
})

describe('CHK-04 被保険者の種別と認定', () => {
  const running: Certification = { level: 'support', from: '2024-07-01', to: ANSWERED_ON }

  it('認定の有効期間の最後の日まで、判定はしたうえで登録が始まらないことを知らせる', () => {
    const { value } = judged(pointsWith([18]), CATEGORY_1, running)
    expect(value).toMatchObject({ judgement: 'target', notes: ['certificationRuns'] })
  })

  it.each([
    ['前日に終わった', { ...running, to: '2025-05-07' }, []],
    ['翌日に始まる', { ...running, from: '2025-05-09', to: '2026-05-31' }, []],
    ['その日に始まる', { ...running, from: ANSWERED_ON, to: '2026-05-31' }, ['certificationRuns']],
    ['終わりが分からない', { ...running, to: null }, ['certificationRuns']],
  ] as const)('%s認定', (_, certification, notes) => {
    expect(judged(pointsWith([18]), CATEGORY_1, certification).value.notes).toEqual(notes)
  })

  it('種別が分からなければ判定できないとし、推測しない', () => {
    for (const points of [pointsWith([]), pointsWith([18])])
      expect(judged(points, null).value).toMatchObject({
        judgement: 'undetermined',
        notes: ['insuredTypeUnknown'],
      })
  })

  it('説明の最後の行の言葉は、結果を決めた理由と合う', () => {
    const last = (insuredType: InsuredType | null) => judged(pointsWith([16]), insuredType).steps.at(-1)
    expect([last(CATEGORY_1), last('category2Insured'), last(null)]).toMatchObject([
      { value: '基準に該当', formula: expect.stringMatching(/^一つでも該当すれば/) },
      { value: '対象外', formula: expect.stringMatching(/^第1号被保険者でなければ/) },
      { value: '判定できない', formula: expect.stringMatching(/^種別がわからなければ/) },
    ])
  })

  it('被保険者でない人は対象外', () => {
    expect(judged(pointsWith([18]), 'notInsured').value.judgement).toBe('notApplicable')
  })

  it('結果の言葉は「基準に該当」で、非該当にはチェックリストの語が付く', () => {
    const words = (points: Points) => judged(points).steps.at(-1)?.value
    expect(words(pointsWith([18]))).toBe('基準に該当')
    expect(words(pointsWith([]))).toBe('チェックリスト非該当')
    expect(words(pointsWith([], [16]))).toBe('判定できない')
  })
})

describe('FRL-01 合計点の区分の境目', () => {
  it.each([
    [0, 'robust'],
    [3, 'robust'],
    [4, 'preFrail'],
    [5, 'preFrail'],
    [7, 'preFrail'],
    [8, 'frail'],
    [9, 'frail'],
    [25, 'frail'],
  ] as const)('%i点', (total, frailty) => {
    expect(frailtyOf(pointsWith(range(1, total))).frailty).toBe(frailty)
  })

  it.each([
    [6, 'notFrail'],
    [7, 'frail'],
    [8, 'frail'],
  ] as const)('京都亀岡研究では %i点', (total, frailty) => {
    const { value } = frailtyByTotal(pointsWith(range(1, total)), parameters.frailty, 'kyotoKameoka2022')
    expect(value.frailty).toBe(frailty)
    expect(value.citation.text).toContain('Watanabe')
  })

  it('両端が同じ区分なら不明があっても示し、またげば示さない', () => {
    expect(frailtyOf(pointsWith([1, 2], [3]))).toEqual(expect.objectContaining({ frailty: 'robust', max: 3 }))
    expect(frailtyOf(pointsWith([1, 2, 3], [4])).frailty).toBe('undetermined')
    expect(frailtyOf(pointsWith(range(1, 8), range(9, 25))).frailty).toBe('frail')
  })
})

// Mostly 0, so that 非該当 and 判定できない come up as often as 該当.
const mostlyZero = Array<0>(18).fill(0)
const somePoints = fc
  .array(fc.constantFrom<0 | 1 | null>(...mostlyZero, 1, null), { minLength: 25, maxLength: 25 })
  .map((points) => Object.fromEntries(itemNumbers.map((no, i) => [no, points[i]])) as Points)
const oneItem = fc.constantFrom(...itemNumbers)

describe('CHK-04 どの回答でも成り立つこと', () => {
  it('点が一つ増えて、基準に該当が外れることはない', () => {
    fc.assert(
      fc.property(somePoints, oneItem, (points, no) => {
        const before = judged(points).value
        const after = judged({ ...points, [no]: 1 }).value
        if (before.judgement === 'target') expect(after.judgement).toBe('target')
        expect(after.met).toEqual(expect.arrayContaining(before.met))
      }),
    )
  })

  it('不明は0点ではない: 分かった後にどちらになっても、先の判定と食い違わない', () => {
    fc.assert(
      fc.property(somePoints, fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }), (points, coins) => {
        const { judgement } = judged(points).value
        const filled = Object.fromEntries(
          itemNumbers.map((no, i) => [no, points[no] ?? (coins[i] ? 1 : 0)]),
        ) as Points
        const later = judged(filled).value.judgement
        expect(later).not.toBe('undetermined')
        if (judgement !== 'undetermined') expect(later).toBe(judgement)
      }),
    )
  })

  it('「判定できない」は、埋め方によって本当に分かれる', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const filledWith = (value: 0 | 1) =>
          Object.fromEntries(itemNumbers.map((no) => [no, points[no] ?? value])) as Points
        const open = judged(points).value.judgement === 'undetermined'
        const ends = [judged(filledWith(0)).value.judgement, judged(filledWith(1)).value.judgement]
        if (open) expect(ends).toEqual(['notTarget', 'target'])
      }),
    )
  })

  it('フレイルの合計の幅は、不明の数に等しい', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const { min, max } = frailtyOf(points)
        expect(max - min).toBe(Object.values(points).filter((point) => point === null).length)
      }),
    )
  })
})
