import { z } from 'zod'
import {
  choice,
  codesOf,
  day,
  defineRule,
  orUnknown,
  refuse,
  yesNo,
} from '../../../platform/computation/index.ts'
import { provisionalPlanCases } from '../examples/provisional-plan.ts'
import { settle } from './provisional-plan.ts'

const Input = z.strictObject({
  result: choice('認定の結果', {
    support: '要支援1・2',
    care: '要介護1〜5',
    notCertified: '非該当',
    noResult: '結果なし（取下げ、調査の前の死亡）',
  }),
  isRegistered: yesNo('事業対象者の登録', 'チェックリストの基準に該当し、利用の前に登録されていた'),
  usedProgramme: yesNo('総合事業の利用', '結果が出るまでに総合事業のサービスを使った'),
  usedBenefit: yesNo('給付の利用', '結果が出るまでに予防給付か介護給付のサービスを使った'),
  firstCareServiceOn: orUnknown(
    day('介護給付の最初の利用日', '介護給付として請求する最初のサービスの日'),
    '要介護でないとき、まだないときは null',
  ),
  isCoveredAsCare: orUnknown(
    yesNo('介護給付の条件', '事業者が介護給付の指定を受け、居宅サービス計画がその日を含む'),
    '要介護でないとき、わからないときは null',
  ),
})
export type Input = z.input<typeof Input>

const PROGRAMME = {
  paid: '保険者が支払う（利用者負担分を除く）',
  paidUntil: '介護給付の最初の利用日の前日まで保険者が支払い、その後は10割の自己負担',
  full: '10割の自己負担',
  notUsed: '使っていない',
  undetermined: '判定できない（介護給付として請求するサービスがあるか、その最初の日を確かめる）',
}
const BENEFIT = {
  preventive: '申請日から予防給付として支払う',
  care: '介護給付として支払う',
  full: '10割の自己負担',
  notUsed: '使っていない',
  undetermined: '判定できない（指定と居宅サービス計画を確かめる）',
}
const FEE = {
  '46': '介護予防支援（46）',
  AF: '介護予防ケアマネジメント（AF）',
  '43': '居宅介護支援（43）を、計画を作った事業者に',
  none: 'なし',
  undetermined: '判定できない',
}

export const rule = defineRule({
  id: 'provisional-plan',
  covers: ['ELG-01-h1', 'ELG-01-h2', 'ELG-01-h3', 'ELG-01-h4', 'ELG-01-h5'],
  title: '暫定プランの精算',
  group: '総合事業',
  meaning: '認定の結果が出る前に使ったサービスについて、誰が支払うかと、その月の計画の費用を答えます。',
  formula:
    '結果は申請日にさかのぼる。要支援なら支払い、非該当なら登録があれば総合事業だけ、要介護なら介護給付の前日まで',
  source: {
    text: '介護保険法第27条第8項・第32条第7項、市町村の暫定ケアプランの取扱い（大和市、玉野市、清須市など）',
  },
  confidence: 'recalled',
  limits:
    '要介護の結果（h4・h5）の扱いは出典未確認です。翌月から介護給付に移る市町村もあります。継続利用要介護者、限度額を超えた分（LIM-01）、負担割合は含みません。結果が出るまでは請求しません。',
  parameters: {},
  input: Input,
  compute(input, { note, caution }) {
    const { result, usedBenefit, firstCareServiceOn, isCoveredAsCare } = input
    if (result !== 'care' && firstCareServiceOn !== null)
      refuse(
        'not-care',
        'firstCareServiceOn',
        '介護給付の最初の利用日: 結果が要介護のときだけ入力してください。',
      )
    if (result === 'care' && usedBenefit && isCoveredAsCare === true && firstCareServiceOn === null)
      refuse(
        'day-needed',
        'firstCareServiceOn',
        '介護給付の最初の利用日: 介護給付として請求する最初の日を入力してください。',
      )
    if (result === 'care' && isCoveredAsCare === false && firstCareServiceOn !== null)
      refuse(
        'not-covered',
        'firstCareServiceOn',
        '介護給付の最初の利用日: 介護給付の条件を満たさないサービスは、介護給付として請求できません。日を空にするか、介護給付の条件を確かめてください。',
      )
    const settled = settle(input)
    const isOpen = result === 'care'
    const source = { text: '介護保険法第27条第8項・第32条第7項、市町村の暫定ケアプランの取扱い' }
    const confidence = isOpen ? 'unverified' : 'recalled'
    note?.({ label: '総合事業のサービス', value: PROGRAMME[settled.programme], source, confidence })
    note?.({ label: '予防給付・介護給付のサービス', value: BENEFIT[settled.benefit], source, confidence })
    note?.({
      label: '計画の費用',
      value: FEE[settled.planFee],
      inputs: settled.careFeeFrom ? { '居宅介護支援（43）は次の日から': settled.careFeeFrom } : {},
      source,
      confidence,
    })
    if (isOpen) caution('要介護となったときの精算は、市町村の取扱いを確かめてください。')
    return { ...settled }
  },
  labels: {
    programme: '総合事業のサービス',
    ...codesOf('programme', PROGRAMME),
    programmePaidTo: '保険者が支払う最後の日',
    benefit: '予防給付・介護給付のサービス',
    ...codesOf('benefit', BENEFIT),
    planFee: '計画の費用',
    ...codesOf('planFee', FEE),
    careFeeFrom: '居宅介護支援（43）の始まり',
  },
  cases: provisionalPlanCases,
})
