import type { Dated } from '../types.ts'

/** Lower limits of the number of 第1号被保険者, with the collection rate that is expected from there on. */
export interface CollectionFloor {
  fromPersons: number
  ratePerMille: number
}

/** 予定保険料収納率: the rate below which a shortfall is not lent for. */
export const collectionFloors: Dated<readonly CollectionFloor[]> = {
  id: 'insurer.premium.collection-floor',
  title: '財政安定化基金の貸付で基準とする収納率',
  unit: '人（第1号被保険者数の下限）、‰（収納率）',
  history: [
    {
      from: '2021-04-01',
      value: [
        { fromPersons: 0, ratePerMille: 940 },
        { fromPersons: 1000, ratePerMille: 930 },
        { fromPersons: 10_000, ratePerMille: 920 },
      ],
      source: {
        text: '全国介護保険担当課長会議資料（令和5年7月31日）',
        url: 'https://wic-net.com/material/document/10429/9',
      },
      confidence: 'seen',
      note: '資料は第9期の準備のものです。始まりは第8期の初日としていますが、確かめていません。',
    },
  ],
  checkedOn: '2026-11-22',
}
