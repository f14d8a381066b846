import { z } from 'zod'
import { defineRule, refuse } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { prj012Cases } from '../examples/prj-012.ts'
import { head } from './projection-fields.ts'

export const rule = defineRule({
  id: 'PRJ-012',
  title: '介護人材の必要数（簡易な見込み）',
  group: '将来推計',
  meaning: '都道府県の介護人材の必要数を、認定者数の割合で市町村に分けた簡易な見込みです。',
  formula: '都道府県の必要数×市町村の認定者数÷都道府県の認定者数、1人未満は四捨五入',
  source: { text: '介護保険事業計画の作成の手引き 138ページ（計画作成の実務資料による）' },
  confidence: 'secondary',
  limits: '1人未満の四捨五入は本ソフトの決めです。サービス種類や職種ごとの必要数は計算しません。',
  parameters: {},
  input: z.strictObject({
    prefectureNeed: head('都道府県の介護人材の必要数'),
    municipalityCertified: head('市町村の認定者数'),
    prefectureCertified: head('都道府県の認定者数'),
  }),
  compute({ prefectureNeed, municipalityCertified, prefectureCertified }, { note, round }) {
    if (prefectureCertified === 0)
      refuse('no-certified', 'prefectureCertified', '都道府県の認定者数: 1人以上を入力してください。')
    if (municipalityCertified > prefectureCertified)
      refuse(
        'above-prefecture',
        'municipalityCertified',
        `市町村の認定者数: ${municipalityCertified}人が、都道府県の${prefectureCertified}人をこえています。どちらかを直してください。`,
      )
    const exact = { over: product(prefectureNeed, municipalityCertified), under: prefectureCertified }
    const needPersons = round('介護人材の必要数', exact, 'half-up', 1, '人')
    note?.({
      label: '介護人材の必要数',
      formula: '都道府県の必要数×市町村の認定者数÷都道府県の認定者数',
      inputs: {
        都道府県の必要数: prefectureNeed,
        市町村の認定者数: municipalityCertified,
        都道府県の認定者数: prefectureCertified,
      },
      value: needPersons,
      unit: '人',
    })
    return { needPersons }
  },
  cases: prj012Cases,
})
