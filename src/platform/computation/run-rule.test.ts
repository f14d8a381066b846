import { describe, expect, it } from 'vitest'
import { locales, z, config as zodConfig } from 'zod'
import type { Dated } from '../../law/types.ts'
import { LARGEST } from '../exact/index.ts'
import { day, defineRule, month, runRule, whole } from './index.ts'

const source = { text: '架空法第1条' }
const coming: Dated<number> = {
  id: 'test.coming',
  title: '改められる割合',
  unit: '‰',
  history: [
    { from: '2020-04-01', value: 100, source, confidence: 'seen' },
    {
      from: '2027-04-01',
      to: '2030-03-31',
      value: 100,
      source,
      confidence: 'unverified',
      status: 'provisional',
      note: '次の改定は決まっていません。',
    },
    { from: '2030-04-01', value: 100, source, confidence: 'unverified', status: 'draft' },
  ],
  checkedOn: '2026-11-22',
}
const rule = defineRule({
  id: 'TEST-02',
  title: '試験の決まり',
  group: '試験',
  meaning: '試験です。',
  formula: '人数×割合',
  source,
  confidence: 'decided',
  parameters: { ratio: coming },
  input: whole('人数', '人'),
  compute: (persons, { law, entry, round }) =>
    persons === 0
      ? 0
      : entry.ratio.value === law.ratio
        ? round('額', { over: BigInt(persons) * BigInt(law.ratio) * 1000n, under: 1 }, 'down')
        : null,
  cases: [],
})
const run = (persons: number, on: string) => runRule(rule, persons, { on })
const cautions = (persons: number, on: string) => {
  const outcome = run(persons, on)
  return outcome.ok ? outcome.answer.cautions : null
}

describe('規則の実行', () => {
  it('仮置きと案の数値を使った答えは、一度だけそう言う', () => {
    expect(cautions(1, '2027-03-31')).toEqual([])
    expect(cautions(1, '2027-04-01')).toEqual([
      '改められる割合: 仮置きの値です。次の改定は決まっていません。',
    ])
    expect(cautions(1, '2030-03-31')).toHaveLength(1)
    expect(cautions(1, '2030-04-01')).toEqual(['改められる割合: 案の値です。まだ確定していません。'])
  })

  it('その数値を使わなかった答えは、何も言わない', () => {
    expect(cautions(0, '2027-04-01')).toEqual([])
  })

  it('正確に数えられないほど大きくなれば、断って理由を言う', () => {
    expect(run(90_000_000_000, '2026-04-01')).toMatchObject({ ok: true, answer: { value: 9e15 } })
    const outcome = run(LARGEST, '2026-04-01')
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'too-large', path: '' }] })
    expect(outcome.ok || outcome.problems[0]!.message).toMatch(/桁/)
  })

  it('入力の上限は100兆で、こえると項目の名で断る', () => {
    const outcome = run(LARGEST + 1, '2026-04-01')
    expect(outcome.ok || outcome.problems.map(({ message }) => message)).toEqual([
      '人数: 100,000,000,000,000人以下で入力してください。',
    ])
  })

  describe('日付と形', () => {
    const dated = defineRule({
      id: 'TEST-03',
      title: '試験の決まり',
      group: '試験',
      meaning: '試験です。',
      formula: 'なし',
      source,
      confidence: 'decided',
      parameters: {},
      cases: [],
      input: z.strictObject({
        on: day('基準日').nullable(),
        month: month('月'),
        rows: z
          .array(z.strictObject({ name: z.string().nullable().meta({ title: '区分' }) }))
          .meta({ title: '行' }),
      }),
      compute: ({ on }) => on,
    })
    const good = { on: '2026-04-01', month: '2026-04', rows: [{ name: null }] }
    const said = (more: object) => {
      const outcome = runRule(dated, { ...good, ...more }, { on: '2026-04-01' })
      return outcome.ok ? [String(outcome.answer.value)] : outcome.problems.map(({ message }) => message)
    }

    it.each(['1868-01-01', '2199-12-31', null])('%s は受ける', (on) =>
      expect(said({ on })).toEqual([String(on)]),
    )
    it.each(['1867-12-31', '2200-01-01', '9999-12-31', '0000-01-01'])('%s は断る', (on) => {
      expect(said({ on })).toEqual([expect.stringMatching(/^基準日: 1868年から2199年まで/)])
    })
    it.each(['1869-12', '2200-01', '9999-12'])('月 %s は断る', (one) => {
      expect(said({ month: one })).toEqual([expect.stringMatching(/^月: /)])
    })

    it('項目の言葉がない誤りも、題で名を呼ぶ', () => {
      zodConfig(locales.ja()) // as the server does
      expect(said({ rows: 3 })[0]).toMatch(/^行（rows）: /)
      expect(said({ rows: [{ name: 3 }] })[0]).toMatch(/^区分（rows.0.name）: /)
      expect(said({ rows: [3] })[0]).toMatch(/^行（rows.0）: /)
    })
  })
})
