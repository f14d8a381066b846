import type { CellPlace } from './api.ts'

type Place = CellPlace['place']

/** 第1号被保険者数 › 75歳以上 × 人数 › 令和7年度 */
export const placeText = ({ rowPath, columnPath }: Place): string =>
  [rowPath, columnPath]
    .filter((path) => path.length > 0)
    .map((path) => path.map(tidy).join(' › '))
    .join(' × ') || '見出しなし'

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A cell in the words of its sheet. */
export function PlaceWords({ place }: { place: Place }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-sm">
      <Words term="行" path={place.rowPath} />
      <Words term="列" path={place.columnPath} />
      {place.title ? <Words term="表題" path={[place.title]} /> : null}
    </dl>
  )
}

function Words({ term, path }: { term: string; path: readonly string[] }) {
  return (
    <>
      <dt className="text-soft">{term}</dt>
      <dd>
        {path.length > 0 ? (
          path.map(tidy).join(' › ')
        ) : (
          <span className="text-soft">見出しが見つかりません</span>
        )}
      </dd>
    </>
  )
}
