import { z } from 'zod'
import { day, persons, refuse, whole } from '../../../platform/computation/index.ts'

/** Fields of the regional analysis (ANL): layers of age and sex, and the standard they are adjusted to. */

export const layerName = z
  .string()
  .min(1, '区分: 名前を入れてください。')
  .meta({ title: '区分', description: '男65〜69歳 など' })

const layer = z
  .strictObject({
    name: layerName,
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
    layers: z
      .array(
        z
          .strictObject({ name: layerName, people: whole('標準の人数', '人') })
          .meta({ title: '標準の区分', description: '区分の名前と標準の人数' }),
        '標準の人数: 区分の名前と人数の並びで入力してください。',
      )
      .meta({ title: '標準の人数', description: '同じ区分の標準の人数。名前で合わせます（順は問いません）' }),
  })
  .meta({ title: '標準人口', description: 'この標準で調整した値です。違う標準の値とは比べられません' })

const nameOfTwice = (layers: readonly { name: string }[]): string | undefined =>
  layers.find(({ name }, at) => layers.findIndex((one) => one.name === name) < at)?.name

/**
 * The layers of a standard in the order of our own, matched by their names.
 * @param path of the standard's layers
 * @throws RuleRefusal where a name stands twice, or on one side only
 */
export function matched<T extends { name: string }>(
  ours: readonly { name: string }[],
  theirs: readonly T[],
  path: string,
  whose: string,
): T[] {
  for (const [at, layers] of [
    ['layers', ours],
    [path, theirs],
  ] as const) {
    const twice = nameOfTwice(layers)
    if (twice !== undefined)
      refuse('layer-twice', at, `区分: 「${twice}」が2回あります。1つにまとめてください。`)
  }
  const byName = new Map(theirs.map((layer) => [layer.name, layer]))
  const missing = ours.filter(({ name }) => !byName.has(name)).map(({ name }) => name)
  const names = new Set(ours.map(({ name }) => name))
  const additional = theirs.filter(({ name }) => !names.has(name)).map(({ name }) => name)
  if (missing.length > 0 || additional.length > 0)
    refuse(
      'layers-differ',
      path,
      `${whose}: 区分が合いません（${[
        missing.length > 0 ? `ないもの: ${missing.join('、')}` : '',
        additional.length > 0 ? `余るもの: ${additional.join('、')}` : '',
      ]
        .filter(Boolean)
        .join('。')}）。同じ名前の区分で入力してください。`,
    )
  return ours.map(({ name }) => byName.get(name)!)
}
