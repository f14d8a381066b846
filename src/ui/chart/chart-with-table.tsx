import { lazy, type ReactNode, Suspense, useId, useRef, useState } from 'react'
import { Button } from '../button/index.ts'
import { Empty, Loading } from '../empty/index.ts'
import { useShortcuts } from '../keys/index.ts'
import { useToast } from '../toast/index.ts'
import type { AnyChartData } from './chart-data.ts'
import { canBeDrawn } from './chart-option.ts'
import { ChartTable } from './chart-table.tsx'
import { describe } from './describe.ts'
import { savePng, saveSvg } from './save-picture.ts'

const loadPicture = () => import('./picture.tsx')
// a page that brings this shows a picture: its code comes while the figures are still on their way
loadPicture().catch(() => undefined)
const Picture = lazy(loadPicture)

export type ChartWithTableProps = {
  title: string
  /** the same object as long as the figures are the same */
  data: AnyChartData
  /** 出典, caveats: one line each; under the picture and inside the saved one */
  notes?: readonly string[]
  /** in their place, when the area has a part of its own for them */
  foot?: ReactNode
  /** level of the heading; 2 without */
  level?: 2 | 3
  /** the mouse rests on the mark of a place */
  onPoint?: (id: string | null) => void
}

/** Of several charts on a page the key means the one with the focus, else the first. */
function isMeant(figure: HTMLElement | null): boolean {
  const all = [...document.querySelectorAll<HTMLElement>('figure[data-chart]')]
  return figure === (all.find((one) => one.contains(document.activeElement)) ?? all[0])
}

/** A picture and, one key away, the table of the same figures; saved as a drawing or as dots. */
export function ChartWithTable({ title, data, notes = [], foot, level = 2, onPoint }: ChartWithTableProps) {
  const id = useId()
  const figure = useRef<HTMLElement>(null)
  const svg = useRef<(() => string) | null>(null)
  const show = useToast()
  const [isTable, setTable] = useState(false)
  const turn = () => setTable(!isTable)
  useShortcuts([
    {
      keys: ['t'],
      label: '図と表を替える',
      group: 'ページ',
      run: () => (isMeant(figure.current) ? turn() : false),
    },
  ])
  const isDrawable = canBeDrawn(data)
  const picture = () => (svg.current ? { svg: svg.current(), title, notes } : null)
  const save = async (
    how: (picture: { svg: string; title: string; notes: readonly string[] }) => unknown,
  ) => {
    const now = picture()
    if (!now) return
    try {
      await how(now)
    } catch {
      show('図を保存できませんでした。もう一つの形式でお試しください。', { tone: 'danger' })
    }
  }
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <figure ref={figure} aria-labelledby={id} data-chart="" className="m-0">
      <figcaption className="mb-1 flex flex-wrap items-center gap-2">
        <Heading id={id} className="mr-auto text-lg font-bold">
          {title}
        </Heading>
        {isTable || !isDrawable ? null : (
          <>
            <Button
              size="small"
              look="quiet"
              onPress={() => void save(saveSvg)}
              aria-label={`${title}をSVGで保存する`}
            >
              SVGで保存
            </Button>
            <Button
              size="small"
              look="quiet"
              onPress={() => void save(savePng)}
              aria-label={`${title}をPNGで保存する`}
            >
              PNGで保存
            </Button>
          </>
        )}
        <Button size="small" shortcut="T" onPress={turn}>
          {isTable ? '図で見る' : '表で見る'}
        </Button>
      </figcaption>
      {isTable ? (
        <ChartTable title={title} data={data} />
      ) : isDrawable ? (
        <Suspense fallback={<Loading label="図を描いています…" />}>
          <Picture data={data} description={describe(title, data)} svgRef={svg} onPoint={onPoint} />
        </Suspense>
      ) : (
        <Empty title="図にできる数がありません">あるだけの数は、表で見られます。</Empty>
      )}
      {foot ??
        (notes.length > 0 ? (
          <p className="mt-1 text-xs text-soft">
            {notes.map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
          </p>
        ) : null)}
    </figure>
  )
}
