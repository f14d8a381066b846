import { figureFields, ownMeasure } from './mapping.ts'

/** As far as it is looked at here: also while it is still being chosen. */
type Shape = {
  level: string
  municipalityCode: string | null
  layout: string
  list: string
  measure: { name: string } | null
  period: object | null
  columns: readonly { heading: string; field: string | null; measure: string | null; unit: string | null }[]
}

/** What keeps a table from being read by what is chosen, each with its field. */
export function lacksOf(mapping: Shape): { path: string; message: string }[] {
  const { columns, layout, level } = mapping
  const has = (field: string) => columns.some((one) => one.field === field)
  const twice = figureFields.find(
    ({ field }) => field !== 'value' && columns.filter((one) => one.field === field).length > 1,
  )
  const values = columns.filter(({ field }) => field === 'value')
  const unnamed = values.find(({ measure, unit }) => !measure?.trim() || !unit)
  const ids = values.map(({ measure }) => ownMeasure(mapping.list, measure ?? ''))
  const isTown = level === 'town'
  const found: [boolean, string, string][] = [
    [
      !has('name') && (isTown || !has('code')),
      'columns',
      isTown
        ? '「地域の名前」にする列を選んでください。'
        : '「地域のコード」か「地域の名前」にする列を選んでください。',
    ],
    [isTown && has('code'), 'columns', '町は名前で読みます。「地域のコード」の列を外してください。'],
    [
      isTown && !mapping.municipalityCode,
      'municipalityCode',
      'どの市区町村の町かを、市区町村コードで入力してください。',
    ],
    [
      twice !== undefined,
      'columns',
      `「${twice?.label ?? ''}」に、二つの列が選ばれています。どちらか一つにしてください。`,
    ],
    [layout === 'columns' && values.length === 0, 'columns', '「数」にする列を選んでください。'],
    [
      layout === 'columns' && unnamed !== undefined,
      'columns',
      `「${unnamed?.heading ?? ''}」の、数の名前と単位を入れてください。`,
    ],
    [new Set(ids).size < ids.length, 'columns', '同じ名前の数が二つあります。別の名前にしてください。'],
    [layout === 'periods' && !mapping.measure, 'measure', '数の名前と単位を入れてください。'],
    [
      layout === 'periods' && (values.length > 0 || has('period')),
      'columns',
      '期間が横に並ぶ表では、数と期間の列は選びません。',
    ],
    [
      layout === 'columns' && !mapping.period && !has('period'),
      'period',
      'いつの数かを入れるか、「いつの数か」にする列を選んでください。',
    ],
    [
      layout === 'columns' && mapping.period !== null && has('period'),
      'period',
      'いつの数かは、入力と列のどちらか一つにしてください。',
    ],
  ]
  return found.flatMap(([is, path, message]) => (is ? [{ path, message }] : []))
}
