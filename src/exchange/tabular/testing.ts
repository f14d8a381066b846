import { readTabular, type Table, TabularRefused, type TabularRow } from './index.ts'

/** Bytes of a text file as a source. */
export function textSource(text: string, name = '試験.csv') {
  return { name, bytes: new TextEncoder().encode(text) }
}

export async function rowsOf(table: Table): Promise<TabularRow[]> {
  return Array.fromAsync(table.rows)
}

/** The refusal a file ends with; an error when it is read to its end. */
export async function refusalOf(
  source: Parameters<typeof readTabular>[0],
  options?: Parameters<typeof readTabular>[1],
) {
  try {
    await rowsOf(await readTabular(source, options))
  } catch (error) {
    if (error instanceof TabularRefused) return error.refusal
    throw error
  }
  throw new Error(`${source.name} was accepted`)
}
