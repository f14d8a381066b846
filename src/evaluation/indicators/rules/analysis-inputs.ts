import { z } from 'zod'
import { day, persons, whole } from '../../../platform/computation/index.ts'

/** Fields of the regional analysis (ANL): layers of age and sex, and the standard they are adjusted to. */

const layer = z
  .strictObject({
    name: z
      .string()
      .min(1, '区分: 名前を入れてください。')
      .meta({ title: '区分', description: '男65〜69歳 など' }),
    counted: persons('認定者数'),
    people: persons('第1号被保険者数'),
  })
  .refine(({ counted, people }) => counted <= people, {
    error: '認定者数: 第1号被保険者数より多くなっています。どちらかを確かめてください。',
    path: ['counted'],
  })
  .meta({ title: '区分', description: '年齢と性別の区分ごとの人数' })

export const layersField = (title: string) =>
  z
    .array(layer, `${title}: 並びで入力してください。`)
    .min(1, `${title}: 1つ以上入力してください。`)
    .meta({ title, description: '年齢と性別の区分ごとの認定者数と第1号被保険者数' })

export const standardName = {
  name: z
    .string()
    .min(1, '標準: 名前を入れてください。')
    .meta({ title: '標準の名前', description: '全国 第1号被保険者 など' }),
  asOf: day('標準の時点'),
}

/** A standard population: whose ages the rate is told with. It is kept with the number. */
export const standardField = z
  .strictObject({
    ...standardName,
    people: z
      .array(whole('標準の人数', '人'), '標準の人数: 並びで入力してください。')
      .meta({ title: '標準の人数', description: '区分と同じ順' }),
  })
  .meta({ title: '標準人口', description: 'この標準で調整した値です。違う標準の値とは比べられません' })
