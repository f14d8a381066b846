import { fileRefusal, type Refusal } from '../tabular/index.ts'

/** Stops the reading of a file that cannot be trusted any further. */
export class BoundaryRefused extends Error {
  override readonly name = 'BoundaryRefused'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

export const stop = (file: string, code: string, reason: string, remedy: string): never => {
  throw new BoundaryRefused(fileRefusal(file, code, reason, remedy))
}

/** @param feature from 1 */
export const featureRefusal = (
  file: string,
  feature: number,
  column: string | null,
  value: string | null,
  code: string,
  reason: string,
  remedy: string,
): Refusal => ({
  file,
  row: feature,
  column,
  cell: null,
  value,
  code,
  reason: `${feature}番目の区域: ${reason}`,
  remedy,
})

export const again = '国土数値情報のファイルを取り直すか、変換に使った道具の設定を確かめてください。'
