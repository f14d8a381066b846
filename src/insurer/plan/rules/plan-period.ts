/** How plan periods are counted, from `src/law/insurer/plan-period.ts`. */
export interface PeriodCount {
  firstFiscalYear: number
  years: number
}

export interface PlanPeriod {
  /** 9 for 第9期 */
  period: number
  /** Western fiscal years, 2024 is R6 */
  fiscalYears: number[]
  /** first day, `YYYY-MM-DD` */
  from: string
  /** last day */
  to: string
}

/** The period with a number. @source 介護保険法第117条第1項 */
export function planPeriod(period: number, { firstFiscalYear, years }: PeriodCount): PlanPeriod {
  const first = firstFiscalYear + years * (period - 1)
  const fiscalYears = Array.from({ length: years }, (_, n) => first + n)
  return { period, fiscalYears, from: dayOf(first, '04-01'), to: dayOf(first + years, '03-31') }
}

/** The period that a fiscal year lies in. */
export const periodOf = (fiscalYear: number, { firstFiscalYear, years }: PeriodCount): number =>
  Math.floor((fiscalYear - firstFiscalYear) / years) + 1

const dayOf = (year: number, rest: string): string => `${String(year).padStart(4, '0')}-${rest}` // number: digits of a year
