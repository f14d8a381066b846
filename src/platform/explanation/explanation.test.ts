import { describe, expect, it } from 'vitest'
import { explained, formatStepValue, stepsAsText, withSteps } from './index.ts'

describe('計算の説明', () => {
  it('入力の説明が先に、結果の説明が後に並ぶ', () => {
    const result = withSteps(
      [{ label: '基準額', value: 69_600, unit: '円' }],
      explained(48_024, [{ label: '年額' }]),
    )
    expect(result).toEqual({
      value: 48_024,
      steps: [{ label: '基準額', value: 69_600, unit: '円' }, { label: '年額' }],
    })
  })

  it.each([
    [0, '円', '0円'],
    [null, '円', '不明'],
    [1234567, '円', '1,234,567円'],
    [-1234.5, '', '-1,234.5'],
    [999, '人', '999人'],
    [true, '', 'はい'],
    [false, '', 'いいえ'],
    ['第5段階', '', '第5段階'],
  ])('%s は、不明と0を分けて表す', (value, unit, text) => {
    expect(formatStepValue(value, unit)).toBe(text)
  })

  it('一段を一行に書き、原典を見ていない値にはそう書く', () => {
    expect(
      stepsAsText([
        { label: '割合', value: 690, unit: '‰', source: { text: '架空法第1条' }, confidence: 'recalled' },
        {
          label: '年額',
          value: 48024,
          unit: '円',
          formula: '基準額×割合÷1000',
          inputs: { 基準額: 69600, 割合: 690 },
        },
      ]),
    ).toBe(
      '割合: 690‰〔架空法第1条（出典未確認）〕\n年額: 48,024円（基準額×割合÷1000：基準額 69,600、割合 690）',
    )
  })
})
