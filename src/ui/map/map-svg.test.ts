import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { describe, expect, it } from 'vitest'
import { drawMap } from './drawing.ts'
import type { AreaProperties, MapData, MapShapes } from './map-data.ts'
import { mapSvg } from './map-svg.ts'

type N03 = { N03_003: string | null; N03_004: string; N03_007: string | null }
type Published = Topology<Record<string, GeometryCollection<N03>>>
const folder = join(import.meta.dirname, '..', '..', 'exchange', 'boundaries', 'fixtures')

/** A published file as the product gives it out: one object `areas`, code and name. */
function shapes(file: string): MapShapes {
  const { objects, ...topology } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Published
  const [collection] = Object.values(objects)
  const geometries = collection!.geometries.flatMap((one) => {
    const { N03_003: group, N03_004: name, N03_007: code } = one.properties as N03
    return code === null ? [] : [{ ...one, properties: { code, name: `${group ?? ''}${name}` } }]
  })
  return { ...topology, objects: { areas: { type: 'GeometryCollection', geometries } } } as Topology<{
    areas: GeometryCollection<AreaProperties>
  }>
}

const kagawa: MapData = {
  areaWord: '市町',
  valueWord: '架空の率',
  unit: '％',
  digits: 1,
  shapes: shapes('N03-21_37_210101.topojson'),
  values: { 37201: 21.5, 37202: 18, 37203: 0, 37204: { missing: '非公表', reason: '少数のため' } },
  own: '37201',
  places: [{ id: 'x', name: '架空の<事業所>', longitude: 134.05, latitude: 34.34 }],
}
const title = '架空の率 & 香川県'
const notes = ['「国土数値情報（行政区域データ）」（国土交通省）を加工して作成']
const parse = (text: string) => new DOMParser().parseFromString(text, 'image/svg+xml')

describe('地図の絵（実物の境界、架空の数）', () => {
  const { text, width, height } = mapSvg({ title, data: kagawa, notes }, { width: 960 })

  it('それだけで読める SVG: 題、凡例の数、出典があり、外のものは何も呼ばない', () => {
    const svg = parse(text).documentElement!
    expect([svg.getAttribute('width'), svg.getAttribute('height')]).toEqual([String(width), String(height)])
    const words = Array.from(svg.getElementsByTagName('text')).map(({ textContent }) => textContent)
    expect(words).toContain(title)
    expect(words).toContain(notes[0])
    expect(words).toContain('数がない（非公表 1、数がありません 13）')
    expect(words).toContain('太い枠: 高松市')
    expect(text.match(/(?:href|src|url)\s*=\s*"(?!#)/g)).toBeNull()
  })

  it('17の市町が枠の中に収まり、数のない市町は斜線、0は数', () => {
    const { frames, classes } = drawMap(kagawa, 900)
    const areas = frames[0]!.areas
    expect(areas).toHaveLength(17)
    for (const { path } of areas) {
      for (const [, x, y] of path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0)
        expect(Number(x)).toBeLessThanOrEqual(900)
        expect(Number(y)).toBeGreaterThanOrEqual(0)
        expect(Number(y)).toBeLessThanOrEqual(frames[0]!.height)
      }
    }
    expect(areas.find(({ code }) => code === '37203')?.look).toBe(0)
    expect(areas.filter(({ look }) => look === 'missing')).toHaveLength(14)
    expect(classes.classes.reduce((sum, { count }) => sum + count, 0)).toBe(3)
    expect(text).toContain('url(#map-missing)')
  })

  it('両側の色では、下の側に斜線が入る', () => {
    const diverging = mapSvg(
      { title, data: { ...kagawa, palette: 'diverging', breaks: [10, 20] } },
      { width: 960 },
    ).text
    expect(diverging).toContain('fill="url(#map-hatch-0)"')
    expect(diverging).not.toContain('fill="url(#map-hatch-2)"')
  })

  it('北が上、東が右: 東かがわ市は観音寺市より右、小豆島町は上', () => {
    const at = (code: string) => {
      const [, x, y] = /M(-?[\d.]+) (-?[\d.]+)/.exec(
        drawMap(kagawa, 900).frames[0]!.areas.find((one) => one.code === code)!.path,
      )!
      return { x: Number(x), y: Number(y) }
    }
    expect(at('37207').x).toBeGreaterThan(at('37205').x)
    expect(at('37324').y).toBeLessThan(at('37207').y)
  })
})

describe('全国', () => {
  const japan: MapData = {
    ...kagawa,
    shapes: shapes('N03-21_210101_japan.topojson'),
    values: { '01101': 1, 47201: 2 },
    own: '47201',
  }

  it('南西諸島は左上の別の枠に、二度は描かない', () => {
    const { frames, notes: told } = drawMap(japan, 900)
    const codes = frames.map(({ areas }) => new Set(areas.map(({ code }) => code)))
    expect(codes[1]!.has('47201')).toBe(true)
    expect(codes[0]!.has('47201')).toBe(false)
    expect(codes[0]!.has('01101')).toBe(true)
    expect(told[0]).toContain('南西諸島')
  })

  it('図のファイルは1.5 MB より小さい', () => {
    expect(mapSvg({ title, data: japan, notes }, { width: 960 }).text.length).toBeLessThan(1_500_000)
  })
})
