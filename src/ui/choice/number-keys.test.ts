import { describe, expect, it } from 'vitest'
import { keyOf, optionOfKey } from './number-keys.ts'

const press = (key: string, isComposing = false) => ({
  key,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  isComposing,
  keyCode: 0,
})

describe('数字キーで選ぶ', () => {
  // 基本チェックリストの1番は「0.はい 1.いいえ」、6番からは逆: the key is the number printed on the row.
  const printed = [
    { value: 'yes', key: '0' },
    { value: 'no', key: '1' },
  ]
  it('紙に印刷された番号で選ぶ', () => {
    expect(optionOfKey(printed, press('0'))?.value).toBe('yes')
    expect(optionOfKey(printed, press('1'))?.value).toBe('no')
    expect(optionOfKey(printed, press('2'))).toBeNull()
  })
  it('番号がなければ並び順、10番目からはキーなし', () => {
    const ten = Array.from({ length: 10 }, (_, index) => ({ value: `v${index}` }))
    expect(optionOfKey(ten, press('9'))?.value).toBe('v8')
    expect(keyOf({ value: 'v9' }, 9)).toBeNull()
    expect(optionOfKey(ten, press('0'))).toBeNull()
  })
  it('変換中は選ばない', () => {
    expect(optionOfKey(printed, press('0', true))).toBeNull()
  })
})
