import type { Dated } from '../types.ts'

/** What a centre must have, by how many 第1号被保険者 live in its district. Lower limits, smallest first. */
export interface StaffingBand {
  /** 第1号被保険者数, this many and more */
  from: number
  /** of 保健師等, 社会福祉士等, 主任介護支援専門員等; null: as many as `least` says, of any of the three */
  each: number | null
  /** persons in all, at the least */
  least: number
  /** as many at the most, where the rule names a range */
  most: number | null
  /** of these, full-time and for the centre alone (専従常勤) */
  fullTimeExclusive: number
  /** professions that must be among them */
  mustHave: readonly 'publicHealthNurse'[]
  /** only where the 運営協議会 recognises that a centre of its own is needed */
  needsCouncil: boolean
}

const SOURCE = {
  text: '介護保険法施行規則第140条の66第1号、市町村の包括的支援事業の実施に関する規則（二次資料）',
}

/** 地域包括支援センターの職員の基準. From the last band's end on, the municipality's ordinance says it. */
export const centreStaffing: Dated<{ bands: readonly StaffingBand[]; ordinanceFrom: number }> = {
  id: 'evaluation.centres.staffing',
  title: '地域包括支援センターの職員の基準（第1号被保険者数による）',
  unit: '人',
  labels: {
    ordinanceFrom: '条例による人数（以上）',
    bands: '区分',
    from: '第1号被保険者数（以上）',
    each: '各職種の人数',
    least: '合計の下限',
    most: '合計の上限',
    fullTimeExclusive: 'うち専従常勤',
    mustHave: '必ず置く職種',
    needsCouncil: '運営協議会の認めが要る',
    publicHealthNurse: '保健師等',
  },
  history: [
    {
      from: '2006-04-01',
      value: {
        ordinanceFrom: 6000,
        bands: [
          { from: 0, each: null, least: 1, most: 2, fullTimeExclusive: 0, mustHave: [], needsCouncil: true },
          {
            from: 1000,
            each: null,
            least: 2,
            most: null,
            fullTimeExclusive: 1,
            mustHave: [],
            needsCouncil: true,
          },
          {
            from: 2000,
            each: null,
            least: 2,
            most: null,
            fullTimeExclusive: 2,
            mustHave: ['publicHealthNurse'],
            needsCouncil: true,
          },
          {
            from: 3000,
            each: 1,
            least: 3,
            most: null,
            fullTimeExclusive: 3,
            mustHave: [],
            needsCouncil: false,
          },
        ],
      },
      source: SOURCE,
      confidence: 'recalled',
      note: '3,000人未満の基準のうち、2,000人以上の段は原典を見ていません。基準は2006年4月から置いています。6,000人からは市町村の条例の表によります。',
    },
  ],
  checkedOn: '2026-11-22',
}
