import type { Definition } from '../schema.ts'
import { definitionRows } from './figure-words.ts'

/** What is counted, over what, from where, and what it cannot say: always open beside the figure. */
export function DefinitionPanel({
  definition,
  attribution,
  notes,
}: {
  definition: Definition
  attribution: readonly string[]
  notes: readonly string[]
}) {
  return (
    <section aria-labelledby="definition-heading" className="rounded-lg border border-line p-4 text-sm">
      <h2 id="definition-heading" className="mb-2 text-base font-bold">
        この数の決まり
      </h2>
      <dl className="flex flex-col gap-2">
        {definitionRows(definition).map(([term, words]) => (
          <div key={term}>
            <dt className="font-bold">{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <ul className="mt-3 border-t border-line pt-2 text-xs text-soft">
        {[...attribution, ...notes].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
