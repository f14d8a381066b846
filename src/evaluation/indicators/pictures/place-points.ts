import type { Point } from '../../../ui/chart/chart-data.ts'
import type { Interval, PlacePoint } from '../../../ui/chart/place-data.ts'
import { figureText } from '../rules/words.ts'
import type { Definition, Value } from '../schema.ts'

/** Who stands out in the pictures: ours, and those chosen to be compared with before the figures are seen. */
export interface Roles {
  own: string
  peers: ReadonlySet<string>
}

type Figure = Pick<Value, 'value' | 'missing' | 'missingWord'>

/** A figure as pictures and tables show it: 「秘匿」 where a small number is hidden, else 「値なし」, with the reason. */
export const pointOf = ({ value, missing, missingWord }: Figure): Point =>
  value ?? { missing: missing === 'suppressed' ? '秘匿' : '値なし', reason: missingWord ?? undefined }

const intervalOf = ({ low, high }: Pick<Value, 'low' | 'high'>): Interval | undefined =>
  low === null || high === null ? undefined : { low, high }

const roleOf = (code: string, { own, peers }: Roles) =>
  code === own ? 'own' : peers.has(code) ? 'peer' : undefined

/** 「空知　中部」 is written with a gap in the source */
export const nameOf = ({ name }: { name: string }): string => name.replace(/\s+/g, '')

export const placePoint = (value: Value, roles: Roles): PlacePoint => ({
  id: value.code,
  name: nameOf(value),
  value: pointOf(value),
  interval: intervalOf(value),
  role: roleOf(value.code, roles),
})

/** What the axis is called and how its figures are written. The unit of a ratio to the nation says so itself. */
export const measureOf = ({ title, unit, decimals }: Pick<Definition, 'title' | 'unit' | 'decimals'>) => ({
  axis: title,
  unit,
  show: (value: number) => figureText(value, decimals),
})
