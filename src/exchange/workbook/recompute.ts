import { applyEdits, type Tag, tags } from './xml-tags.ts'

const BEFORE_CALCULATION = ['sheets', 'functionGroups', 'externalReferences', 'definedNames']

/** The workbook's XML with the order to compute every formula when it is opened: the cached results are of the empty form. */
export function recomputeOnOpen(xml: string): string {
  let calculation: Tag | undefined
  let before: Tag | undefined
  let depth = 0
  for (const tag of tags(xml)) {
    if (tag.kind === 'close') depth--
    if (depth === 1 && tag.name === 'calcPr' && tag.kind !== 'close') calculation = tag
    if (depth === 1 && tag.kind !== 'open' && BEFORE_CALCULATION.includes(tag.name)) before = tag
    if (tag.kind === 'open') depth++
  }
  if (calculation) {
    const { start, end } = calculation
    const old = xml.slice(start, end)
    const rest = old.replace(/\sfullCalcOnLoad\s*=\s*("[^"]*"|'[^']*')/, '')
    return applyEdits(xml, [{ start, end, text: rest.replace(/(\s*\/?>)$/, ' fullCalcOnLoad="1"$1') }])
  }
  if (!before) throw new RangeError('a workbook lists its sheets')
  const text = `<${before.prefix}calcPr fullCalcOnLoad="1"/>`
  return applyEdits(xml, [{ start: before.end, end: before.end, text }])
}
