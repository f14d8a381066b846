import { formatDate, type IsoDate } from '../../platform/calendar/index.ts'

export type AttributionProps = {
  /** the publisher and the title of the data: 「高松市オープンデータ 町別人口」 */
  source: string
  url?: string
  /** the day the figures stand for */
  asOf?: IsoDate
  licence?: string
  /** the figures were worked on by us; said as the licence asks */
  isProcessed?: boolean
}

/** Where figures come from, under every picture and table made from them. */
export function Attribution({ source, url, asOf, licence, isProcessed }: AttributionProps) {
  return (
    <p className="mt-1 text-xs text-soft">
      出典:{' '}
      {url ? (
        <a href={url} rel="noreferrer" className="underline underline-offset-2">
          {source}
        </a>
      ) : (
        source
      )}
      {isProcessed ? 'を加工して作成' : ''}
      {asOf ? `（${formatDate(asOf)}現在）` : ''}
      {licence ? ` ${licence}` : ''}
    </p>
  )
}
