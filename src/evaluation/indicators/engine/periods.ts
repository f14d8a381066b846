import type { EngineDefinition } from './definition.ts'

export interface Span {
  /** 'YYYY-MM-DD' */
  from: string
  to: string
}

const isPoint = ({ from, to }: Span) => from === to
const lastDay = (to: string) =>
  new Date(Date.UTC(Number(to.slice(0, 4)), Number(to.slice(5, 7)), 0)).toISOString().slice(0, 10)

/**
 * Whether counts of a span are of the period that a definition speaks of. A part of a fiscal year is told as such: it must be
 * seen to be missing, and never stand for the year.
 */
export function howFits(period: EngineDefinition['period'], span: Span): 'whole' | 'partial-year' | 'other' {
  switch (period) {
    case 'fiscal-year': {
      if (isPoint(span)) return 'other'
      const isYear =
        span.from.endsWith('-04-01') &&
        span.to.endsWith('-03-31') &&
        Number(span.to.slice(0, 4)) === Number(span.from.slice(0, 4)) + 1
      return isYear ? 'whole' : 'partial-year'
    }
    case 'month': {
      const isMonth = span.from === `${span.to.slice(0, 7)}-01` && span.to === lastDay(span.to)
      return isMonth || isPoint(span) ? 'whole' : 'other'
    }
    case 'fiscal-year-end':
      return isPoint(span) && span.to.endsWith('-03-31') ? 'whole' : 'other'
    case 'october':
      return isPoint(span) && span.to.endsWith('-10-01') ? 'whole' : 'other'
    default:
      return isPoint(span) ? 'whole' : 'other'
  }
}
