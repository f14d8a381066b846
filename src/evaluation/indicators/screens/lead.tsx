import { Status } from '../../../ui/status/index.ts'
import { placeWord } from '../pictures/pictures.ts'
import { nameOf } from '../pictures/place-points.ts'
import { figureText } from '../rules/words.ts'
import type { Definition, Reading, Value } from '../schema.ts'
import { asOfWords, figureWords, intervalWords } from './figure-words.ts'
import type { ShownOnPage } from './shown.ts'

type LeadProps = { page: ShownOnPage; reading: Reading | undefined; isThere: boolean }

/** The figure with what it stands on, and what it says in plain Japanese. */
export function Lead({ page, reading, isThere }: LeadProps) {
  const { ours, definition, values, level } = page
  if (!ours || !isThere) {
    return (
      <p className="rounded-lg bg-ground px-4 py-3">
        {page.roles.own === ''
          ? `${placeWord(level)}を選ぶと、その値と読み方が出ます。`
          : `選んだ場所の値は、この指標にはありません。別の${placeWord(level)}を選んでください。`}
      </p>
    )
  }
  return (
    <section aria-label="まとめ" className="rounded-lg border-l-8 border-accent bg-ground px-4 py-3">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <p className="text-lg font-bold">{nameOf(ours)}</p>
        <p className={ours.value === null ? 'text-lg' : 'text-3xl font-bold tabular-nums'}>
          {figureWords(ours, definition)}
          {definition.unit === '全国=100' && ours.value !== null ? (
            <span className="text-base font-normal">（全国=100）</span>
          ) : null}
        </p>
        <p className="text-sm">{asOfWords(values)}</p>
        <Status tone={values.release === '速報' ? 'caution' : 'neutral'}>{values.release}</Status>
        {definition.confidenceWord ? <Status tone="info">{definition.confidenceWord}</Status> : null}
      </div>
      <Ground value={ours} definition={definition} />
      {reading ? (
        <ul className="mt-2 flex flex-col gap-1 text-sm">
          {reading.sentences.map(({ text, evidence }) => (
            <li key={text}>
              {text}
              {evidence ? <span className="block text-xs leading-5 text-soft">根拠: {evidence}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

/** The counts behind the figure, and how sure it is. */
function Ground({ value, definition }: { value: Value; definition: Definition }) {
  const width = intervalWords(value, definition)
  const { numerator, denominator } = value
  if (value.value === null) return null
  const decimals = definition.kind === 'indirect' ? 1 : 0
  return (
    <p className="text-sm text-soft">
      {numerator !== null && denominator !== null
        ? `分子 ${figureText(numerator, 0)} ÷ 分母 ${figureText(denominator, decimals)}　`
        : ''}
      {width ? `95％の幅 ${width}` : ''}
    </p>
  )
}
