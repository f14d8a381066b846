import { describe, expect, it } from 'vitest'
import { toJSONSchema, z } from 'zod'
import { allRules } from '../find-rules.ts'
import { choice, day, roundingRule, whole, yen, yesNo } from '../index.ts'
import { entryOf, inputOf, withValue } from './entry.ts'
import { fieldOf, type Schema, titlesOf } from './field.ts'

const schemaOf = (input: z.ZodType) =>
  toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as unknown as Schema
const one = (input: z.ZodType, isRequired = true) => fieldOf(schemaOf(input), 'a', isRequired)

describe('入力の形から作る項目', () => {
  it.each([
    [yen('基準額'), { kind: 'whole', title: '基準額', unit: '円', min: 0, max: null, help: null }],
    [
      whole('年齢', '歳', { min: 65, max: 120, help: '4月1日の年齢' }),
      { min: 65, max: 120, help: '4月1日の年齢' },
    ],
    [day('基準日', '申請を受けた日'), { kind: 'date', help: '申請を受けた日' }],
    [day('基準日'), { kind: 'date', help: null }],
    [z.number().min(0).max(1).meta({ title: '率' }), { kind: 'decimal', min: 0, max: 1 }],
    [z.string().max(20).meta({ title: '名' }), { kind: 'text', maxLength: 20 }],
    [whole('人', '人').nullable(), { kind: 'whole', isNullable: true, title: '人', unit: '人' }],
    [
      whole('人', '人').nullable().meta({ title: '外の題' }),
      { isNullable: true, title: '外の題', unit: '人' },
    ],
    [whole('日', '日').default(14), { kind: 'whole', fallback: 14 }],
    [whole('日', '日').meta({ title: '日', setting: 'a.b' }), { setting: 'a.b' }],
    [z.literal('x'), { kind: 'fixed', value: 'x' }],
    [z.array(z.array(z.int())), { kind: 'json' }],
    [z.tuple([z.int(), z.int()]), { kind: 'json' }],
  ] as const)('%#', (input, expected) => {
    expect(one(input)).toMatchObject(expected)
  })

  it('選ぶものは、日本語の名とともに、値の型を保つ', () => {
    expect(one(choice('類型', { A: '原則', B: '簡略' }, '計画の類型'))).toMatchObject({
      kind: 'choice',
      help: '計画の類型',
      options: [
        { code: '"A"', label: '原則', value: 'A' },
        { code: '"B"', label: '簡略', value: 'B' },
      ],
    })
    expect(one(yesNo('該当'))).toMatchObject({
      kind: 'choice',
      options: [{ label: 'はい', value: true }, { value: false }],
    })
    const levels = z
      .union([z.literal(1), z.literal(2)])
      .meta({ title: '級', labels: { 1: '一級', 2: '二級' } })
    expect(one(levels)).toMatchObject({
      options: [{ code: '1', label: '一級', value: 1 }, { label: '二級' }],
    })
  })

  it('表、まとまり、種類、決まった名の組', () => {
    const stages = z
      .array(z.strictObject({ stage: whole('段階', '段階'), on: day('日').optional() }))
      .meta({ title: '段階' })
    expect(one(stages)).toMatchObject({
      kind: 'table',
      rows: 'objects',
      columns: [
        { name: 'stage', isRequired: true },
        { name: 'on', kind: 'date', isRequired: false },
      ],
    })
    expect(one(z.array(yen('額')).meta({ title: '額の並び' }))).toMatchObject({
      rows: 'values',
      columns: [{ title: '額' }],
    })
    expect(one(z.record(z.string(), yen('額')))).toMatchObject({
      rows: 'entries',
      columns: [{ name: 'key' }, { title: '額' }],
    })
    expect(
      one(z.partialRecord(z.enum(['m', 'f']).meta({ labels: { m: '男', f: '女' } }), yen('額'))),
    ).toMatchObject({
      kind: 'fields',
      fields: [
        { name: 'm', title: '男', isRequired: false },
        { name: 'f', title: '女' },
      ],
    })
    expect(one(z.array(z.strictObject({ rounding: roundingRule('端数処理') })))).toMatchObject({
      kind: 'blocks',
      item: { kind: 'fields', fields: [{ kind: 'fields' }] },
    })
    const kinds = z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('flat').meta({ title: '定額' }), yen: yen('額') }),
      z.strictObject({ kind: z.literal('none').meta({ title: 'なし' }) }),
    ])
    expect(one(kinds)).toMatchObject({
      kind: 'variants',
      by: 'kind',
      variants: [
        { label: '定額', mark: 'flat', fields: [{ name: 'yen' }] },
        { label: 'なし', mark: 'none', fields: [] },
      ],
    })
  })
})

describe('項目に書かれたものから、送る入力', () => {
  it('空欄は送らないか、決まりが認めれば「値なし」を送る。0 といいえは値である', () => {
    expect(inputOf(one(yen('額')), undefined)).toBeUndefined()
    expect(inputOf(one(yen('額')), null)).toBeUndefined()
    expect(inputOf(one(yen('額')), 0)).toBe(0)
    expect(inputOf(one(yesNo('該当')), false)).toBe(false)
    expect(inputOf(one(z.string().meta({ title: '名' })), undefined)).toBe('')
    expect(inputOf(one(z.string().min(1).meta({ title: '名' })), undefined)).toBeUndefined()
    expect(inputOf(one(yen('額').nullable()), null)).toBeNull()
    expect(inputOf(one(yen('額').nullable()), undefined)).toBeNull()
    expect(inputOf(one(yen('額').nullable(), false), undefined)).toBeUndefined()
    expect(inputOf(one(roundingRule('端数'), false), undefined)).toBeUndefined()
    expect(inputOf(one(z.array(yen('額')), false), undefined)).toBeUndefined()
    expect(inputOf(one(z.array(yen('額'))), undefined)).toEqual([])
    expect(inputOf(one(z.array(yen('額')).nullable()), undefined)).toBeNull()
  })

  it('場所を指して一つの値を変える', () => {
    expect(withValue({ a: { b: 1, c: 2 } }, ['a', 'b'], 3)).toEqual({ a: { b: 3, c: 2 } })
    expect(withValue(undefined, ['a', 1, 'b'], 3)).toEqual({ a: [undefined, { b: 3 }] })
  })

  it('どの決まりのどの計算例も、項目に入れて取り出すと元のまま', async () => {
    const rules = await allRules()
    for (const rule of rules) {
      const field = fieldOf(schemaOf(rule.input))
      for (const { title, input, refused } of rule.cases)
        if (!refused)
          expect([rule.id, title, inputOf(field, entryOf(field, input))]).toEqual([
            rule.id,
            title,
            JSON.parse(JSON.stringify(input)),
          ])
    }
  })

  it('項目の名は、結果の同じ名の値にも使う', () => {
    const field = one(
      z.strictObject({
        stages: z.array(z.strictObject({ stage: whole('所得段階', '段階') })).meta({ title: '段階の表' }),
      }),
    )
    expect([...titlesOf(field)]).toEqual([
      ['stages', '段階の表'],
      ['stage', '所得段階'],
    ])
  })
})
