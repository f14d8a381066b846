import { describe, expect, it } from 'vitest'
import { kihonChecklist, questions } from './form.ts'
import { items } from './items.ts'

describe('基本チェックリスト（様式第一）', () => {
  it('25項目が番号順に並び、No.12だけが身長と体重である', () => {
    expect(items.map((item) => item.no)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1))
    expect(items.filter((item) => item.kind === 'measured').map((item) => item.no)).toEqual([12])
    expect(questions).toHaveLength(24)
  })

  it('「0.はい 1.いいえ」の行は1～8、16、19の10項目だけである', () => {
    const reversed = questions.filter(({ paperNumber }) => paperNumber.yes === 0 && paperNumber.no === 1)
    expect(reversed.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 16, 19])
  })

  it.each(questions)('No.$no: 丸を付けた数字がそのまま点数になる', ({ paperNumber, scoresWhen }) => {
    expect(paperNumber[scoresWhen]).toBe(1)
    expect(paperNumber[scoresWhen === 'yes' ? 'no' : 'yes']).toBe(0)
  })

  it('領域ごとの項目数は 5・5・2・3・2・3・5', () => {
    const counts = Map.groupBy(items, (item) => item.domain)
    expect([...counts].map(([domain, rows]) => [domain, rows.length])).toEqual([
      ['daily', 5],
      ['motor', 5],
      ['nutrition', 2],
      ['oral', 3],
      ['seclusion', 2],
      ['cognition', 3],
      ['depression', 5],
    ])
  })

  it('版と出典がある', () => {
    expect(kihonChecklist.version).toBe('2015-04')
    expect(kihonChecklist.source.text).toContain('様式第一')
  })
})
