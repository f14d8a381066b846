import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choiceColumn, integerColumn, textColumn } from './columns.ts'
import { noRepeats } from './result.ts'
import { createGrid } from './use-grid.ts'

const columns = [
  textColumn({ id: 'name', header: '氏名', isRequired: true }),
  integerColumn({ id: 'age', header: '年齢', min: 0, max: 120 }),
  textColumn({ id: 'centre', header: '担当', isReadOnly: true }),
  choiceColumn({
    id: 'answer',
    header: '答え',
    options: [
      { code: '0', label: 'はい' },
      { code: '1', label: 'いいえ' },
    ],
  }),
] as const
const aGrid = (start: string[][] = [], more: { maxRows?: number } = {}) =>
  createGrid({ columns, start, minRows: 3, ...more })
const cellsOf = (grid: ReturnType<typeof aGrid>) => grid.state().sheet.rows.map(({ texts }) => texts)

describe('表の入力', () => {
  it('打って Tab、打って Enter: 次の行の、打ち始めた列へ', () => {
    const grid = aGrid()
    grid.dispatch({ do: 'type', text: '架空 花子' })
    grid.dispatch({ do: 'tab', step: 1 })
    grid.dispatch({ do: 'type', text: '８６' })
    grid.dispatch({ do: 'enter', step: 1 })
    expect(cellsOf(grid)[0]).toEqual(['架空 花子', '86', '', ''])
    expect(grid.state().selection.active).toEqual({ row: 1, column: 0 })
    expect(grid.result()).toEqual({
      rows: [{ line: 1, values: { name: '架空 花子', age: 86, centre: null, answer: null } }],
      problems: [],
      filledCount: 1,
    })
  })

  it('Esc は打ちかけを捨て、もとの文字を残す', () => {
    const grid = aGrid([['架空 花子']])
    grid.dispatch({ do: 'type', text: '仮' })
    grid.dispatch({ do: 'cancel' })
    grid.dispatch({ do: 'move', move: 'down' })
    expect(cellsOf(grid)[0]?.[0]).toBe('架空 花子')
    expect(grid.state().past).toHaveLength(0)
  })

  it('保存するとき、打ちかけの文字も入る', () => {
    const grid = aGrid()
    grid.dispatch({ do: 'type', text: '見本 一郎' })
    expect(grid.settle().rows[0]?.values.name).toBe('見本 一郎')
  })

  it('読めない文字は消えず、どこがなぜかが分かる', () => {
    const grid = aGrid([['架空 花子', '八十六', '', 'たぶん']])
    expect(cellsOf(grid)[0]).toEqual(['架空 花子', '八十六', '', 'たぶん'])
    expect(grid.result().rows).toEqual([])
    expect(grid.result().problems).toMatchObject([
      { line: 1, columnId: 'age', header: '年齢', message: '数字ではありません。整数で入力してください。' },
      { line: 1, columnId: 'answer', header: '答え' },
    ])
  })

  it('必ず入れる列が空でも、行が空なら誤りではない', () => {
    const grid = aGrid([
      ['', '', '', ''],
      ['', '70'],
    ])
    expect(grid.result().filledCount).toBe(1)
    expect(grid.result().problems).toMatchObject([{ line: 2, columnId: 'name' }])
  })

  it('最後の行で Enter: 入力があれば行が増える', () => {
    const grid = aGrid([['甲'], ['乙'], ['丙']])
    grid.dispatch({ do: 'move', move: 'bottom' })
    grid.dispatch({ do: 'enter', step: 1 })
    expect(grid.state().sheet.rows).toHaveLength(4)
    grid.dispatch({ do: 'enter', step: 1 }) // blank: no further row
    expect(grid.state().sheet.rows).toHaveLength(4)
    expect(grid.state().selection.active.row).toBe(3)
  })
})

describe('貼り付け', () => {
  it('足りない行は増え、足りない列は言われ、表示だけの列は変わらない', () => {
    const grid = aGrid([['', '', '中央']])
    const block = Array.from({ length: 5 }, (_, i) => [
      `架空${i}`,
      `${70 + i}`,
      '書けない',
      '1',
      '余り',
      '余り',
    ])
    grid.dispatch({ do: 'paste', block })
    expect(cellsOf(grid)).toHaveLength(5)
    expect(cellsOf(grid)[0]).toEqual(['架空0', '70', '中央', 'いいえ'])
    expect(grid.state().said.text).toBe(
      '5行×4列を貼り付けました。右の2列は、表に列がないので貼り付けていません。「担当」は表示だけの列なので、変えていません。',
    )
    grid.dispatch({ do: 'undo' }) // one step
    expect(cellsOf(grid)).toEqual([
      ['', '', '中央', ''],
      ['', '', '', ''],
      ['', '', '', ''],
    ])
    grid.dispatch({ do: 'redo' })
    expect(cellsOf(grid)).toHaveLength(5)
  })

  it('見出しの行ごと貼り付けると、見出しは除かれる', () => {
    const grid = aGrid()
    grid.dispatch({
      do: 'paste',
      block: [
        ['氏名', '年齢'],
        ['甲', '70'],
      ],
    })
    expect(cellsOf(grid)[0]).toEqual(['甲', '70', '', ''])
    expect(grid.state().said.text).toContain('見出しの行は除きました')
  })

  it('行数の限りちょうどは入り、1行でも超えると何も変えない', () => {
    const rows = (count: number) => Array.from({ length: count }, () => ['甲', '1'])
    const grid = aGrid([], { maxRows: 4 })
    grid.dispatch({ do: 'paste', block: rows(5) })
    expect(cellsOf(grid)).toHaveLength(3)
    expect(grid.state().said.text).toContain('4行までなので、何も変えていません')
    grid.dispatch({ do: 'paste', block: rows(4) })
    expect(cellsOf(grid)).toHaveLength(4)
  })

  it('1つのセルは、選んだ範囲の全部に入る', () => {
    const grid = aGrid()
    grid.dispatch({ do: 'move', move: 'bottom', extends: true })
    grid.dispatch({ do: 'paste', block: [['甲']] })
    expect(cellsOf(grid).map(([name]) => name)).toEqual(['甲', '甲', '甲'])
  })
})

describe('行をまたぐ確かめ、サーバーの返事', () => {
  it('同じ氏名は後の行に言われる', () => {
    const grid = createGrid({
      columns,
      start: [['甲'], ['乙'], ['甲']],
      validateRows: noRepeats('name', (line) => `${line}行目と同じです。`),
    })
    expect(grid.result().problems).toMatchObject([{ line: 3, message: '1行目と同じです。' }])
    expect(grid.result().rows.map(({ line }) => line)).toEqual([1, 2])
  })

  it('サーバーの断りは、そのセルを直すまで残る', () => {
    const grid = aGrid([['甲', '70']])
    grid.refuse([{ line: 1, columnId: 'name', message: '「甲」はすでに登録されています。' }])
    expect(grid.result().rows).toEqual([])
    grid.dispatch({ do: 'tab', step: 1 })
    grid.dispatch({ do: 'type', text: '71' })
    grid.dispatch({ do: 'commit' })
    expect(grid.result().problems).toHaveLength(1)
    grid.dispatch({ do: 'select', place: { row: 0, column: 0 } })
    grid.dispatch({ do: 'type', text: '乙' })
    grid.dispatch({ do: 'commit' })
    expect(grid.result().problems).toEqual([])
  })
})

it('何をしても、元に戻し続けると始めに、やり直し続けると終わりになる', () => {
  const place = fc.record({ row: fc.nat(6), column: fc.nat(4) })
  const action = fc.oneof(
    place.map((one) => ({ do: 'select' as const, place: one })),
    place.map((one) => ({ do: 'select' as const, place: one, extends: true })),
    fc.constantFrom('甲', '70', '', '1', '読めない').map((text) => ({ do: 'type' as const, text })),
    fc
      .constantFrom('clear' as const, 'delete-rows' as const, 'commit' as const, 'edit' as const)
      .map((one) => ({ do: one })),
    fc.constantFrom(1 as const, -1 as const).map((step) => ({ do: 'tab' as const, step })),
    fc.nat(3).map((count) => ({ do: 'add-rows' as const, count })),
    fc
      .array(fc.array(fc.constantFrom('甲', '70', 'x'), { minLength: 1, maxLength: 6 }), {
        minLength: 1,
        maxLength: 4,
      })
      .map((block) => ({ do: 'paste' as const, block })),
  )
  fc.assert(
    fc.property(fc.array(action, { maxLength: 25 }), (actions) => {
      const grid = aGrid([
        ['架空', '1'],
        ['仮名', '2'],
      ])
      const first = grid.texts()
      for (const one of actions) grid.dispatch(one)
      grid.settle()
      const { active, head } = grid.state().selection
      const { rows } = grid.state().sheet
      for (const { row, column } of [active, head]) {
        expect(row).toBeLessThan(rows.length)
        expect(column).toBeLessThan(columns.length)
      }
      const last = grid.texts()
      const steps = grid.state().past.length
      for (let i = 0; i < steps; i++) grid.dispatch({ do: 'undo' })
      expect(grid.texts()).toEqual(first)
      for (let i = 0; i < steps; i++) grid.dispatch({ do: 'redo' })
      expect(grid.texts()).toEqual(last)
    }),
  )
})
