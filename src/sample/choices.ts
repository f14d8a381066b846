import { type IsoDate, isIsoDate } from '../platform/calendar/index.ts'
import { DEFAULT_ANCHOR, DEFAULT_SCALE, DEFAULT_SEED } from './defaults.ts'

export interface Choices {
  scale: number
  seed: number
  anchor: IsoDate
}

/** Reads the options of the command; every problem says where, why and what to do. */
export function readChoices(
  values: Record<string, string | boolean | undefined>,
): Choices | { problems: string[] } {
  const problems: string[] = []
  const text = (name: string, standard: string | number) => {
    const value = values[name]
    return typeof value === 'string' ? value : String(standard)
  }
  const scaleText = text('scale', DEFAULT_SCALE)
  const seedText = text('seed', DEFAULT_SEED)
  const anchor = text('anchor', DEFAULT_ANCHOR)
  const scale = /^\d+(\.\d{1,4})?$/.test(scaleText) ? Number(scaleText) : Number.NaN
  if (!(scale >= 0.001 && scale <= 1)) {
    problems.push(
      `--scale「${scaleText}」は使えません。0.001 から 1 までの数（ふつうは 0.05 か 1）を書いてください。`,
    )
  }
  const seed = /^\d{1,10}$/.test(seedText) ? Number(seedText) : Number.NaN
  if (!(seed <= 0xffffffff)) {
    problems.push(`--seed「${seedText}」は使えません。0 から 4294967295 までの整数を書いてください。`)
  }
  if (!isIsoDate(anchor) || anchor < '2000-01-01' || anchor > '2099-12-31') {
    problems.push(
      `--anchor「${anchor}」は使えません。2000年から2099年までの実在する日を 2026-11-22 のように書いてください。`,
    )
  }
  return problems.length > 0 ? { problems } : { scale, seed, anchor }
}
