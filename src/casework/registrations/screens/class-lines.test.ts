import { describe, expect, it } from 'vitest'
import { classLines, readClasses } from './class-lines.ts'

describe('市独自の区分の入力', () => {
  it('1行に一つ、全角の空白でも読む。空の行は数えない', () => {
    expect(readClasses('1　事業対象者1\n\n2 事業対象者 2')).toEqual({
      classes: [
        { code: '1', label: '事業対象者1' },
        { code: '2', label: '事業対象者 2' },
      ],
    })
    expect(readClasses('')).toEqual({ classes: [] })
  })

  it('読めない行と重なりは、行とともに言う', () => {
    expect(readClasses('1 甲\n乙')).toEqual({
      problem: '2行目「乙」: コードと名称を空白で区切ってください。',
    })
    expect(readClasses('1 甲\n1 乙')).toMatchObject({ problem: expect.stringContaining('重なっています') })
  })

  it('保存された区分は同じ行に戻る', () => {
    expect(classLines([{ code: '1', label: '甲' }])).toBe('1 甲')
    expect(classLines(null)).toBe('')
  })
})
