import { useMemo } from 'react'
import { ChartWithTable } from '../../../ui/chart/index.ts'
import { boxPicture, distributionPicture, placeWord } from '../pictures/pictures.ts'
import { asOfWords } from './figure-words.ts'
import type { ShownOnPage } from './shown.ts'

/** 分布: where ours lies among all, and among the prefectures. */
export function DistributionTab({ page }: { page: ShownOnPage }) {
  const { definition, values, places, level } = page
  const distribution = useMemo(() => distributionPicture(page), [page])
  const boxes = useMemo(() => boxPicture(page, places.prefectures), [page, places.prefectures])
  const known = page.items.filter(({ value }) => value !== null)
  const prefectures = new Set(known.map(({ prefectureCode }) => prefectureCode))
  const notes = [...values.attribution, `${asOfWords(values)}（${values.release}）`, values.notes[0] ?? '']
  return (
    <div className="flex flex-col gap-8">
      <ChartWithTable title={`${definition.title}の分布`} data={distribution} notes={notes} />
      {level !== 'town' && prefectures.size > 1 ? (
        <ChartWithTable
          title={`${definition.title}の都道府県ごとの箱ひげ`}
          data={boxes}
          notes={[
            ...notes,
            `箱は${placeWord(level)}を1つずつ数えたもので、人数では重みづけしていません。ひげは箱の高さの1.5倍までにある値です。`,
          ]}
        />
      ) : null}
    </div>
  )
}
