import { z } from 'zod'
import { LEVELS } from '../../../casework/certifications/codes.ts'
import { eligibilityTable } from '../../../law/services/eligibility.ts'
import {
  choice,
  codesOf,
  defineRule,
  month,
  orUnknown,
  refuse,
  yesNo,
} from '../../../platform/computation/index.ts'
import { ADOPTIONS, SERVICES, STATES } from '../codes.ts'
import { elg01Cases } from '../examples/elg-01.ts'
import { mayUse, statesOf, type UsableLevel } from './eligibility.ts'

const levels = Object.fromEntries(
  LEVELS.filter(({ code }) => code !== '11').map(({ code, label }) => [
    code,
    code === '01' ? '認定も登録もない' : label,
  ]),
) as Record<UsableLevel, string>

const Input = z.strictObject({
  month: month('サービスの月'),
  service: choice('サービス', SERVICES),
  level: orUnknown(choice('区分', levels, '事業対象者は、市町村の登録があるとき')),
  insuredType: orUnknown(
    choice('被保険者の種別', { category1Insured: '第1号被保険者', category2Insured: '第2号被保険者' }),
  ),
  isContinuous: orUnknown(
    yesNo(
      '継続利用',
      '要介護になる前から続けて使い、本人が続けることを望み、ケアマネジメントで必要と判断した',
    ),
    '要介護でないとき、わからないときは null',
  ),
  isApplying: yesNo('認定の申請中', '認定の結果がまだ出ていない'),
  continuing: choice(
    '継続利用要介護者（市町村の定め）',
    ADOPTIONS,
    '継続利用要介護者をこのサービスの対象にするか',
  ).meta({ setting: 'eligibility.continuing' }),
  general2: choice(
    '第2号被保険者の一般介護予防事業（市町村の定め）',
    ADOPTIONS,
    '要支援の第2号被保険者を一般介護予防事業の対象にするか',
  ).meta({ setting: 'eligibility.general-category2' }),
})
export type Input = z.input<typeof Input>

const ANSWERS = { yes: '使える', no: '使えない', undetermined: '判定できない' }

export const rule = defineRule({
  id: 'ELG-01',
  title: '総合事業のサービスを使えるか',
  group: '総合事業',
  meaning: '区分、被保険者の種別、継続利用、市町村の定めから、その月にそのサービスを使えるかを答えます。',
  formula:
    '区分とサービスの表を引き、△のところは市町村の定めによる。わからないことで答えが変わるなら、判定できない',
  source: { text: '介護保険法第115条の45第1項、介護保険法施行規則第140条の62の4' },
  confidence: 'recalled',
  limits:
    '従前相当サービスが適した状態か、ケアマネジメントでの判断、利用の上限は見ません。継続利用要介護者の短期集中（C）は対象外として扱い、サービス・活動Aの始まりの日とともに出典未確認です。申請中の精算は provisional-plan です。',
  parameters: { table: eligibilityTable },
  input: Input,
  dateOf: (input) => `${input.month}-01`,
  compute({ service, isApplying, ...facts }, { law, entry, note, caution }) {
    if (facts.level === '06' && facts.insuredType === 'category2Insured')
      refuse(
        'not-programme',
        'insuredType',
        '被保険者の種別: 事業対象者になれるのは第1号被保険者だけです。種別か、区分（事業対象者の登録）を確かめてください。第2号被保険者は要介護認定の申請によります。',
      )
    const answer = mayUse(facts, service, law.table)
    const states = statesOf(facts)
    note?.({
      label: '区分',
      value: states.map((state) => STATES[state]).join('、または') || null,
      formula: states.length === 0 ? '区分がわからない' : '区分、被保険者の種別、継続利用から',
    })
    note?.({
      label: SERVICES[service],
      value: ANSWERS[answer],
      inputs: {
        継続利用要介護者: ADOPTIONS[facts.continuing],
        第2号の一般介護予防: ADOPTIONS[facts.general2],
      },
      source: entry.table.source,
      confidence: entry.table.confidence,
    })
    if (isApplying && answer !== 'no')
      caution(
        '申請中です。結果が出たら精算し、場合によっては10割の自己負担になることを先に説明してください。',
      )
    return { answer }
  },
  labels: { answer: '答え', ...codesOf('answer', ANSWERS) },
  cases: elg01Cases,
})
