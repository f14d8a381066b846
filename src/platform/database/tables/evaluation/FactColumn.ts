import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for evaluation.fact_column */
export type FactColumnLevel = string & { __brand: 'evaluation.fact_column' };

/** Identifier type for evaluation.fact_column */
export type FactColumnSeries = string & { __brand: 'evaluation.fact_column' };

/** Identifier type for evaluation.fact_column */
export type FactColumnMeasure = string & { __brand: 'evaluation.fact_column' };

/** Identifier type for evaluation.fact_column */
export type FactColumnPeriodFrom = string & { __brand: 'evaluation.fact_column' };

/** Identifier type for evaluation.fact_column */
export type FactColumnPeriodTo = string & { __brand: 'evaluation.fact_column' };

/** Identifier type for evaluation.fact_column */
export type FactColumnRelease = string & { __brand: 'evaluation.fact_column' };

/**
 * Represents the table evaluation.fact_column
 * published counts: one measure, period and release for all places of a level
 */
export default interface FactColumnTable {
  /** level of the places */
  level: ColumnType<FactColumnLevel, FactColumnLevel, FactColumnLevel>;

  /** series of the places */
  series: ColumnType<FactColumnSeries, FactColumnSeries, FactColumnSeries>;

  /** what was counted, for example certified.aged80-84.care3 */
  measure: ColumnType<FactColumnMeasure, FactColumnMeasure, FactColumnMeasure>;

  /** first day; a count at a point in time has the same day twice */
  period_from: ColumnType<FactColumnPeriodFrom, FactColumnPeriodFrom, FactColumnPeriodFrom>;

  /** last day; a fiscal year runs from 1 April to 31 March */
  period_to: ColumnType<FactColumnPeriodTo, FactColumnPeriodTo, FactColumnPeriodTo>;

  /** 速報, 確定 or 改訂 */
  release: ColumnType<FactColumnRelease, FactColumnRelease, FactColumnRelease>;

  /** kind of file they come from */
  dataset: ColumnType<string, string, string>;

  /** part of the identity of a measure: kinds of counts never mix */
  unit: ColumnType<string, string, string>;

  /** element n belongs to the place at position n; null, and past the end: missing */
  figures: ColumnType<number[], number[], number[]>;

  /** reasons for null elements: not-conducted, not-reported, suppressed, not-published-at-this-level, no-such-service, not-yet-released, not-loaded; null: nothing is missing */
  missing: ColumnType<string[] | null, string[] | null, string[] | null>;

  /** the files they come from */
  release_ids: ColumnType<string[], string[], string[]>;

  /** a number given anew whenever the column is stored with other content */
  revision: ColumnType<number, number | undefined, number>;
}

export type FactColumn = Selectable<FactColumnTable>;

export type NewFactColumn = Insertable<FactColumnTable>;

export type FactColumnUpdate = Updateable<FactColumnTable>;