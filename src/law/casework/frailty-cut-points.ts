import type { Dated, Source } from '../types.ts'

export type FrailtyClass = 'robust' | 'preFrail' | 'notFrail' | 'frail'

/** One study: classes by their lower limit, ascending from 0, so that no total falls between two of them. */
export interface FrailtyScale {
  bands: readonly { frailty: FrailtyClass; fromPoints: number }[]
  citation: Source
  /** what the study can carry, printed beside a result */
  remark: string
}

export interface FrailtyScales {
  /** the one shown unless another is chosen */
  satake2016: FrailtyScale
  kyotoKameoka2022: FrailtyScale
}

const satake: Source = {
  text: 'Satake et al. 2016, Geriatr Gerontol Int',
  url: 'https://medluna.com/article/26171645',
}

/** フレイルの区分点（基本チェックリスト25項目の合計点）: research, not law. Begins with the year of the older paper. */
export const frailtyCutPoints: Dated<FrailtyScales> = {
  id: 'casework.frailty.cut-points',
  title: '基本チェックリスト総合点の区切り（研究）',
  unit: '点（25項目の合計、下限）',
  labels: {
    satake2016: '2016年の論文',
    kyotoKameoka2022: '京都亀岡研究（2022年）',
    bands: '区切り',
    frailty: '区分',
    fromPoints: '点数の下限',
    citation: '論文',
    text: '名称',
    url: 'アドレス',
    remark: '注',
    robust: '健常',
    preFrail: 'プレフレイル',
    notFrail: 'フレイルでない',
    frail: 'フレイル',
  },
  history: [
    {
      from: '2016-01-01',
      value: {
        satake2016: {
          bands: [
            { frailty: 'robust', fromPoints: 0 },
            { frailty: 'preFrail', fromPoints: 4 },
            { frailty: 'frail', fromPoints: 8 },
          ],
          citation: satake,
          remark:
            '外来患者164人、CHS基準との比較。3/4点: 感度70.3%・特異度78.3%、7/8点: 感度89.5%・特異度80.7%',
        },
        kyotoKameoka2022: {
          bands: [
            { frailty: 'notFrail', fromPoints: 0 },
            { frailty: 'frail', fromPoints: 7 },
          ],
          citation: {
            text: 'Watanabe et al. 2022（京都亀岡研究）',
            url: 'https://bmcgeriatr.biomedcentral.com/articles/10.1186/s12877-022-03177-2',
          },
          remark: '1,306人。フレイルの区分点だけを示し、プレフレイルの区分点はない',
        },
      },
      source: satake,
      confidence: 'seen',
    },
  ],
  checkedOn: '2026-11-22',
}
