import { describe, expect, it } from 'vitest'
import { drawnRows, letters, moved } from './grid-state.ts'

const window = { top: 1, left: 0, bottom: 4, right: 3 }
const merge = { top: 2, left: 1, bottom: 3, right: 2 }
const sheet = { window, merges: [merge] }

describe('様式の表', () => {
  it('結合したセルは一つに描き、覆われたところは描かない', () => {
    const rows = drawnRows({
      name: 's',
      used: window,
      window,
      merges: [merge],
      widths: [9, 9, 9, 9],
      hiddenRows: [4],
      hiddenColumns: [],
      cells: [],
    })
    expect(rows.map(({ cells }) => cells.length)).toEqual([4, 3, 2, 4])
    expect(rows[1]!.cells[1]).toMatchObject({ row: 2, column: 1, rowSpan: 2, columnSpan: 2 })
    expect(rows[3]!.isHidden).toBe(true)
  })
  it('矢印は結合したセルに入り、端から出る', () => {
    expect(moved(sheet, { row: 3, column: 0 }, 'ArrowRight', false)).toEqual({ row: 2, column: 1 })
    expect(moved(sheet, { row: 2, column: 1 }, 'ArrowRight', false)).toEqual({ row: 2, column: 3 })
    expect(moved(sheet, { row: 2, column: 1 }, 'ArrowDown', false)).toEqual({ row: 4, column: 1 })
    expect(moved(sheet, { row: 1, column: 0 }, 'ArrowUp', false)).toEqual({ row: 1, column: 0 })
    expect(moved(sheet, { row: 4, column: 3 }, 'Home', true)).toEqual({ row: 1, column: 0 })
    expect(moved(sheet, { row: 1, column: 0 }, 'a', false)).toBeNull()
  })
  it('列の名', () => expect([0, 25, 26, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']))
})
