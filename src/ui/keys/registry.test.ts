import { describe, expect, it } from 'vitest'
import { createKeyRegistry } from './registry.ts'

const key = (name: string, ctrlKey = false, composing = false) => ({
  key: name,
  ctrlKey,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  isComposing: composing,
  keyCode: 0,
})
const reading = { isWriting: false, isModal: false }

describe('キーの登録', () => {
  it('あとから登録したものが勝ち、外すと前のものに戻る', () => {
    const keys = createKeyRegistry()
    const ran: string[] = []
    keys.add({ keys: ['Escape'], label: 'ページ', run: () => void ran.push('page') })
    const remove = keys.add({ keys: ['Escape'], label: 'パネル', run: () => void ran.push('panel') })
    keys.press(key('Escape'), reading)
    remove()
    keys.press(key('Escape'), reading)
    expect(ran).toEqual(['panel', 'page'])
  })

  it('文字の入力中は1文字のキーを奪わず、Ctrl 付きは効く', () => {
    const keys = createKeyRegistry()
    keys.add({ keys: ['/', 'Ctrl+K'], label: '検索', run: () => undefined })
    const writing = { isWriting: true, isModal: false }
    expect(keys.press(key('/'), writing)).toBe(false)
    expect(keys.press(key('/'), reading)).toBe(true)
    expect(keys.press(key('k', true), writing)).toBe(true)
    expect(keys.press(key('k', true, true), writing)).toBe(false) // composing
  })

  it('確認の画面が開いている間、うしろのページのキーは効かない', () => {
    const keys = createKeyRegistry()
    keys.add({ keys: ['F2'], label: '相談', run: () => undefined })
    keys.add({ keys: ['Ctrl+Enter'], label: '続ける', run: () => undefined }, true)
    const modal = { isWriting: false, isModal: true }
    expect(keys.press(key('F2'), modal)).toBe(false)
    expect(keys.press(key('Enter', true), modal)).toBe(true)
    expect(keys.press(key('Enter', true), reading)).toBe(false)
  })

  it('断ったキーは、前に登録したものに渡る', () => {
    const keys = createKeyRegistry()
    const ran: string[] = []
    keys.add({ keys: ['Ctrl+s'], label: '左の入力', run: () => void ran.push('left') })
    keys.add({ keys: ['Ctrl+s'], label: '右の入力', run: () => false })
    expect(keys.press(key('s', true), reading)).toBe(true)
    expect(ran).toEqual(['left'])
  })

  it('false を返したキーはブラウザーに渡す', () => {
    const keys = createKeyRegistry()
    keys.add({ keys: ['j'], label: '次', run: () => false })
    expect(keys.press(key('j'), reading)).toBe(false)
  })
})
