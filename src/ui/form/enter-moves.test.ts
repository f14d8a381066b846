import { describe, expect, it } from 'vitest'
import { nextStop, type Stop } from './enter-moves.ts'

const plain: Stop = { group: null, isChosen: false }
const radio = (group: string, isChosen = false): Stop => ({ group, isChosen })

describe('Enter で次の項目へ', () => {
  // 0 氏名, 1–3 性別 (2 が選ばれている), 4 電話
  const stops = [plain, radio('sex'), radio('sex', true), radio('sex'), plain]

  it('選択肢のグループは一つの項目で、選ばれたところに入る', () => {
    expect(nextStop(stops, 0, 1)).toBe(2)
    expect(nextStop(stops, 4, -1)).toBe(2)
  })
  it('グループの途中からは、グループを出る', () => {
    expect(nextStop(stops, 1, 1)).toBe(4)
    expect(nextStop(stops, 3, -1)).toBe(0)
  })
  it('何も選ばれていなければ、最初に入る', () => {
    expect(nextStop([plain, radio('a'), radio('a'), plain], 0, 1)).toBe(1)
    expect(nextStop([plain, radio('a'), radio('a'), plain], 3, -1)).toBe(1)
  })
  it('端では動かない', () => {
    expect(nextStop(stops, 4, 1)).toBe(-1)
    expect(nextStop(stops, 0, -1)).toBe(-1)
    expect(nextStop([radio('a'), radio('a')], 1, 1)).toBe(-1)
  })
})
