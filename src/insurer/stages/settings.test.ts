import { describe, expect, it } from 'vitest'
import { allRules } from '../../platform/computation/find-rules.ts'
import { inputSchemaOf, settingFieldsOf } from '../../platform/computation/input-schema.ts'
import { runRule } from '../../platform/computation/run-rule.ts'
import { settings, stages } from './settings.ts'

const messages = (rows: unknown) => stages.schema.safeParse(rows).error?.issues ?? []

describe('保険料の設定', () => {
  it('初期値は国の標準の13段階で、条例の基準額は空のまま', () => {
    expect(stages.initial).toHaveLength(13)
    expect(stages.initial[2]).toEqual({
      stage: 3,
      ratioPerMille: 690,
      reducedRatioPerMille: 685,
      taxedFromYen: null,
    })
    expect(stages.initial[12]).toMatchObject({ ratioPerMille: 2400, taxedFromYen: 7_200_000 })
    expect(settings[0]!.initial).toBeNull()
  })

  it('だれかの段階が決まらない表は、行と直し方を言って断る', () => {
    const broken = stages.initial.map((row) => (row.stage === 7 ? { ...row, taxedFromYen: 0 } : row))
    expect(messages(broken).map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['6.taxedFromYen', '第7段階: 下限が前の段階の0円より大きくありません。'],
    ])
    expect(messages(stages.initial.slice(0, 5))[0]!.message).toMatch(/本人が課税の段階/)
    expect(messages('x')[0]!.message).toMatch(/段階の表/)
  })

  it.each([
    [
      '割合が下がる表',
      6,
      { ratioPerMille: 1199 },
      '第7段階: 割合1199‰が、前の段階の1200‰より低くなっています。',
    ],
    ['基準の段階が1.000でない表', 4, { ratioPerMille: 999 }, '第5段階: 基準の段階なので、割合は1000‰'],
    ['軽減で上がる表', 0, { reducedRatioPerMille: 800 }, '第1段階: 軽減後の割合800‰が、軽減前の455‰より高く'],
  ])('%sは断る', (_, index, change, message) => {
    const broken = stages.initial.map((row, i) => (i === index ? { ...row, ...change } : row))
    expect(messages(broken).map((one) => one.message)).toEqual([expect.stringContaining(message)])
  })

  it('第8期の広い軽減の表も、市町村が独自に広げた表も受け付ける', () => {
    const ratios = [500, 750, 750, 900, 1000, 1200, 1300, 1500, 1700]
    const eighth = ratios.map((ratioPerMille, i) => ({
      stage: i + 1,
      ratioPerMille,
      reducedRatioPerMille: [300, 500, 700][i] ?? null,
      taxedFromYen: [null, null, null, null, null, 0, 1_200_000, 2_100_000, 3_200_000][i]!,
    }))
    expect(messages(eighth)).toEqual([])
    const own = stages.initial.map((row, i) => (i === 0 ? { ...row, reducedRatioPerMille: 0 } : row))
    expect(messages(own)).toEqual([])
  })

  it('規則の項目が名指しする設定はすべてあり、値がその項目に入る', async () => {
    const byKey = new Map(settings.map((one) => [one.key, one]))
    const rules = (await allRules()).filter(({ group }) => group === '所得段階')
    const fields = rules.flatMap((rule) =>
      settingFieldsOf(inputSchemaOf(rule)).map((field) => ({ rule: rule.id, ...field })),
    )
    expect(new Set(fields.map(({ setting }) => setting))).toEqual(new Set(byKey.keys()))
    const rule = rules.find(({ id }) => id === 'premium-stages')!
    const filled = settingFieldsOf(inputSchemaOf(rule)).map(({ path, setting }) => [
      path.join('.'),
      byKey.get(setting)!.initial ?? 72_000,
    ])
    const outcome = runRule(rule, Object.fromEntries(filled), { on: '2026-04-01' })
    expect(outcome.ok && (outcome.answer.value as { stages: unknown[] }).stages[0]).toEqual({
      stage: 1,
      annualYen: 32_760,
      reducedAnnualYen: 20_520,
    })
  })
})
