/**
 * The line that stands beside every figure made from a file. The file's own words win; without them the data is shown
 * as of unknown origin, never without a line.
 */
export function attributionLine(given: { name: string } | undefined): string {
  if (!given?.name) return '出典の記載がないファイル'
  return given.name === '高松市' ? '「高松市オープンデータ」(高松市)' : `「${given.name}」の公開データ`
}
