import type { Dated } from '../types.ts'

const law = 'https://laws.e-gov.go.jp/law/417AC1000000124'

/** Hours from reception within which the person's safety is seen: a yardstick, not law; a municipality sets its own. */
export const factFindingHours: Dated<number> = {
  id: 'casework.abuse.fact-finding-hours',
  title: '高齢者虐待の事実確認を始めるまでの時間',
  unit: '時間',
  history: [
    {
      from: '2006-04-01',
      value: 48,
      source: {
        text: '市町村・都道府県における高齢者虐待への対応と養護者支援について（厚生労働省）。法第9条第1項は「速やかに」',
        url: law,
      },
      confidence: 'recalled',
      note: '法律の数値ではなく、国の手引きの目安です。手引きの本文と、目安が書かれた最初の版は確かめていません。',
    },
  ],
  checkedOn: '2026-11-22',
}

/** What a finder is bound to. duty: 通報義務 · effort: 努力義務 */
export type ReportingDuty = 'duty' | 'effort'
export interface ReportingDuties {
  /** staff about their own facility or office */
  ownFacility: ReportingDuty
  graveDanger: ReportingDuty
  otherwise: ReportingDuty
}

/** 通報の義務 (ABU-02). */
export const reportingDuties: Dated<ReportingDuties> = {
  id: 'casework.abuse.reporting-duties',
  title: '高齢者虐待の通報の義務',
  unit: '区分',
  labels: {
    ownFacility: '自分の施設・事業所のこと',
    graveDanger: '重大な危険がある',
    otherwise: 'そのほか',
    duty: '義務',
    effort: '努力義務',
  },
  history: [
    {
      from: '2006-04-01',
      value: { ownFacility: 'duty', graveDanger: 'duty', otherwise: 'effort' },
      source: { text: '高齢者虐待の防止、高齢者の養護者に対する支援等に関する法律第7条・第21条', url: law },
      confidence: 'recalled',
    },
  ],
  checkedOn: '2026-11-22',
}
