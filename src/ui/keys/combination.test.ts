import { describe, expect, it } from 'vitest'
import { isPlainKey, type KeyPress, means, parseCombination } from './combination.ts'

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
const fires = (one: KeyPress, combination: string) => means(one, parseCombination(combination))

describe('ショートカットの判定', () => {
  it.each([
    ['Ctrl+Enter は保存', press('Enter', { ctrlKey: true }), 'Ctrl+Enter', true],
    ['Enter だけでは保存しない', press('Enter'), 'Ctrl+Enter', false],
    ['Ctrl+Shift+Enter は別のキー', press('Enter', { ctrlKey: true, shiftKey: true }), 'Ctrl+Enter', false],
    ['⌘K も Ctrl+K', press('k', { metaKey: true }), 'Ctrl+K', true],
    ['大文字ロック中の Ctrl+S', press('S', { ctrlKey: true }), 'Ctrl+S', true],
    ['? は Shift を含む', press('?', { shiftKey: true }), '?', true],
    ['Alt+1', press('1', { altKey: true, code: 'Digit1' }), 'Alt+1', true],
    ['Alt+1 が別の文字になる配列', press('¡', { altKey: true, code: 'Digit1' }), 'Alt+1', true],
    ['全角の１', press('１', { code: 'Digit1' }), '1', true],
    ['テンキーの 1', press('1', { code: 'Numpad1' }), '1', true],
    ['Shift+1 の ! は 1 ではない', press('!', { shiftKey: true, code: 'Digit1' }), '1', false],
    ['F2', press('F2'), 'F2', true],
  ] as const)('%s', (_name, one, combination, expected) => {
    expect(fires(one, combination)).toBe(expected)
  })

  it('変換中は何も起こさない', () => {
    expect(fires(press('Enter', { ctrlKey: true, isComposing: true }), 'Ctrl+Enter')).toBe(false)
    expect(fires(press('Enter', { ctrlKey: true, keyCode: 229 }), 'Ctrl+Enter')).toBe(false)
    expect(fires(press('F2', { isComposing: true }), 'F2')).toBe(false)
  })

  it('文字入力と紛れるのは修飾なしの1文字だけ', () => {
    expect(['j', '/', '?', '1'].map((key) => isPlainKey(parseCombination(key)))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(['F2', 'Esc', 'Ctrl+K', 'Alt+1'].map((key) => isPlainKey(parseCombination(key)))).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})
