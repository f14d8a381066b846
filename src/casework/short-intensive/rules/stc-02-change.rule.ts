import { z } from 'zod'
import { choice, codesOf, defineRule, whole } from '../../../platform/computation/index.ts'
import { compare, type Method } from './change.ts'

const MEASURES = {
  grip: '握力（0.1kg）',
  walkUsual: '5m歩行 ふだん（0.01秒）',
  walkMax: '5m歩行 最大（0.01秒）',
  tug: 'TUG（0.1秒）',
  oneLeg: '開眼片脚起立（0.1秒）',
  chairStands: 'CS-30（回）',
  chairRise: '5回立ち上がり（0.01秒）',
  sppb: 'SPPB（点）',
  oral: 'オーラルディアドコキネシス（0.1回/秒）',
} as const
type Measure = keyof typeof MEASURES
/** Where less is better: times to cover a way. */
const QUICKER: readonly Measure[] = ['walkUsual', 'walkMax', 'tug', 'chairRise']
const DIRECTIONS = { better: 'よくなった', worse: '悪くなった', same: '変わらない' } as const

const words = (title: string, help: string) =>
  z
    .string(`${title}を入力してください。`)
    .trim()
    .max(100, `${title}: 100字までです。`)
    .meta({ title, description: help })
const taken = (title: string) =>
  z
    .strictObject(
      {
        value: whole('値', '測定の単位', { max: 1_000_000 }), // number: what a value may be
        method: z
          .strictObject({
            aid: words('補助具', '杖、歩行器、なし など'),
            hand: words('測った手', '右、左、両方。手によらなければ空'),
            shoes: words('履物', '靴、はだし など'),
            trials: whole('測った回数', '回', { min: 1, max: 100 }),
          })
          .meta({ title: '測り方' }),
      },
      `${title}: 値と測り方を入力するか、測っていなければ空にしてください。`,
    )
    .nullable()
    .meta({ title, description: `${title}。測っていなければ null` })

const usual: Method = { aid: 'なし', hand: '', shoes: '靴', trials: 2 }
const of = (value: number, method: Partial<Method> = {}) => ({ value, method: { ...usual, ...method } })

export const rule = defineRule({
  id: 'STC-02-change',
  title: '体力測定の前後の変化',
  group: '総合事業',
  meaning: '参加の前と後の値の差です。どちらかを測っていないときと、測り方が違うときは、差を出しません。',
  formula: '変化＝後−前（同じ測り方のときだけ）',
  source: { text: '本ソフトの決め' },
  confidence: 'decided',
  limits: '差が意味のある大きさかどうかは判定しません。測定の数が違う方どうしの平均は出しません。',
  parameters: {},
  input: z.strictObject({
    measure: choice<Measure>('測定', MEASURES),
    before: taken('参加の前'),
    after: taken('参加の後'),
  }),
  compute({ measure, before, after }, { note, caution }) {
    const found = compare(before, after, QUICKER.includes(measure) ? -1 : 1)
    if (found.isSameMethod === false)
      caution('前と後で測り方が違うので、差を出しません。同じ測り方の値を選んでください。')
    note?.({
      label: `${MEASURES[measure]}の変化`,
      formula: '後−前',
      inputs: { 前: before?.value ?? null, 後: after?.value ?? null, 同じ測り方: found.isSameMethod },
      value: found.change,
    })
    note?.({ label: '向き', value: found.direction && DIRECTIONS[found.direction] })
    return found
  },
  labels: {
    change: '変化',
    isSameMethod: '同じ測り方か',
    direction: '向き',
    ...codesOf('direction', DIRECTIONS),
  },
  cases: [
    {
      title: 'TUG が13.5秒から11.0秒へ（架空）',
      on: '2026-04-01',
      input: { measure: 'tug', before: of(135), after: of(110) },
      value: { change: -25, isSameMethod: true, direction: 'better' },
    },
    {
      title: '握力が弱くなった（架空）',
      on: '2026-04-01',
      input: { measure: 'grip', before: of(281), after: of(279) },
      value: { change: -2, isSameMethod: true, direction: 'worse' },
    },
    {
      title: '変わらない（架空）',
      on: '2026-04-01',
      input: { measure: 'chairStands', before: of(12), after: of(12) },
      value: { change: 0, isSameMethod: true, direction: 'same' },
    },
    {
      title: '前を測っていない',
      on: '2026-04-01',
      input: { measure: 'grip', before: null, after: of(279) },
      value: { change: null, isSameMethod: null, direction: null },
    },
    {
      title: '後を測っていない',
      on: '2026-04-01',
      input: { measure: 'grip', before: of(279), after: null },
      value: { change: null, isSameMethod: null, direction: null },
    },
    {
      title: '杖を使うようになった',
      on: '2026-04-01',
      input: { measure: 'walkUsual', before: of(500), after: of(480, { aid: '杖' }) },
      value: { change: null, isSameMethod: false, direction: null },
    },
  ],
})
