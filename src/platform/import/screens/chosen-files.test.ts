import { describe, expect, it } from 'vitest'
import { chooseFiles, sizeText } from './chosen-files.ts'

const file = (name: string, size = 1) => ({ name, size })
const mega = 1024 * 1024

describe('読み込むファイルを選ぶ', () => {
  it('加わる。同じ名前はあとのものに替わる', () => {
    const { kept } = chooseFiles(
      [file('a.csv'), file('b.csv')],
      [file('a.csv', 2), file('C.XLSX')],
      ['.csv', '.xlsx'],
    )
    expect(kept).toEqual([file('b.csv'), file('a.csv', 2), file('C.XLSX')])
  })
  it('読めない形、大きすぎるものは、わけを言って外す', () => {
    const { kept, complaint } = chooseFiles([], [file('a.pdf'), file('b.csv')], ['.csv'])
    expect(kept).toEqual([file('b.csv')])
    expect(complaint).toMatch(/^a\.pdf は選べません/)
    expect(chooseFiles([], [file('a.csv', 20 * mega)], ['.csv']).complaint).toBeNull()
    expect(chooseFiles([], [file('a.csv', 20 * mega + 1)], ['.csv']).complaint).toMatch(/20 MB/)
    expect(chooseFiles([file('a.csv', 20 * mega)], [file('b.csv', 4 * mega)], ['.csv']).complaint).toBeNull()
    expect(
      chooseFiles([file('a.csv', 20 * mega)], [file('b.csv', 4 * mega + 1)], ['.csv']).complaint,
    ).toMatch(/24 MB/)
  })
  it('大きさ', () =>
    expect([1, 1024, 1025, 1.25 * mega].map(sizeText)).toEqual(['1 KB', '1 KB', '2 KB', '1.3 MB']))
})
