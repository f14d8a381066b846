import type { Dated, DatedEntry } from '../types.ts'

/** State of a person as far as the use of 総合事業 goes. */
export type EligibilityState = 'none' | 'programme' | 'support1' | 'support2' | 'careContinuing' | 'careOther'
/** Kind of service, by the way it is run. */
export type EligibleService = 'former' | 'A' | 'B' | 'C' | 'D' | 'life' | 'general' | 'preventive'
/** yes · no · ifAdopted: where the municipality opened it to 継続利用要介護者 · byTown: where the municipality opened it */
export type Verdict = 'yes' | 'no' | 'ifAdopted' | 'byTown'
export type EligibilityTable = Readonly<Record<EligibilityState, Readonly<Record<EligibleService, Verdict>>>>

const all: Readonly<Record<EligibleService, Verdict>> = {
  former: 'yes',
  A: 'yes',
  B: 'yes',
  C: 'yes',
  D: 'yes',
  life: 'yes',
  general: 'yes',
  preventive: 'yes',
}
const generalOnly: Readonly<Record<EligibleService, Verdict>> = {
  former: 'no',
  A: 'no',
  B: 'no',
  C: 'no',
  D: 'no',
  life: 'no',
  general: 'yes',
  preventive: 'no',
}
const table = (continuing: Partial<Record<EligibleService, Verdict>>): EligibilityTable => ({
  none: generalOnly,
  programme: { ...all, preventive: 'no' },
  support1: all,
  support2: { ...all, general: 'byTown' },
  careContinuing: { ...generalOnly, ...continuing },
  careOther: generalOnly,
})
const SOURCE = {
  text: '介護保険法第115条の45第1項、介護保険法施行規則第140条の62の4、総合事業の指針',
}
const entry = (
  from: string,
  value: EligibilityTable,
  confidence: DatedEntry<EligibilityTable>['confidence'],
  note: string,
): DatedEntry<EligibilityTable> => ({ from, value, source: SOURCE, confidence, note })

/** Who may use what (ELG-01): the law's frame, before what the municipality adopted. */
export const eligibilityTable: Dated<EligibilityTable> = {
  id: 'services.eligibility.table',
  title: '総合事業のサービスを使える人',
  unit: '区分',
  labels: {
    none: '第1号被保険者、認定も登録もない',
    programme: '事業対象者',
    support1: '要支援1・2（第1号被保険者）',
    support2: '要支援1・2（第2号被保険者）',
    careContinuing: '継続利用要介護者',
    careOther: '要介護1〜5',
    former: '従前相当サービス',
    A: 'サービス・活動A',
    B: 'サービス・活動B',
    C: 'サービス・活動C',
    D: 'サービス・活動D',
    life: 'その他の生活支援サービス',
    general: '一般介護予防事業',
    preventive: '予防給付のサービス',
    yes: '使える',
    no: '使えない',
    ifAdopted: '市町村が継続利用要介護者を対象にすれば使える',
    byTown: '市町村による',
  },
  history: [
    entry('2015-04-01', table({}), 'recalled', '総合事業が始まった日からの枠組みです。'),
    entry(
      '2021-04-01', // 継続利用要介護者: services run by residents
      table({ B: 'ifAdopted', D: 'ifAdopted', life: 'ifAdopted' }),
      'recalled',
      '継続利用要介護者が、住民主体のサービスを市町村の判断で使えるようになりました。',
    ),
    entry(
      '2024-04-01', // 継続利用要介護者: A
      table({ A: 'ifAdopted', B: 'ifAdopted', D: 'ifAdopted', life: 'ifAdopted' }),
      'unverified',
      'サービス・活動Aの始まりの日は確かめていません。短期集中（C）の扱いも確かめていません。',
    ),
  ],
  checkedOn: '2026-11-22',
}
