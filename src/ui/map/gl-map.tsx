import 'maplibre-gl/dist/maplibre-gl.css'
import { type GeoJSONSource, Map as GlMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { Button } from '../button/index.ts'
import { classesOf } from './classes.ts'
import { missingPattern, nothing, outlineOf, paintOf, sourcesOf, styleOf } from './gl-style.ts'
import { words } from './gl-words.ts'
import type { MapData } from './map-data.ts'
import { type Box, bordersOf, type Shape, shapesOf, unionOf } from './shapes.ts'

setWorkerUrl(workerUrl)

export type GlMapProps = {
  data: MapData
  description: string
  chosen: string | null
  /** the pointer rests on this area or place, or on none */
  onPoint: (code: string | null) => void
  onChoose: (code: string) => void
  /** the browser gives no WebGL after all */
  onTrouble: () => void
}

/** MapLibre; the only file that brings the library, loaded when a page shows a map. */
export default function GlMapView(props: GlMapProps) {
  const box = useRef<HTMLDivElement>(null)
  const map = useRef<GlMap | null>(null)
  const { data, chosen } = props
  const { shapes: given, places } = data
  const shapes = useMemo(() => shapesOf(given), [given])
  const bounds = useMemo(() => boundsOf(shapes, places), [shapes, places])
  const drawn = useRef<MapData | null>(null)
  const now = useRef(props)
  now.current = props

  // other figures on the same shapes keep the view; other shapes are another map
  useEffect(() => {
    const node = box.current
    if (!node || !bounds) return
    const made = create(node, bounds, shapes, now)
    map.current = made
    drawn.current = now.current.data
    return () => {
      map.current = null
      node.removeAttribute('data-drawn')
      made?.remove()
    }
  }, [shapes, bounds])

  useEffect(() => {
    if (drawn.current === data) return
    drawn.current = data
    const classes = classesOf(data)
    return whenLoaded(map.current, (loaded) => {
      for (const [id, features] of Object.entries(sourcesOf(data, classes, shapes)))
        loaded.getSource<GeoJSONSource>(id)?.setData(features)
      for (const [layer, colour] of Object.entries(paintOf(classes)))
        loaded.setPaintProperty(layer, layer === 'places' ? 'circle-color' : 'fill-color', colour)
    })
  }, [data, shapes])

  useEffect(() => {
    const place = places?.find(({ id }) => id === chosen)
    const geometry = place
      ? { type: 'Point' as const, coordinates: [place.longitude, place.latitude] }
      : shapes.find(({ code }) => code === chosen)?.geometry
    return whenLoaded(map.current, (loaded) => {
      loaded.getSource<GeoJSONSource>('chosen')?.setData(geometry ? outlineOf(geometry) : nothing)
    })
  }, [chosen, shapes, places])

  return (
    <div className="relative h-full">
      <div ref={box} className="h-full forced-color-adjust-none" />
      <div className="absolute top-2 right-2 flex flex-col gap-1">
        <Button size="small" aria-label="地図を大きくする" onPress={() => map.current?.zoomIn(moving())}>
          ＋
        </Button>
        <Button size="small" aria-label="地図を小さくする" onPress={() => map.current?.zoomOut(moving())}>
          −
        </Button>
        <Button
          size="small"
          aria-label="地図の全体を見る"
          onPress={() => bounds && map.current?.fitBounds(bounds, { padding: 16, ...moving() })}
        >
          全体
        </Button>
      </div>
    </div>
  )
}

const moving = () => ({ animate: !matchMedia('(prefers-reduced-motion: reduce)').matches })

/** Draws for the first time; null when the browser refuses. */
function create(
  node: HTMLElement,
  bounds: Box,
  shapes: readonly Shape[],
  now: RefObject<GlMapProps>,
): GlMap | null {
  const { data, description } = now.current
  const classes = classesOf(data)
  try {
    const gl = new GlMap({
      container: node,
      style: styleOf(sourcesOf(data, classes, shapes), bordersOf(data.shapes), classes),
      bounds,
      fitBoundsOptions: { padding: 16 },
      attributionControl: false,
      cooperativeGestures: true,
      dragRotate: false,
      pitchWithRotate: false,
      maxPitch: 0,
      renderWorldCopies: false,
      fadeDuration: 0,
      validateStyle: false, // our own, and its shapes are long
      minZoom: 2,
      maxZoom: 15,
      locale: words(description),
    })
    listen(gl, node, now)
    return gl
  } catch {
    now.current.onTrouble()
    return null
  }
}

function listen(gl: GlMap, node: HTMLElement, now: RefObject<GlMapProps>): void {
  gl.touchZoomRotate.disableRotation()
  gl.keyboard.disableRotation()
  gl.once('style.load', () => gl.addImage('missing', missingPattern()))
  const codeAt = (point: { x: number; y: number }): string | null => {
    const layers = now.current.data.coloured === 'places' ? ['places'] : ['places', 'areas']
    const [hit] = gl.queryRenderedFeatures([point.x, point.y], { layers })
    return (hit?.properties.code as string | undefined) ?? null
  }
  // a hand that moves the map points at nothing
  gl.on('mousemove', ({ point }) => {
    if (!gl.isMoving()) now.current.onPoint(codeAt(point))
  })
  gl.on('mouseout', () => now.current.onPoint(null))
  gl.on('click', ({ point }) => {
    const code = codeAt(point)
    if (code !== null) now.current.onChoose(code)
  })
  gl.once('idle', () => node.setAttribute('data-drawn', ''))
}

/** Now, or once the map has its style; not any more when the caller lost interest. */
function whenLoaded(gl: GlMap | null, run: (gl: GlMap) => void): (() => void) | undefined {
  if (gl?.getSource('areas')) {
    run(gl)
    return
  }
  const later = () => gl && run(gl)
  gl?.once('load', later)
  return () => void gl?.off('load', later)
}

function boundsOf(shapes: readonly Shape[], places: MapData['places'] = []): Box | undefined {
  const points = places.map(({ longitude, latitude }): Box => [longitude, latitude, longitude, latitude])
  return unionOf([...shapes.map((shape) => shape.box), ...points])
}
