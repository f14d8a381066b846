import { AppLink } from '../link/index.ts'
import { type MapData, type Subject, valueText } from './map-data.ts'

export type PlaceLink = { to: string; label: string }

/** Name, figure and way on of the place under the pointer, or of the one chosen. */
export function PlaceCard({
  data,
  subject,
  link,
}: {
  data: MapData
  subject: Subject
  link: PlaceLink | null
}) {
  const place = data.places?.find(({ id }) => id === subject.code)
  return (
    <div className="rounded-lg border border-edge bg-paper px-3 py-2 text-sm shadow-panel">
      <p className="font-bold">{subject.name}</p>
      <p>
        {data.valueWord} {valueText(data, subject.value)}
      </p>
      {data.size && place?.size !== undefined ? (
        <p>
          {data.size.word} {place.size.toLocaleString('ja-JP')}
          {data.size.unit}
        </p>
      ) : null}
      {link ? <AppLink to={link.to}>{link.label}</AppLink> : null}
    </div>
  )
}
