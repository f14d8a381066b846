import { describe, expect, it } from 'vitest'
import { alignSteps } from './align-steps.ts'
import { shownLeaf } from './screens/shown.ts'
import { leavesOf, plainText } from './value-rows.ts'
import { doubtOf, lossText, roundingText, wordOfKey } from './words.ts'

describe('結果の値に付く名', () => {
  it('同じ値と単位の過程がただ一つあれば、その名で呼ぶ', () => {
    const steps = [
      { label: '第1号被保険者負担分', value: 2300, unit: '円' },
      { label: '別の数', value: 2300, unit: '人' },
    ]
    expect(leavesOf({ shareYen: 2300 }, steps)).toEqual([
      { path: 'shareYen', label: '第1号被保険者負担分', isNamed: true, value: 2300, unit: '円' },
    ])
  })

  it('同じ値の過程と結果が同じ数だけあれば、順に名を借りる。数がちがうとき、小さい数のときは借りない', () => {
    const twice = [
      { label: '甲', value: 2300, unit: '円' },
      { label: '乙', value: 2300, unit: '円' },
    ]
    const labels = (value: object, steps: typeof twice) => leavesOf(value, steps).map(({ label }) => label)
    expect(labels({ plughYen: 2300, otherYen: 2300 }, twice)).toEqual(['甲', '乙'])
    expect(labels({ plughYen: 2300 }, twice)).toEqual(['plughYen'])
    expect(leavesOf({ plughYen: 2300 }, twice)[0]!.isNamed).toBe(false)
    expect(labels({ plughYen: 2300, otherYen: 2300 }, twice.slice(1))).toEqual(['plughYen', 'otherYen'])
    expect(labels({ plughYen: 0 }, [{ label: '甲', value: 0, unit: '円' }])).toEqual(['plughYen'])
    expect(labels({ rows: [{ plughYen: 2300 }, { plughYen: 2300 }] }, twice)).toEqual([
      '内訳 1番目 plughYen',
      '内訳 2番目 plughYen',
    ])
  })

  it('決まりが付けた名は、過程の名より先。年は区切らない', () => {
    const steps = [{ label: '甲', value: 2300, unit: '円' }]
    expect(leavesOf({ capYen: 2300 }, steps, new Map([['capYen', '上限額']]))[0]!.label).toBe('上限額')
    const [year] = leavesOf({ fiscalYear: 2026 })
    expect([year!.label, shownLeaf(year!)]).toEqual(['年度', '2026年度'])
  })

  it('番号は、入力の選択肢か決まりが付けた言葉で出す', () => {
    const titles = new Map([
      ['sex', '性別'],
      ['sex=male', '男'],
      ['below', '区切り未満'],
    ])
    expect(leavesOf({ sex: 'male', result: 'below', other: 'male' }, [], titles).map(shownLeaf)).toEqual([
      '男',
      '区切り未満',
      'male',
    ])
  })

  it('法令の値の中の名は、その数値の名、なければ辞書', () => {
    expect(plainText({ capYen: 100, other: null }, { other: 'ほか' })).toBe('上限額（円）: 100、ほか: ―')
  })

  it('入力の項目の名、辞書、番目の順に読める名にする。0、なし、はいは別の言葉', () => {
    const leaves = leavesOf(
      { stages: [{ stage: 3, annualYen: 0 }], isOver: true, level: null },
      [],
      new Map([['stage', '所得段階']]),
    )
    expect(leaves.map((one) => [one.path, one.label, shownLeaf(one)])).toEqual([
      ['stages.0.stage', '段階 1番目 所得段階', '3'],
      ['stages.0.annualYen', '段階 1番目 年額（円）', '0円'],
      ['isOver', 'isOver', 'はい'],
      ['level', '区分', '不明'],
    ])
    expect(leavesOf(12)).toEqual([{ path: '', label: '結果', isNamed: true, value: 12, unit: null }])
    expect(wordOfKey('ratioPerMille')).toBe('割合（‰）')
    expect(wordOfKey('somethingElse')).toBeNull()
  })
})

it('出典の確かさと端数の言葉', () => {
  expect(
    (['seen', 'secondary', 'recalled', 'unverified', 'decided', undefined] as const).map(doubtOf),
  ).toEqual([null, '二次資料', '出典未確認', '出典未確認', '本ソフトの決め', null])
  expect(lossText('0', '円')).toBe('なし')
  expect(lossText('-51997/100000', '円')).toBe('-51997/100000円（約-0.52円）')
  expect(lossText('1/3', '円')).toBe('1/3円（約0.3333円）')
  expect(roundingText('half-up', 1, '円')).toBe('1円未満を四捨五入')
  expect(roundingText('none', 100, '円')).toBe('端数処理なし')
})

describe('二つの過程を並べる', () => {
  const steps = (...labels: string[]) => labels.map((label) => ({ label }))
  const shown = (pairs: ReturnType<typeof alignSteps<{ label: string }>>) =>
    pairs.map(({ left, right }) => `${left?.label ?? '―'}|${right?.label ?? '―'}`)

  it('同じ名どうしを並べ、片方だけの行はその場所に置く', () => {
    expect(shown(alignSteps(steps('甲', '乙', '丁'), steps('甲', '丙', '丁', '戊')))).toEqual([
      '甲|甲',
      '乙|―',
      '―|丙',
      '丁|丁',
      '―|戊',
    ])
    expect(shown(alignSteps(steps(), steps('甲')))).toEqual(['―|甲'])
    expect(shown(alignSteps(steps('甲', '甲'), steps('甲')))).toEqual(['甲|甲', '甲|―'])
  })
})
