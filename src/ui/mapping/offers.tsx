import { Button } from '../button/index.ts'
import { Notice } from '../status/index.ts'
import type { OfferedProfile } from './shapes.ts'

type OffersProps<O> = { offers: readonly O[]; usedId: string | null; onTake: (offer: O) => void }

/** Saved mappings whose headings stand in the file, with what is different in this file, before anything is read by them. */
export function Offers<O extends OfferedProfile>({ offers, usedId, onTake }: OffersProps<O>) {
  if (offers.length === 0) return null
  return (
    <section aria-label="使える対応づけ" className="mb-4 flex flex-col gap-2">
      {offers.map((offer) => {
        const isUsed = offer.profile.id === usedId
        return (
          <Notice
            key={offer.profile.id}
            tone={offer.differences.missing.length > 0 ? 'caution' : 'info'}
            title={
              isUsed
                ? `対応づけ「${offer.profile.name}」を使っています`
                : `保存した対応づけ「${offer.profile.name}」が、このファイルに使えます`
            }
          >
            <Different offer={offer} />
            {isUsed ? null : (
              <div className="mt-2">
                <Button onPress={() => onTake(offer)}>「{offer.profile.name}」を使う</Button>
              </div>
            )}
          </Notice>
        )
      })}
    </section>
  )
}

function Different({ offer: { differences } }: { offer: OfferedProfile }) {
  const { missing, added, renamed } = differences
  const gone = missing.filter((heading) => !renamed.some(({ from }) => from === heading))
  const fresh = added.filter((heading) => !renamed.some(({ to }) => to === heading))
  if (missing.length + added.length === 0)
    return <p className="text-sm">見出しは、保存したときと同じです。</p>
  return (
    <ul className="list-disc pl-5 text-sm">
      {renamed.map(({ from, to }) => (
        <li key={from}>
          「{from}」が「{to}
          」に替わったようです。使うと、同じ項目として読みます。違うときは下の表で直してください。
        </li>
      ))}
      {gone.length > 0 ? <li>なくなった見出し: {gone.join('、')}。この項目は読めません。</li> : null}
      {fresh.length > 0 ? <li>増えた見出し: {fresh.join('、')}。選ばなければ読みません。</li> : null}
    </ul>
  )
}
