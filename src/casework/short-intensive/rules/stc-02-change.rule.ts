import { z } from 'zod'
import { shortIntensiveCuts, shortIntensiveSppb } from '../../../law/casework/short-intensive-cuts.ts'
import { choice, codesOf, defineRule, refuse, whole } from '../../../platform/computation/index.ts'
import { compare, type Method, type Taken } from './change.ts'
import { mostPoints } from './sppb.ts'

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
            capSeconds: whole('打ち切る時間', '秒', { min: 1, max: 1000 }).nullable().default(null).meta({
              title: '打ち切る時間',
              unit: '秒',
              description: '開眼片脚起立のとき（60秒か120秒）。わからないときと、ほかの測定では書かない',
            }),
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
  parameters: { cuts: shortIntensiveCuts, sppb: shortIntensiveSppb },
  input: z.strictObject({
    measure: choice<Measure>('測定', MEASURES),
    before: taken('参加の前'),
    after: taken('参加の後'),
  }),
  compute({ measure, before, after }, { law, note, caution }) {
    if (measure === 'oneLeg') {
      const caps = law.cuts.oneLegCapSeconds
      refuseBeyondCap({ before, after }, caps)
      if ([before, after].some((one) => one !== null && isMaybeCut(one, caps)))
        caution(
          '打ち切る時間に達した値か、打ち切る時間がわからない長い値があります。差は、力の変化ではなく打ち切りによるかもしれません。',
        )
    } else if (measure === 'sppb') refuseBeyondMost({ before, after }, mostPoints(law.sppb))
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
    {
      title: '片脚起立、打ち切る時間が前60秒、後120秒',
      on: '2026-04-01',
      input: {
        measure: 'oneLeg',
        before: of(600, { capSeconds: 60 }),
        after: of(900, { capSeconds: 120 }),
      },
      value: { change: null, isSameMethod: false, direction: null },
    },
    {
      title: '片脚起立、どちらも120秒で打ち切る',
      on: '2026-04-01',
      input: {
        measure: 'oneLeg',
        before: of(600, { capSeconds: 120 }),
        after: of(1200, { capSeconds: 120 }),
      },
      value: { change: 600, isSameMethod: true, direction: 'better' },
    },
    {
      title: '片脚起立が打ち切る時間を超える',
      on: '2026-04-01',
      input: {
        measure: 'oneLeg',
        before: of(100, { capSeconds: 60 }),
        after: of(601, { capSeconds: 60 }),
      },
      refused: { code: 'beyond-cap', path: 'after.value' },
    },
    {
      title: '打ち切る時間がわからず、どの打ち切りよりも長い',
      on: '2026-04-01',
      input: { measure: 'oneLeg', before: of(1201), after: null },
      refused: { code: 'beyond-cap', path: 'before.value' },
    },
    {
      title: '片脚起立を打ち切る時間が90秒',
      on: '2026-04-01',
      input: { measure: 'oneLeg', before: of(100, { capSeconds: 90 }), after: null },
      refused: { code: 'unknown-cap', path: 'before.method.capSeconds' },
    },
    {
      title: 'SPPB が12点から13点',
      on: '2026-04-01',
      input: { measure: 'sppb', before: of(12), after: of(13) },
      refused: { code: 'beyond-most', path: 'after.value' },
    },
    {
      title: 'SPPB が10点から12点',
      on: '2026-04-01',
      input: { measure: 'sppb', before: of(10), after: of(12) },
      value: { change: 2, isSameMethod: true, direction: 'better' },
    },
  ],
})

type Pair = Readonly<Record<'before' | 'after', Taken | null>>
const NAMES = { before: '参加の前', after: '参加の後' } as const
const ENDS = ['before', 'after'] as const

/** A stand on one leg is not longer than where it is stopped. @throws RuleRefusal */
function refuseBeyondCap(pair: Pair, caps: readonly number[]): void {
  for (const end of ENDS) {
    const cap = pair[end]?.method.capSeconds ?? null
    if (cap !== null && !caps.includes(cap))
      refuse(
        'unknown-cap',
        `${end}.method.capSeconds`,
        `${NAMES[end]}の打ち切る時間: ${caps.join('秒か')}秒を入力してください。わからなければ書かないでください。`,
      )
    const most = cap ?? Math.max(...caps)
    if ((pair[end]?.value ?? 0) > most * 10)
      refuse(
        'beyond-cap',
        `${end}.value`,
        `${NAMES[end]}の値: 片脚起立を打ち切る時間（${most}秒）を超えています。0.1秒を1とした値かを確かめてください。`,
      )
  }
}

/** Did the end of the test make the value, and not the person? Without a known end, any value from the shortest on may be one. */
const isMaybeCut = ({ value, method: { capSeconds = null } }: Taken, caps: readonly number[]) =>
  value >= (capSeconds ?? Math.min(...caps)) * 10

function refuseBeyondMost(pair: Pair, most: number): void {
  for (const end of ENDS)
    if ((pair[end]?.value ?? 0) > most)
      refuse(
        'beyond-most',
        `${end}.value`,
        `${NAMES[end]}の値: SPPB は${most}点までです。点を確かめてください。`,
      )
}
