import { useCallback, useEffect, useRef, useState } from 'react'
import type { IsoDate } from '../../../platform/calendar/index.ts'
import type { SheetRow } from '../../../ui/grid/index.ts'
import { Problem } from '../../../ui/http/index.ts'
import { type NamedRow, nameRows } from './api.ts'
import { type NameQuestion, nameQuestion } from './bulk-rows.ts'

const waitMs = 400
/** a busy server is asked again so often */
const attempts = 3
/** as many as one question may hold */
const most = 500

const keyOf = ({ insuredNumber, birthOn, kana, answeredOn }: NameQuestion): string =>
  [insuredNumber, birthOn, kana, answeredOn].join('|')

/**
 * Whose number stands in each row, asked a moment after the last change and once for the same cells. Without an answer the
 * grid can still be saved: the server finds the people again.
 */
export function useBulkNames(rows: readonly SheetRow[], defaultDay: IsoDate | null) {
  const [known, setKnown] = useState<ReadonlyMap<string, NamedRow>>(new Map())
  const asked = useRef(new Set<string>())
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const questions = rows.flatMap((row) => {
      const question = row.isBlank ? null : nameQuestion(row.texts, defaultDay)
      return question && !asked.current.has(keyOf(question)) ? [question] : []
    })
    if (questions.length === 0) return
    const timer = setTimeout(async () => {
      const batch = [...new Map(questions.map((one) => [keyOf(one), one])).entries()].slice(0, most)
      for (const [key] of batch) asked.current.add(key)
      try {
        const answers = await nameRows(batch.map(([, question]) => question))
        setKnown((before) => {
          const found = batch.flatMap(([key], at): [string, NamedRow][] => {
            const answer = answers.rows[at]
            return answer ? [[key, answer]] : []
          })
          return new Map([...before, ...found])
        })
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        for (const [key] of batch) asked.current.delete(key)
        if (attempt >= attempts) return // the next change asks again, and so does saving
        setTimeout(() => setAttempt(attempt + 1), (error.retryAfterSeconds ?? 3) * 1000)
      }
    }, waitMs)
    return () => clearTimeout(timer)
  }, [rows, defaultDay, attempt])
  return useCallback(
    (row: SheetRow): NamedRow | null => {
      const question = nameQuestion(row.texts, defaultDay)
      return question ? (known.get(keyOf(question)) ?? null) : null
    },
    [known, defaultDay],
  )
}
