import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for evaluation.indicator_column */
export type IndicatorColumnIndicator = string & { __brand: 'evaluation.indicator_column' };

/** Identifier type for evaluation.indicator_column */
export type IndicatorColumnLevel = string & { __brand: 'evaluation.indicator_column' };

/** Identifier type for evaluation.indicator_column */
export type IndicatorColumnSeries = string & { __brand: 'evaluation.indicator_column' };

/** Identifier type for evaluation.indicator_column */
export type IndicatorColumnPeriodFrom = string & { __brand: 'evaluation.indicator_column' };

/** Identifier type for evaluation.indicator_column */
export type IndicatorColumnPeriodTo = string & { __brand: 'evaluation.indicator_column' };

/** Identifier type for evaluation.indicator_column */
export type IndicatorColumnRelease = string & { __brand: 'evaluation.indicator_column' };

/**
 * Represents the table evaluation.indicator_column
 * values of an indicator for all places of a level: made from fact_column, never entered
 */
export default interface IndicatorColumnTable {
  /** id of the definition */
  indicator: ColumnType<IndicatorColumnIndicator, IndicatorColumnIndicator, IndicatorColumnIndicator>;

  /** level of the places */
  level: ColumnType<IndicatorColumnLevel, IndicatorColumnLevel, IndicatorColumnLevel>;

  /** series of the places */
  series: ColumnType<IndicatorColumnSeries, IndicatorColumnSeries, IndicatorColumnSeries>;

  /** first day */
  period_from: ColumnType<IndicatorColumnPeriodFrom, IndicatorColumnPeriodFrom, IndicatorColumnPeriodFrom>;

  /** last day */
  period_to: ColumnType<IndicatorColumnPeriodTo, IndicatorColumnPeriodTo, IndicatorColumnPeriodTo>;

  /** 速報, 確定 or 改訂: the least settled of what it was made from */
  release: ColumnType<IndicatorColumnRelease, IndicatorColumnRelease, IndicatorColumnRelease>;

  /** of the definition that made them; another one: to be made anew */
  definition_hash: ColumnType<string, string, string>;

  /** element n belongs to the place at position n, in the unit of the definition; null: missing */
  figures: ColumnType<number[], number[], number[]>;

  /** reasons, as in fact_column and besides them no-denominator, too-few, partial-year; null: nothing is missing */
  missing: ColumnType<string[] | null, string[] | null, string[] | null>;

  /** JSON {id, title, weights}: the standard population that rates were adjusted to, with the share of each layer; null: not adjusted */
  standard: ColumnType<string | null, string | null, string | null>;

  /** the files they were made from */
  release_ids: ColumnType<string[], string[], string[]>;

  /** when */
  computed_at: ColumnType<string, string, string>;

  /** revisions of the fact columns they were made from; other ones: to be made anew */
  made_from: ColumnType<number[], number[] | undefined, number[]>;
}

export type IndicatorColumn = Selectable<IndicatorColumnTable>;

export type NewIndicatorColumn = Insertable<IndicatorColumnTable>;

export type IndicatorColumnUpdate = Updateable<IndicatorColumnTable>;