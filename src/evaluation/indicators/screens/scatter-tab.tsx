import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { ChartWithTable, type ScatterPoint } from '../../../ui/chart/index.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { SelectField } from '../../../ui/form/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { meanOf, scatterPicture } from '../pictures/pictures.ts'
import type { PlaceList } from '../places/schema.ts'
import { figureText } from '../rules/words.ts'
import type { Definition, Values } from '../schema.ts'
import { similarQuery, valuesQuery } from './api.ts'
import type { Listed } from './chosen-set.ts'
import { asOfWords } from './figure-words.ts'
import { peersOf } from './shown.ts'
import { COMPARED_WORDS, type Compared, isCompared } from './where.ts'

const at = { level: 'insurer', series: 'japan' } as const

type ScatterTabProps = { items: readonly Listed[]; place: string; places: PlaceList }

/** 散布図: two indicators of all insurers, cut into quarters at the means of those one is compared with. */
export function ScatterTab({ items, place, places }: ScatterTabProps) {
  const known = (id: string, otherwise: string) =>
    items.find((one) => one.id === id) ?? items.find((one) => one.id === otherwise) ?? items[0]!
  const [xWord, setX] = useAddressWord('x', '')
  const [yWord, setY] = useAddressWord('y', '')
  const [withWord, setWith] = useAddressWord('with', 'prefecture')
  const compared: Compared = isCompared(withWord) ? withWord : 'prefecture'
  const [x, y] = [known(xWord, 'insured-85over-share'), known(yWord, 'certification-rate')]
  const ofX = useQuery(valuesQuery(x.id, at))
  const ofY = useQuery(valuesQuery(y.id, at))
  const similar = useQuery({ ...similarQuery(y.id, place), enabled: compared === 'similar' })
  const failed = ofX.error ?? ofY.error
  const options = items.map(({ id, title }) => ({ value: id, label: title }))
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-x-5 gap-y-2 print:hidden">
        <SelectField name="x" label="横の軸" value={x.id} onChange={setX} options={options} isComplete />
        <SelectField name="y" label="縦の軸" value={y.id} onChange={setY} options={options} isComplete />
        <SelectField
          name="with"
          label="比べる相手"
          value={compared}
          onChange={setWith}
          options={Object.entries(COMPARED_WORDS).map(([value, label]) => ({
            value,
            label: value === 'none' ? '全国の保険者' : label,
          }))}
          isComplete
        />
      </div>
      {failed ? (
        <Failure error={failed} onRetry={() => void Promise.all([ofX.refetch(), ofY.refetch()])} />
      ) : ofX.data && ofY.data ? (
        <Picture
          x={ofX.data}
          y={ofY.data}
          place={place}
          compared={compared}
          similar={similar.data?.items ?? []}
          places={places}
        />
      ) : (
        <Loading />
      )}
    </div>
  )
}

type PictureProps = {
  x: Values
  y: Values
  place: string
  compared: Compared
  similar: readonly { code: string }[]
  places: PlaceList
}

function Picture({ x, y, place, compared, similar }: PictureProps) {
  const [pointed, setPointed] = useState<string | null>(null)
  const picture = useMemo(() => {
    const ours = y.items.find(({ code }) => code === place) ?? null
    const peers = peersOf(y.items, ours, compared, similar)
    const among = (items: Values['items']) =>
      peers.size > 0 ? items.filter(({ code }) => peers.has(code) || code === place) : items
    const [meanX, meanY] = [meanOf(among(x.items)), meanOf(among(y.items))]
    const label = `${compared === 'none' ? '全国の保険者' : COMPARED_WORDS[compared]}の平均（人数で重みづけしない）`
    const cross = meanX === null || meanY === null ? undefined : { label, x: meanX, y: meanY }
    return scatterPicture(x, y, 'insurer', { own: place, peers }, cross)
  }, [x, y, place, compared, similar])
  const data = useMemo(() => ({ ...picture, pointed: pointed ?? undefined }), [picture, pointed])
  const named = picture.points.filter(({ role }) => role !== undefined)
  const looked = picture.points.find(({ id }) => id === pointed)
  return (
    <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <ChartWithTable
        title={`${x.definition.title}と${y.definition.title}`}
        data={data}
        notes={[
          ...new Set([...x.attribution, ...y.attribution]),
          `横は${asOfWords(x)}、縦は${asOfWords(y)}。並んで動くことは、原因であることを表しません。`,
        ]}
        onPoint={setPointed}
      />
      <aside aria-label="点を読む" className="text-sm print:hidden">
        <h2 className="text-base font-bold">点を読む</h2>
        <p className="mb-2 text-soft">名を選ぶと、図の点に輪が付きます。図の点にマウスを置いても読めます。</p>
        <div aria-live="polite" className="min-h-16 rounded-lg bg-ground px-3 py-2">
          {looked ? <Looked point={looked} x={x.definition} y={y.definition} /> : '選んだ点はありません。'}
        </div>
        <ul className="mt-2 max-h-96 overflow-y-auto">
          {named
            .toSorted((a, b) => Number(b.role === 'own') - Number(a.role === 'own'))
            .map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  aria-pressed={pointed === one.id}
                  className="min-h-7 w-full px-2 text-left hover:bg-accent-soft aria-pressed:font-bold"
                  onClick={() => setPointed(pointed === one.id ? null : one.id)}
                >
                  {one.role === 'own' ? '◆' : '▲'} {one.name}
                </button>
              </li>
            ))}
        </ul>
      </aside>
    </div>
  )
}

function Looked({ point, x, y }: { point: ScatterPoint; x: Definition; y: Definition }) {
  const say = (value: ScatterPoint['x'], { unit, decimals }: Definition) =>
    typeof value === 'number' ? `${figureText(value, decimals)}${unit}` : value.missing
  return (
    <>
      <strong>{point.name}</strong>
      <span className="block">
        {x.title} {say(point.x, x)}
      </span>
      <span className="block">
        {y.title} {say(point.y, y)}
      </span>
    </>
  )
}
