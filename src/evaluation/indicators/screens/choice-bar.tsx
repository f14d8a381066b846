import { useQuery } from '@tanstack/react-query'
import { SelectField } from '../../../ui/form/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import { nameOf } from '../pictures/place-points.ts'
import type { PlaceList } from '../places/schema.ts'
import type { IndicatorList } from '../schema.ts'
import { type At, type Level, valuesQuery } from './api.ts'
import { Exports } from './exports.tsx'
import { periodWords } from './figure-words.ts'
import { PlacePicker } from './place-picker.tsx'
import { COMPARED_WORDS, type Compared, LEVEL_WORDS } from './where.ts'

type ChoiceBarProps = {
  listed: IndicatorList['items'][number]
  places: PlaceList
  levels: readonly Level[]
  at: At
  code: string | null
  compared: Compared
  onLevel: (level: string) => void
  onSeries: (series: string) => void
  onPlace: (code: string) => void
  onPeriod: (periodTo: string) => void
  onCompared: (compared: string) => void
}

/** What is looked at, and with whom it will be compared: asked before any figure is seen. */
export function ChoiceBar(props: ChoiceBarProps) {
  const { listed, places, levels, at, code, compared } = props
  const stored = listed.available.filter(({ level }) => level === at.level)
  const periods = stored.find(({ series }) => series === at.series)?.periods ?? []
  const towns = useQuery({ ...valuesQuery(listed.id, at), enabled: at.level === 'town' })
  const all = [...places.insurers, ...places.municipalities]
  const municipality = (series: string) => all.find((one) => one.code === series)?.name ?? series
  return (
    <>
      <PageHead
        title={listed.title}
        lead={`${listed.group}　${listed.source}`}
        actions={<Exports listed={listed} at={at} code={code} compared={compared} />}
      />
      <div className="mb-4 flex flex-wrap items-end gap-x-5 gap-y-2 print:hidden">
        {levels.length > 1 ? (
          <SelectField
            name="level"
            label="見る単位"
            value={at.level}
            onChange={props.onLevel}
            options={levels.map((value) => ({ value, label: LEVEL_WORDS[value] }))}
            isComplete
          />
        ) : null}
        {at.level === 'town' && stored.length > 1 ? (
          <SelectField
            name="series"
            label="市区町村"
            value={at.series}
            onChange={props.onSeries}
            options={stored.map(({ series }) => ({ value: series, label: municipality(series) }))}
            isComplete
          />
        ) : null}
        <PlacePicker
          places={places}
          level={at.level}
          value={code}
          onChange={props.onPlace}
          towns={towns.data?.items.map((item) => ({ code: item.code, name: nameOf(item) }))}
        />
        {periods.length > 1 ? (
          <SelectField
            name="period"
            label="時点"
            value={at.periodTo ?? ''}
            onChange={props.onPeriod}
            options={periods.map((one) => ({
              value: one.periodTo,
              label: `${periodWords(one)}（${one.release}）`,
            }))}
            isComplete
          />
        ) : null}
        {at.level === 'insurer' ? (
          <SelectField
            name="with"
            label="比べる相手"
            value={compared}
            onChange={props.onCompared}
            options={Object.entries(COMPARED_WORDS).map(([value, label]) => ({ value, label }))}
            isComplete
          />
        ) : null}
      </div>
    </>
  )
}
