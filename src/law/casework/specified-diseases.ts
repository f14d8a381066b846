import type { Dated } from '../types.ts'

/** 特定疾病, in the order of the Cabinet order. Keys are ours: systems number them each in their own way. */
export const specifiedDiseases: Dated<readonly { key: string; label: string }[]> = {
  id: 'casework.certification.specified-diseases',
  title: '特定疾病（16疾病）',
  unit: '種類（第2号被保険者の特定疾病、16）',
  labels: { key: '記号', label: '疾病' },
  history: [
    {
      from: '2006-04-01',
      value: [
        {
          key: 'terminal-cancer',
          label:
            'がん（医師が一般に認められている医学的知見に基づき回復の見込みがない状態に至ったと判断したものに限る。）',
        },
        { key: 'rheumatoid-arthritis', label: '関節リウマチ' },
        { key: 'als', label: '筋萎縮性側索硬化症' },
        { key: 'opll', label: '後縦靱帯骨化症' },
        { key: 'osteoporosis-with-fracture', label: '骨折を伴う骨粗鬆症' },
        { key: 'early-dementia', label: '初老期における認知症' },
        {
          key: 'parkinson-related',
          label: '進行性核上性麻痺、大脳皮質基底核変性症及びパーキンソン病',
        },
        { key: 'spinocerebellar-degeneration', label: '脊髄小脳変性症' },
        { key: 'spinal-stenosis', label: '脊柱管狭窄症' },
        { key: 'progeria', label: '早老症' },
        { key: 'multiple-system-atrophy', label: '多系統萎縮症' },
        {
          key: 'diabetic-complications',
          label: '糖尿病性神経障害、糖尿病性腎症及び糖尿病性網膜症',
        },
        { key: 'cerebrovascular', label: '脳血管疾患' },
        { key: 'arteriosclerosis-obliterans', label: '閉塞性動脈硬化症' },
        { key: 'copd', label: '慢性閉塞性肺疾患' },
        {
          key: 'osteoarthritis',
          label: '両側の膝関節又は股関節に著しい変形を伴う変形性関節症',
        },
      ],
      source: { text: '介護保険法施行令第2条', url: 'https://laws.e-gov.go.jp/law/410CO0000000412' },
      confidence: 'recalled',
    },
  ],
  checkedOn: '2026-11-22',
}
