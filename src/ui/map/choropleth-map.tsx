import {
  lazy,
  memo,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { Button } from '../button/index.ts'
import { Empty, Loading } from '../empty/index.ts'
import { useShortcuts } from '../keys/index.ts'
import { useToast } from '../toast/index.ts'
import { classesOf } from './classes.ts'
import { describeMap } from './describe-map.ts'
import { hasWebGl } from './has-webgl.ts'
import { Legend } from './legend.tsx'
import { type MapData, subjectsOf } from './map-data.ts'
import { MapTable } from './map-table.tsx'
import { PlaceCard, type PlaceLink } from './place-card.tsx'
import { PlaceChoice } from './place-choice.tsx'
import { saveMapPng, saveMapSvg } from './save-map.ts'
import { SvgMap } from './svg-map.tsx'

const GlMap = lazy(() => import('./gl-map.tsx'))

/** Pixels between the margins of an A4 page, upright. */
const paperWidth = 680

export type ChoroplethMapProps = {
  title: string
  /** the same object as long as the figures are the same */
  data: MapData
  /** 出典, caveats: one line each; under the map and inside the saved one. Never without the boundaries' own line. */
  notes: readonly string[]
  /** in their place on the screen, when the area has a part of its own for them */
  foot?: ReactNode
  /** level of the heading; 2 without */
  level?: 2 | 3
  /** where the card of an area leads */
  linkOf?: (code: string) => PlaceLink | null
  /** an area was chosen on the map or in the list; null: none any more */
  onChoose?: (code: string | null) => void
  /** pixels of the map on the screen; 460 without */
  height?: number
}

/** Of several pictures on a page the key means the one with the focus, else the first. */
function isMeant(figure: HTMLElement | null): boolean {
  const all = [...document.querySelectorAll<HTMLElement>('figure[data-chart]')]
  return figure === (all.find((one) => one.contains(document.activeElement)) ?? all[0])
}

/** Areas coloured by their figures, with list, legend and card beside, and the table of the same figures one key away. */
export function ChoroplethMap({
  title,
  data,
  notes,
  foot,
  level = 2,
  linkOf,
  onChoose,
  height = 460,
}: ChoroplethMapProps) {
  const id = useId()
  const figure = useRef<HTMLElement>(null)
  const show = useToast()
  const [isTable, setTable] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const [pointed, setPointed] = useState<string | null>(null)
  const subjects = useMemo(() => subjectsOf(data), [data])
  const classes = useMemo(() => classesOf(data, subjects), [data, subjects])
  const turn = () => setTable(!isTable)
  useShortcuts([
    {
      keys: ['t'],
      label: '図と表を替える',
      group: 'ページ',
      run: () => (isMeant(figure.current) ? turn() : false),
    },
  ])
  const told = useRef(onChoose)
  told.current = onChoose
  const choose = useCallback((code: string | null) => {
    setChosen(code)
    told.current?.(code)
  }, [])
  const save = async (how: (map: { title: string; data: MapData; notes: readonly string[] }) => unknown) => {
    try {
      await how({ title, data, notes })
    } catch {
      show('地図を保存できませんでした。もう一つの形式でお試しください。', { tone: 'danger' })
    }
  }
  const subject = subjects.find(({ code }) => code === (pointed ?? chosen))
  const isDrawable = (data.shapes !== null || (data.places?.length ?? 0) > 0) && subjects.length > 0
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <figure ref={figure} aria-labelledby={id} data-chart="map" className="m-0">
      <figcaption className="mb-1 flex flex-wrap items-center gap-2">
        <Heading id={id} className="mr-auto text-lg font-bold">
          {title}
        </Heading>
        {isTable || !isDrawable ? null : (
          <>
            <Button
              size="small"
              look="quiet"
              onPress={() => void save(saveMapSvg)}
              aria-label={`${title}をSVGで保存する`}
            >
              SVGで保存
            </Button>
            <Button
              size="small"
              look="quiet"
              onPress={() => void save(saveMapPng)}
              aria-label={`${title}をPNGで保存する`}
            >
              PNGで保存
            </Button>
          </>
        )}
        <Button size="small" shortcut="T" onPress={turn}>
          {isTable ? '地図で見る' : '表で見る'}
        </Button>
      </figcaption>
      {isTable ? (
        <MapTable title={title} data={data} />
      ) : isDrawable ? (
        <div className="grid gap-3 md:grid-cols-[minmax(0,1fr)_16rem] print:block">
          <MapPicture {...{ title, data, chosen, height }} onPoint={setPointed} onChoose={choose} />
          <div className="flex flex-col gap-3">
            <div className="print:hidden">
              <PlaceChoice label="地域を選ぶ" subjects={subjects} chosen={chosen} onChoose={choose} />
            </div>
            <div aria-live={pointed === null ? 'polite' : 'off'} className="empty:hidden print:hidden">
              {subject ? (
                <PlaceCard data={data} subject={subject} link={linkOf?.(subject.code) ?? null} />
              ) : null}
            </div>
            <Legend data={data} classes={classes} />
          </div>
        </div>
      ) : (
        <Empty title="地図にできる境界も位置もありません">表では数を見られます。</Empty>
      )}
      {foot ??
        notes.map((note) => (
          <p key={note} className="mt-1 text-xs text-soft">
            {note}
          </p>
        ))}
    </figure>
  )
}

type PictureProps = {
  title: string
  data: MapData
  chosen: string | null
  height: number
  onPoint: (code: string | null) => void
  onChoose: (code: string) => void
}

/** MapLibre on the screen, a drawing on paper and where the browser has no WebGL. */
const MapPicture = memo(function MapPicture({
  title,
  data,
  chosen,
  height,
  onPoint,
  onChoose,
}: PictureProps) {
  const [isFlat, setFlat] = useState(() => !hasWebGl())
  const isPrinting = usePrinting()
  const description = useMemo(() => describeMap(title, data), [title, data])
  const drawing = { data, description, chosen }
  if (isPrinting) return <SvgMap {...drawing} width={paperWidth} />
  if (isFlat) return <SvgMap {...drawing} width={720} onPoint={onPoint} onChoose={onChoose} />
  return (
    <div style={{ height }} className="overflow-hidden rounded-lg border border-line">
      <Suspense fallback={<Loading label="地図を描いています…" />}>
        <GlMap {...drawing} onPoint={onPoint} onChoose={onChoose} onTrouble={() => setFlat(true)} />
      </Suspense>
    </div>
  )
})

/** True while the browser makes pages for the printer; what it prints is drawn before it looks. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const set = (is: boolean) => () => flushSync(() => setPrinting(is))
    const [before, after] = [set(true), set(false)]
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return isPrinting
}
