import { z } from 'zod'
import { shortIntensiveCuts } from '../../../law/casework/short-intensive-cuts.ts'
import { choice, defineRule, orUnknown, refuse, whole } from '../../../platform/computation/index.ts'
import { measuredCases } from '../measured-cases.ts'
import { bestOf, MARKS, type Mark, marksOf, walkSpeed } from './measures.ts'

const measured = (title: string, unit: string, max: number, min = 0) =>
  orUnknown(whole(title, unit, { min, max }), '測っていなければ null')
const trials = (title: string, unit: string, max: number) =>
  z
    .array(
      whole(title, unit, { min: 1, max }),
      `${title}: 測った値を並べてください。測っていなければ空にします。`,
    )
    .max(10, `${title}: 10回までです。`)
    .meta({ title, description: `${title}（${unit}）。測った回ごとに並べます` })

export const rule = defineRule({
  id: 'STC-02',
  title: '体力測定の値と目安',
  group: '総合事業',
  meaning: '握力、5m歩行、TUG などの値を目安の値と比べます。測っていないものは「わからない」とします。',
  formula: '握力は最大、TUGは最短をとる。歩く速さ＝5m÷秒。それぞれを目安の値と比べる',
  source: { text: 'AWGS 2019、運動器不安定症と口腔機能低下症の診断基準、転倒の研究' },
  confidence: 'recalled',
  limits:
    '目安は研究や診断の基準で、制度の基準ではありません。新しい合意（AWGS 2025）で変わることがあります。CS-30 の年齢別の値、老研式活動能力指標、E-SAS、LSA は計算しません。',
  parameters: { cuts: shortIntensiveCuts },
  input: z.strictObject({
    sex: choice('性別', { male: '男', female: '女' }),
    gripTenthsKg: trials('握力', '0.1kg', 1000),
    walkHundredthsSecond: measured('5m歩行（ふだんの速さ）', '0.01秒', 100_000, 1), // number: what a time may be
    tugTenthsSecond: trials('TUG', '0.1秒', 10_000),
    oneLegTenthsSecond: measured('開眼片脚起立', '0.1秒', 10_000),
    oneLegCapSeconds: measured('開眼片脚起立を打ち切る時間', '秒', 1000),
    chairStands: measured('CS-30（30秒椅子立ち上がり）', '回', 1000),
    chairRiseHundredthsSecond: measured('5回立ち上がり', '0.01秒', 100_000, 1), // number: what a time may be
    sppbPoints: measured('SPPB', '点', 12),
    calfTenthsCm: measured('下腿周囲長', '0.1cm', 1000, 1),
    oralTenthsPerSecond: measured('オーラルディアドコキネシス', '0.1回/秒', 1000),
  }),
  compute(input, { law: { cuts }, entry, note, round }) {
    const { oneLegCapSeconds: cap, oneLegTenthsSecond } = input
    if (oneLegTenthsSecond !== null && (cap === null || !cuts.oneLegCapSeconds.includes(cap)))
      refuse(
        'unknown-cap',
        'oneLegCapSeconds',
        `片脚起立を打ち切る時間は、${cuts.oneLegCapSeconds.join('秒か')}秒を入力してください。`,
      )
    if (oneLegTenthsSecond !== null && cap !== null && oneLegTenthsSecond > cap * 10)
      refuse('beyond-cap', 'oneLegTenthsSecond', `片脚起立の値が、打ち切る時間（${cap}秒）を超えています。`)
    const speed = walkSpeed(input.walkHundredthsSecond, cuts.walkMm)
    const values = {
      gripTenthsKg: bestOf(input.gripTenthsKg, Math.max),
      walkMmPerSecond: speed && round('歩く速さ', speed, 'half-up', 1, 'mm/秒'),
      tugTenthsSecond: bestOf(input.tugTenthsSecond, Math.min),
    }
    const marks = marksOf(input, cuts)
    note?.({
      label: '握力（最大）',
      inputs: { 測った回数: input.gripTenthsKg.length },
      value: values.gripTenthsKg,
      unit: '0.1kg',
    })
    note?.({
      label: '歩く速さ',
      formula: '5m÷秒',
      inputs: { '秒（0.01）': input.walkHundredthsSecond },
      value: values.walkMmPerSecond,
      unit: 'mm/秒',
    })
    note?.({
      label: 'TUG（最短）',
      inputs: { 測った回数: input.tugTenthsSecond.length },
      value: values.tugTenthsSecond,
      unit: '0.1秒',
    })
    const { source, confidence } = entry.cuts
    for (const [mark, label] of Object.entries(MARKS) as [Mark, string][])
      note?.({ label, value: marks[mark], source, confidence })
    return { version: cuts.version, ...values, marks }
  },
  labels: { version: '目安の版', walkMmPerSecond: '歩く速さ（mm/秒）', marks: '目安', ...MARKS },
  cases: measuredCases,
})
