import { z } from 'zod'
import {
  codesOf,
  day,
  defineRule,
  orUnknown,
  RuleRefusal,
  whole,
  yesNo,
} from '../../../platform/computation/index.ts'
import { ledgerCases } from '../ledger-cases.ts'
import { ledgerOf } from './ledger.ts'
import { ledgerProblems } from './ledger-problems.ts'
import { LINE_KINDS, REFUSALS } from './ledger-types.ts'
import { name, points, ruleVersions } from './rule-fields.ts'

const listOf = <F extends z.ZodType>(title: string, row: F) =>
  z
    .array(row, `${title}: 一つずつ並べてください。なければ空にします。`)
    .max(10_000, `${title}: 1万までです。`)
    .meta({ title, description: title })
const time = z
  .string('はじまりの時刻を「09:30」の形で入力してください。')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'はじまりの時刻を「09:30」の形で入力してください。')
  .meta({ title: 'はじまりの時刻', description: '24時間の時刻（HH:MM）' })

export const rule = defineRule({
  id: 'VPT-01',
  title: 'ボランティアポイントの台帳',
  group: '通いの場',
  meaning:
    '一人の方のスタンプと交換から、ポイントの台帳を作ります。どの行も、その日に有効な市町村の決まりで計算し、断ったものは理由とともに残します。',
  formula:
    '残高＝スタンプで得たポイント−交換−失効。年度のポイントは、スタンプの数の段階で決まり、年度の上限まで',
  source: { text: '市町村のボランティアポイント事業の要綱（鴻巣市、豊山町、相良村などの公開資料）' },
  confidence: 'seen',
  limits:
    '決まりは市町村の要綱から入力します。さかのぼって入力した活動は、その日より後の行を計算し直します。台帳を保存している場合は差を訂正の行として足してください。税や寄付の扱いは計算しません。',
  parameters: {},
  input: z.strictObject({
    versions: ruleVersions,
    hosts: listOf(
      '受入先',
      z
        .strictObject({
          host: name('受入先'),
          designatedOn: day('指定された日'),
          endedOn: orUnknown(day('指定の最後の日'), '続いていれば null'),
        })
        .meta({ title: '受入先' }),
    ),
    bornOn: day('生まれた日'),
    registeredOn: day('登録した日'),
    certifiedOn: orUnknown(day('認定（要支援・要介護）の初日'), 'なければ null'),
    checklistPositiveOn: orUnknown(day('基本チェックリストに該当した日'), 'なければ null'),
    stamps: listOf(
      '活動',
      z
        .strictObject({
          on: day('活動の日'),
          startsAt: time,
          minutes: whole('時間', '分', { min: 1, max: 10_000 }),
          host: name('受入先'),
          activity: name('活動'),
        })
        .meta({ title: '活動' }),
    ),
    exchanges: listOf(
      '交換の申請',
      z
        .strictObject({
          on: day('申請の日'),
          points: points('交換するポイント', 1),
          hasArrears: yesNo('その日に保険料の滞納があるか'),
        })
        .meta({ title: '交換の申請' }),
    ),
    asOf: day('台帳の日', 'この日までの失効を計算します'),
  }),
  compute(input, { note, caution }) {
    const problems = ledgerProblems(input)
    if (problems.length > 0) throw new RuleRefusal(problems)
    const lines = ledgerOf(input)
    const balancePoints = lines.at(-1)?.balancePoints ?? 0
    const refused = lines.filter((line) => line.refused !== null).length
    if (refused > 0) caution(`断った行が ${refused}行あります。理由を本人か受入先に伝えてください。`)
    for (const { on, kind, refused: why, stamps, points: by, balancePoints: balance } of lines)
      note?.({
        label: `${on} ${LINE_KINDS[kind]}${why ? `（${REFUSALS[why]}）` : ''}`,
        inputs: { スタンプ: stamps, ポイントの増減: by },
        value: balance,
        unit: 'ポイント',
      })
    note?.({ label: '残高', value: balancePoints, unit: 'ポイント' })
    return { balancePoints, lines }
  },
  labels: {
    balancePoints: '残高',
    lines: '台帳の行',
    kind: '種類',
    ...codesOf('kind', LINE_KINDS),
    refused: '断った理由',
    ...codesOf('refused', REFUSALS),
    stamps: 'スタンプ',
    points: 'ポイントの増減',
    isCapped: '年度の上限に達した',
    amountYen: '交換の額',
    ruleFrom: '使った決まりの版',
  },
  cases: ledgerCases,
})
