import { isObject, type JsonTable, plainText } from './read-json.ts'
import { fileRefusal, TabularRefused } from './refusal.ts'

/**
 * A saved answer of e-Stat's getStatsData (API 3.0) as a table: of each class its name and its code, then 単位 and 値. A part of a
 * statistic (NEXT_KEY) is refused: taken for the whole it would remove the rest.
 * @throws TabularRefused when e-Stat reported an error, or something is missing
 */
export function readEstat(file: string, answer: unknown): JsonTable {
  const refuse = (code: string, reason: string, remedy: string) =>
    new TabularRefused(fileRefusal(file, `estat.${code}`, reason, remedy))
  const result = member(answer, 'RESULT')
  const status = Number(plainText(result.STATUS))
  const said = plainText(result.ERROR_MSG)
  if (status >= 100)
    throw refuse(
      'error',
      `e-Stat の応答が誤りです（${status}: ${said}）。`,
      '条件を直して取得し直してください。',
    )
  const data = member(answer, 'STATISTICAL_DATA')
  const values = list(member(data, 'DATA_INF').VALUE)
  if (status === 1 || values.length === 0)
    throw refuse(
      'no-data',
      'e-Stat の応答に、該当するデータがありません。',
      '条件を確かめて取得し直してください。',
    )
  const range = member(data, 'RESULT_INF')
  if (range.NEXT_KEY !== undefined)
    throw refuse(
      'part',
      `e-Stat の応答が途中までです（全 ${plainText(range.TOTAL_NUMBER)} 件のうち ${plainText(range.TO_NUMBER)} 件まで）。`,
      '地域や時点で絞り、全件が一つの応答に入るように取得し直してください。',
    )
  const classes = list(member(data, 'CLASS_INF').CLASS_OBJ).map((one) => ({
    id: plainText(one['@id']),
    name: plainText(one['@name']),
    words: new Map(list(one.CLASS).map((entry) => [plainText(entry['@code']), plainText(entry['@name'])])),
  }))
  const header = [...classes.flatMap(({ name }) => [name, `${name}コード`]), '単位', '値']
  const rows = values.map((value, at) => ({
    rowNumber: at + 2,
    cells: [
      ...classes.flatMap(({ id, words }) => {
        const code = plainText(value[`@${id}`])
        return [words.get(code) ?? '', code]
      }),
      plainText(value['@unit']),
      plainText(value.$),
    ],
  }))
  return { rows: [{ rowNumber: 1, cells: header }, ...rows], ...originOf(member(data, 'TABLE_INF')) }
}

function originOf(table: Record<string, unknown>): Omit<JsonTable, 'rows'> {
  const statistic = wordOf(table.STAT_NAME)
  const organisation = wordOf(table.GOV_ORG)
  const name = `「${statistic}」${organisation ? `（${organisation}）` : ''}（政府統計の総合窓口 e-Stat）`
  const metadata = {
    statsDataId: plainText(table['@id']),
    statistic,
    title: wordOf(table.TITLE),
    organisation,
  }
  return { metadata, ...(statistic ? { attribution: { name, license: '', downloadFrom: '' } } : {}) }
}

/** `{"@code": "…", "$": "国勢調査"}`, or the bare word. */
const wordOf = (value: unknown): string => (isObject(value) ? plainText(value.$) : plainText(value))

/** One is an object, several are a list. */
const list = (value: unknown): Record<string, unknown>[] =>
  (Array.isArray(value) ? value : [value]).filter(isObject)

const member = (value: unknown, name: string): Record<string, unknown> => {
  const found = isObject(value) ? value[name] : undefined
  return isObject(found) ? found : {}
}
