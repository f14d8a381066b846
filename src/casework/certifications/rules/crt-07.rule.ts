import { z } from 'zod'
import { specifiedDiseases } from '../../../law/casework/specified-diseases.ts'
import { choice, codesOf, defineRule, refuse } from '../../../platform/computation/index.ts'
import { INSURED_TYPES, type InsuredType } from '../codes.ts'
import { diseaseCheck } from './renewal.ts'

const LABELS = Object.fromEntries(INSURED_TYPES.map(({ code, label }) => [code, label])) as Record<
  InsuredType,
  string
>
const RESULTS = {
  ok: '決定してよい',
  diseaseMissing: '特定疾病を確かめる',
  unknown: '被保険者の種別を確かめる',
  notInsured: '被保険者でない（決定しない）',
}

export const rule = defineRule({
  id: 'CRT-07',
  title: '第2号被保険者の特定疾病',
  group: '要介護認定',
  meaning:
    '第2号被保険者の認定に、16の特定疾病のどれかが記されているかを確かめます。第1号被保険者には要りません。被保険者でない方の認定は決定しません。',
  formula: '申請日に第2号被保険者なら、特定疾病があること',
  source: { text: '介護保険法施行令第2条' },
  confidence: 'recalled',
  limits:
    '申請の後に65歳になる方は、申請日の種別で判定します（確かめていません）。市町村のシステムの番号は順が異なるので、記号で扱います。',
  parameters: { diseases: specifiedDiseases },
  labels: { result: '確認の結果', ...codesOf('result', RESULTS), label: '特定疾病' },
  input: z.strictObject({
    insuredType: choice('申請日の被保険者の種別', LABELS)
      .nullable()
      .meta({ title: '申請日の被保険者の種別', labels: LABELS, description: 'わからないときは null' }),
    disease: z
      .string('特定疾病: 記号で入力してください。')
      .max(100, '特定疾病: 記号で入力してください。')
      .nullable()
      .meta({
        title: '特定疾病の記号',
        description: '制度の数値「特定疾病（16疾病）」の記号。ないときは null',
      }),
  }),
  compute({ insuredType, disease }, { law, entry, note }) {
    const found = disease === null ? null : law.diseases.find(({ key }) => key === disease)
    if (found === undefined)
      refuse(
        'unknown-disease',
        'disease',
        '特定疾病の記号: 一覧にありません。制度の数値「特定疾病（16疾病）」の記号から選んでください。',
      )
    const result = diseaseCheck(insuredType, disease)
    note?.({
      label: '特定疾病の確認',
      formula: '申請日に第2号被保険者なら、特定疾病があること',
      inputs: { 種別: insuredType === null ? null : LABELS[insuredType], 特定疾病: found?.label ?? null },
      value: RESULTS[result],
      source: entry.diseases.source,
      confidence: entry.diseases.confidence,
    })
    return { result, label: found?.label ?? null }
  },
  cases: [
    {
      title: '第2号（62歳）、関節リウマチ',
      input: { insuredType: 'category2Insured' as const, disease: 'rheumatoid-arthritis' },
      value: { result: 'ok', label: '関節リウマチ' },
    },
    {
      title: '第2号（62歳）、記載なし',
      input: { insuredType: 'category2Insured' as const, disease: null },
      value: { result: 'diseaseMissing', label: null },
    },
    {
      title: '第1号（65歳）、記載なし',
      input: { insuredType: 'category1Insured' as const, disease: null },
      value: { result: 'ok', label: null },
    },
    {
      title: '種別がわからない',
      input: { insuredType: null, disease: null },
      value: { result: 'unknown', label: null },
    },
    ...([null, 'rheumatoid-arthritis'] as const).map((disease) => ({
      title: disease === null ? '被保険者でない' : '被保険者でない、関節リウマチ',
      input: { insuredType: 'notInsured' as const, disease },
      value: { result: 'notInsured', label: disease === null ? null : '関節リウマチ' },
    })),
    {
      title: '一覧にない記号',
      input: { insuredType: 'category2Insured' as const, disease: '01' },
      refused: { code: 'unknown-disease', path: 'disease' },
    },
  ].map((one) => ({ ...one, on: '2026-11-22' })),
})
