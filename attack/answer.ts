import type { Answer } from './send.ts'

const JAPANESE = /[ぁ-んァ-ヶ一-龠]/
/** What only an error of ours would say: places in files, SQL, names of tables, of errors and of parts. */
const INSIDE =
  /\bat [\w.<>]+ \(|:\d+:\d+\)|node_modules|\/src\/|\.ts\b|postgres|pg_|syntax error|violates|relation "|\b(casework|registers|platform|identity|audit)\.[a-z_]+|select .{1,80} from |\bECONN|TypeError|RangeError|ReferenceError|SyntaxError|Unexpected token/i

interface Problem {
  title?: unknown
  detail?: unknown
  errors?: { message?: unknown }[]
}

/** @param sent texts of the request, which an answer may quote @returns what is wrong with a refusal; empty: nothing */
export function faultsOf(answer: Answer, method: string, isApi: boolean, sent: readonly string[]): string[] {
  const { status, headers, text } = answer
  if (status < 400) return []
  const faults: string[] = []
  const isShed = status === 503 && headers['retry-after'] !== undefined && /"code":"overloaded"/.test(text)
  if (status >= 500 && !isShed) faults.push(`答えが ${status}`)
  const said = sent.filter((one) => one.length > 3).reduce((rest, one) => rest.replaceAll(one, ''), text)
  const inside = INSIDE.exec(said)
  if (inside) faults.push(`内部の文: ${inside[0].slice(0, 40)}`)
  if (method === 'HEAD' || !isApi) return faults
  if (!headers['content-type']?.startsWith('application/problem+json')) {
    return [...faults, `problem+json でない(${headers['content-type'] ?? '本文なし'})`]
  }
  const problem = JSON.parse(text) as Problem
  const sentences = [problem.title, problem.detail, ...(problem.errors ?? []).map(({ message }) => message)]
  if (!problem.title) faults.push('題がない')
  if (!sentences.filter(Boolean).every((one) => JAPANESE.test(String(one)))) faults.push('日本語でない文')
  return faults
}

/** The body without the one thing that always differs. */
export const plain = (text: string): string => text.replace(/"requestId":"[^"]*"/g, '')
