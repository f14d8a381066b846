import type { Dated } from '../types.ts'

/** Points of one scale; the wording of its questions is licensed and not here. */
export interface Scale {
  items: number
  leastPoints: number
  mostPoints: number
}

export interface Dasc21 extends Scale {
  /** dementia is suspected from this total on */
  cutPoints: number
  /** numbers of the items that speak for more than mild, and from how many points on */
  severeItems: readonly number[]
  severePoints: number
}

/** DASC-21 (DEM-03). */
export const dementiaDasc21: Dated<Dasc21> = {
  id: 'casework.dementia.dasc-21',
  title: 'DASC-21 の点と区切り',
  unit: '項目、点',
  labels: {
    items: '項目の数',
    leastPoints: '1項目の最小の点',
    mostPoints: '1項目の最大の点',
    cutPoints: '疑いの区切り（点）',
    severeItems: '中等度以上を疑う項目',
    severePoints: 'その項目の点の下限',
  },
  history: [
    {
      from: '2015-04-01',
      value: {
        items: 21,
        leastPoints: 1,
        mostPoints: 4,
        cutPoints: 31,
        severeItems: [3, 5, 9, 16, 17, 18, 19, 20, 21],
        severePoints: 3,
      },
      source: {
        text: '地域包括ケアシステムにおける認知症アセスメントシート DASC-21',
        url: 'https://kaigo123.jp/dasc-21/',
      },
      confidence: 'recalled',
      note: '項目数、点、31点は資料で見ました。中等度以上を疑う項目は記憶によるものです。始まりの日は認知症初期集中支援の制度の始まりとして置いています。',
    },
  ],
  checkedOn: '2026-11-22',
}

/** DBD13 (DEM-04): no cut-off. */
export const dementiaDbd13: Dated<Scale> = {
  id: 'casework.dementia.dbd13',
  title: 'DBD13 の点',
  unit: '項目、点',
  labels: {
    items: '項目の数',
    leastPoints: '1項目の最小の点',
    mostPoints: '1項目の最大の点',
  },
  history: [
    {
      from: '2015-04-01',
      value: { items: 13, leastPoints: 0, mostPoints: 4 },
      source: {
        text: '認知症行動障害尺度短縮版 DBD13',
        url: 'https://www.springermedizin.de/link?doi=10.3143/geriatrics.49.463',
      },
      confidence: 'seen',
      note: '始まりの日は認知症初期集中支援の制度の始まりとして置いています。',
    },
  ],
  checkedOn: '2026-11-22',
}

export interface Zarit {
  personalItems: number
  roleItems: number
  leastPoints: number
  mostPoints: number
  cutPoints: number
}

/** J-ZBI_8 (DEM-05). */
export const dementiaZarit8: Dated<Zarit> = {
  id: 'casework.dementia.j-zbi-8',
  title: 'J-ZBI_8 の点と区切り',
  unit: '項目、点',
  labels: {
    personalItems: '個人の負担の項目の数',
    roleItems: '役割の負担の項目の数',
    leastPoints: '1項目の最小の点',
    mostPoints: '1項目の最大の点',
    cutPoints: '区切り（点）',
  },
  history: [
    {
      from: '2015-04-01',
      value: { personalItems: 5, roleItems: 3, leastPoints: 0, mostPoints: 4, cutPoints: 13 },
      source: { text: 'Zarit介護負担尺度日本語版の短縮版 J-ZBI_8', url: 'https://paperzz.com/doc/5658894/' },
      confidence: 'unverified',
      note: '5項目と3項目の分け方と13点は確かめていません。始まりの日は認知症初期集中支援の制度の始まりとして置いています。',
    },
  ],
  checkedOn: '2026-11-22',
}
