import { describe, expect, it } from 'vitest'
import type { KeyPress } from '../keys/combination.ts'
import { actionOf } from './keys.ts'
import { columnsInSight, edgesOf, rowsInSight, scrolledTo } from './window.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
})

describe('表のキー', () => {
  it.each([
    ['Enter は下', press('Enter'), null, { do: 'enter', step: 1 }],
    ['Shift+Enter は上', press('Enter', { shiftKey: true }), null, { do: 'enter', step: -1 }],
    ['入力中の Enter も下', press('Enter'), 'typing', { do: 'enter', step: 1 }],
    ['変換中の Enter は何もしない', press('Enter', { isComposing: true }), 'typing', null],
    ['変換中の矢印は何もしない', press('ArrowDown', { keyCode: 229 }), 'typing', null],
    ['Ctrl+Enter はページのもの', press('Enter', { ctrlKey: true }), null, null],
    ['矢印で動く', press('ArrowRight'), null, { do: 'move', move: 'right', extends: false, page: 7 }],
    [
      'Shift+矢印で広げる',
      press('ArrowUp', { shiftKey: true }),
      null,
      { do: 'move', move: 'up', extends: true, page: 7 },
    ],
    [
      '打ち始めたあとの矢印は確定して動く',
      press('ArrowLeft'),
      'typing',
      { do: 'move', move: 'left', page: 7 },
    ],
    ['F2 のあとの矢印は文字の中', press('ArrowLeft'), 'inside', null],
    ['F2 のあとの Home は文字の中', press('Home'), 'inside', null],
    [
      'Ctrl+End は最後のセル',
      press('End', { ctrlKey: true }),
      null,
      { do: 'move', move: 'last', extends: false, page: 7 },
    ],
    ['Delete は消す', press('Delete'), null, { do: 'clear' }],
    ['入力中の Delete は文字を消す', press('Delete'), 'typing', null],
    ['Ctrl+Z', press('z', { ctrlKey: true }), null, { do: 'undo' }],
    ['入力中の Ctrl+Z は文字のもの', press('z', { ctrlKey: true }), 'inside', null],
    ['Ctrl+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), null, { do: 'redo' }],
    ['Esc は編集を取りやめる', press('Escape'), 'typing', { do: 'cancel' }],
    ['ふつうの文字は文字', press('a'), null, null],
    ['Ctrl+C はブラウザーのコピー', press('c', { ctrlKey: true }), null, null],
  ] as const)('%s', (_name, key, how, expected) => {
    expect(actionOf(key, how, 7)).toEqual(expected)
  })
})

describe('見える範囲', () => {
  it('行は余裕をつけて、はみ出さない', () => {
    expect(rowsInSight(0, 320, 32, 10_000)).toEqual({ from: 0, to: 24 })
    expect(rowsInSight(32 * 100, 320, 32, 10_000)).toEqual({ from: 88, to: 120 })
    expect(rowsInSight(32 * 9990, 320, 32, 10_000)).toEqual({ from: 9976, to: 10_000 })
    expect(rowsInSight(0, 320, 32, 3)).toEqual({ from: 0, to: 3 })
  })
  it('列は触れるものと、両側に2つ', () => {
    const edges = edgesOf(Array.from({ length: 30 }, () => 100))
    expect(columnsInSight(edges, 0, 500)).toEqual({ from: 0, to: 7 })
    expect(columnsInSight(edges, 1000, 500)).toEqual({ from: 8, to: 17 })
    expect(columnsInSight(edges, 2900, 500)).toEqual({ from: 27, to: 30 })
  })
  it('見えているものは動かさない', () => {
    expect(scrolledTo(100, 300, 50, 150, 182)).toBe(100)
    expect(scrolledTo(100, 300, 50, 149, 181)).toBe(99)
    expect(scrolledTo(100, 300, 50, 369, 401)).toBe(101)
  })
})
