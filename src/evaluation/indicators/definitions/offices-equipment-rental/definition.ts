import { indicator } from '../../define.ts'

export default indicator({
  id: 'offices-equipment-rental',
  title: '福祉用具貸与の事業所（65歳以上1万人あたり）',
  unit: 'か所/1万人',
  group: '事業所',
  numerator: '福祉用具貸与の事業所数（170、公表の時点）',
  denominator: '第1号被保険者数（事業所の時点より前の、直近の年度末）',
  exclusions: '公表の対象にならない事業所。同じ事業所番号は種類ごとに1か所と数えます。',
  period: 'half-year-end',
  levels: ['insurer', 'prefecture'],
  source:
    '介護サービス情報公表システム オープンデータ（厚生労働省）と介護保険事業状況報告（年報）第2表（厚生労働省）',
  caveat:
    '公表された事業所の一覧で、休止中の事業所や規模（定員・職員）は分かりません。訪問介護（110）、訪問看護（130）、通所介護（150）、短期入所生活介護（210）、認知症グループホーム（320）、居宅介護支援（430）、特別養護老人ホーム（510）、地域密着型通所介護（780）のファイルは手もとになく、この指標の種類だけでは足りているかを言えません。分母は直前の年度末の第1号被保険者で、事業所の時点とはちがいます。',
  better: 'neither',
  decimals: 2,
  computation: {
    kind: 'ratio',
    numerator: ['offices.170'],
    denominator: ['insured.total'],
    per: 10_000,
    denominatorPeriod: 'nearest-before',
  },
  chance: 'none',
  basis: { text: '本ソフトの決め' },
  confidence: 'decided',
})
