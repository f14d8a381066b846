import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for evaluation.indicator_view */
export type IndicatorViewId = string & { __brand: 'evaluation.indicator_view' };

/**
 * Represents the table evaluation.indicator_view
 * 保存した見方: a named link to indicators, places and period
 */
export default interface IndicatorViewTable {
  /** tenant */
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  /** identity */
  id: ColumnType<IndicatorViewId, IndicatorViewId | undefined, IndicatorViewId>;

  /** author: the only one who changes it */
  staff_id: ColumnType<string, string, string>;

  /** as the author calls it */
  title: ColumnType<string, string, string>;

  /** path and query of the page; what is shown is read from it, never stored */
  link: ColumnType<string, string, string>;

  /** true: everybody of the insurer finds it */
  is_shared: ColumnType<boolean, boolean | undefined, boolean>;

  /** when it was last stored */
  changed_at: ColumnType<string, string, string>;

  /** rises with every change */
  version: ColumnType<number, number | undefined, number>;
}

export type IndicatorView = Selectable<IndicatorViewTable>;

export type NewIndicatorView = Insertable<IndicatorViewTable>;

export type IndicatorViewUpdate = Updateable<IndicatorViewTable>;