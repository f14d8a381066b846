import type { InsuredPersonRecord } from './record.ts'

/** A valid, plainly invented record for tests. */
export function anInsuredPerson(change: Partial<InsuredPersonRecord> = {}): InsuredPersonRecord {
  return {
    residentNumber: '000000000000001',
    historyNumber: 1,
    householdNumber: '000000000000101',
    insuredNumber: '0000000001',
    name: '架空　太郎',
    nameKana: 'ｶｸｳ ﾀﾛｳ',
    birth: { state: 'known', date: '1940-03-04' },
    sex: 'male',
    relationship: '世帯主',
    postalCode: '9999999',
    town: 'めぐり町一丁目',
    lot: '1番地の2',
    building: '架空荘101号',
    phone: '000-0000-0001',
    changeReason: '65歳到達',
    changedOn: '2005-03-03',
    qualifiedOn: '2005-03-03',
    disqualifiedOn: null,
    isResidentException: false,
    isProtected: false,
    isDeleted: false,
    updatedAt: '2026-11-21T03:00:00',
    ...change,
  }
}

/** The records of the two sample files in `fixtures/`. */
export const sampleFull: InsuredPersonRecord[] = [
  anInsuredPerson(),
  anInsuredPerson({
    residentNumber: '000000000000002',
    name: '髙𠮷　架空子',
    nameKana: 'ﾀｶﾖｼ ｶｸｳｺ',
    insuredNumber: null,
    birth: { state: 'day-unknown', year: 1938, month: 7 },
    sex: 'female',
    relationship: '妻',
    phone: null,
  }),
  anInsuredPerson({
    residentNumber: '000000000000003',
    householdNumber: '000000000000103',
    name: '見本　架空美',
    nameKana: 'ﾐﾎﾝ ｶｸﾐ',
    insuredNumber: 'H000000003',
    birth: { state: 'year-unknown' },
    sex: 'unknown',
    building: null,
    isProtected: true,
  }),
]

export const sampleDiff: InsuredPersonRecord[] = [
  anInsuredPerson({
    historyNumber: 2,
    changeReason: '転居',
    changedOn: '2026-11-20',
    lot: '5番地',
    building: null,
  }),
  anInsuredPerson({
    residentNumber: '000000000000004',
    name: '取消　架空',
    changeReason: null,
    isDeleted: true,
  }),
]
