import { z } from 'zod'
import { movingInDays } from '../../../law/casework/moving-in-days.ts'
import { addDays } from '../../../platform/calendar/index.ts'
import { choice, day, defineRule, orUnknown, refuse, yesNo } from '../../../platform/computation/index.ts'
import { APPLICATION_KINDS, type ApplicationKind } from '../codes.ts'

const LABELS = Object.fromEntries(APPLICATION_KINDS.map(({ code, label }) => [code, label])) as Record<
  ApplicationKind,
  string
>
/** The group of the law; 転入 counts as 新規, 資格喪失 is none. */
const GROUPS: Readonly<Record<ApplicationKind, string | null>> = {
  new: '新規',
  renewal: '更新',
  change: '区分変更',
  exOfficio: '職権',
  movedIn: '新規',
  disqualified: null,
}
const of = (kind: ApplicationKind, digit: string, lawGroup: string | null) => ({
  title: LABELS[kind],
  input: { kind },
  value: { digit, lawGroup, needsExamination: kind !== 'disqualified', movedInDueOn: null },
})

export const rule = defineRule({
  id: 'CRT-03',
  title: '申請区分',
  group: '要介護認定',
  meaning: '申請区分の番号と法令上の区分、転入のときに調査をせずに認定を引き継げる期限を答えます。',
  formula: '転入は、転入した日から14日以内に受給資格証明書をつけて申請すれば、調査をしない',
  source: { text: '介護保険法第27条・第28条・第29条・第36条' },
  confidence: 'recalled',
  limits:
    '番号は、ある市のシステムの例です。要支援の方が重くなったときの新規申請と区分変更の扱いは、市町村の実務によります。',
  parameters: { days: movingInDays },
  labels: {
    digit: '申請区分の番号',
    lawGroup: '法令上の区分',
    needsExamination: '調査をする',
    movedInDueOn: '転入の申請の期限',
  },
  input: z.strictObject({
    kind: choice('申請区分', LABELS),
    movedInOn: day('転入した日')
      .nullable()
      .default(null)
      .meta({ title: '転入した日', description: '転入申請のとき。ほかは書かない' }),
    appliedOn: day('申請日')
      .nullable()
      .default(null)
      .meta({ title: '申請日', description: '転入申請のとき。ほかは書かない' }),
    hasProof: orUnknown(
      yesNo('受給資格証明書がある', '転入申請のとき'),
      'わからないときは書かない（期限までの申請なら、調査をするかは決まらない）',
    ).default(null),
  }),
  compute({ kind, movedInOn, appliedOn, hasProof }, { law, entry, note }) {
    if (kind === 'movedIn' && (movedInOn === null || appliedOn === null))
      refuse(
        'moving-days-missing',
        movedInOn === null ? 'movedInOn' : 'appliedOn',
        '転入申請: 転入した日と申請日の両方を入力してください。',
      )
    const movedInDueOn = kind === 'movedIn' && movedInOn !== null ? addDays(movedInOn, law.days) : null
    if (kind === 'movedIn' && movedInOn !== null && appliedOn !== null && appliedOn < movedInOn)
      refuse(
        'applied-before-moving',
        'appliedOn',
        '申請日: 転入した日より前です。転入した日か申請日を直してください。',
      )
    const isInTime = movedInDueOn !== null && appliedOn !== null && appliedOn <= movedInDueOn
    const { digit } = APPLICATION_KINDS.find(({ code }) => code === kind)!
    const needsExamination =
      kind === 'disqualified' ? false : isInTime ? (hasProof === null ? null : !hasProof) : true
    note?.({
      label: '申請区分',
      formula: '転入は、期限までに受給資格証明書をつければ調査をしない',
      inputs: {
        申請区分: LABELS[kind],
        期限: movedInDueOn,
        ...(kind === 'movedIn' ? { 受給資格証明書: hasProof } : {}),
      },
      value: GROUPS[kind] ?? '認定の申請でない',
      source: entry.days.source,
      confidence: entry.days.confidence,
    })
    return { digit, lawGroup: GROUPS[kind], needsExamination, movedInDueOn }
  },
  cases: [
    of('new', '1', '新規'),
    of('renewal', '2', '更新'),
    of('change', '3', '区分変更'),
    of('exOfficio', '4', '職権'),
    of('disqualified', '6', null),
    ...(
      [
        ['転入、14日目に証明書つき', '2025-04-15', true, false],
        ['転入、15日目', '2025-04-16', true, true],
        ['転入、証明書がない', '2025-04-15', false, true],
        ['転入、証明書があるかわからない', '2025-04-15', null, null],
        ['転入、15日目、証明書があるかわからない', '2025-04-16', null, true],
        ['転入した日に申請', '2025-04-01', true, false],
      ] as const
    ).map(([title, appliedOn, hasProof, needsExamination]) => ({
      title,
      input: { kind: 'movedIn' as const, movedInOn: '2025-04-01', appliedOn, hasProof },
      value: { digit: '5', lawGroup: '新規', needsExamination, movedInDueOn: '2025-04-15' },
    })),
    {
      title: '転入、証明書のことを書かない',
      input: { kind: 'movedIn' as const, movedInOn: '2025-04-01', appliedOn: '2025-04-15' },
      value: { digit: '5', lawGroup: '新規', needsExamination: null, movedInDueOn: '2025-04-15' },
    },
    {
      title: '転入した日より前の申請',
      input: {
        kind: 'movedIn' as const,
        movedInOn: '2025-04-01',
        appliedOn: '2025-03-31',
        hasProof: true,
      },
      refused: { code: 'applied-before-moving', path: 'appliedOn' },
    },
    {
      title: '転入した日がない',
      input: { kind: 'movedIn' as const },
      refused: { code: 'moving-days-missing', path: 'movedInOn' },
    },
    {
      title: '申請日がない',
      input: { kind: 'movedIn' as const, movedInOn: '2025-04-01' },
      refused: { code: 'moving-days-missing', path: 'appliedOn' },
    },
  ].map((one) => ({ ...one, on: '2026-11-22' })),
})
