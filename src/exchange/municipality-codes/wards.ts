import { collectItems, type Item, type LayoutFile } from '../tabular/index.ts'
import type { MunicipalityRow } from './layout.ts'

/** Gives each ward its city, and a city with wards its kind; a ward whose city is not in the file keeps none. */
export async function* withParents(file: LayoutFile<MunicipalityRow>): AsyncGenerator<Item<MunicipalityRow>> {
  const { rows, refusals } = await collectItems(file)
  const key = (row: MunicipalityRow, name: string) => `${row.code.slice(0, 2)} ${name}`
  const codes = new Map(rows.map((row) => [key(row, row.name), row.code]))
  const parents = new Map<MunicipalityRow, string>()
  for (const row of rows) {
    const parent = row.kind === 'ward' ? codes.get(key(row, row.name.split(' ')[0] ?? '')) : undefined
    if (parent !== undefined) parents.set(row, parent)
  }
  const divided = new Set(parents.values())
  for (const row of rows) {
    const kind = divided.has(row.code) ? 'designated-city' : row.kind
    const parentCode = parents.get(row) ?? null
    yield { kind: 'row', row: { ...row, name: row.name.replaceAll(' ', ''), kind, parentCode } }
  }
  for (const refusal of refusals) yield { kind: 'refused', refusal }
}
