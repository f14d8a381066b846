import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.insurer */
export type InsurerInsurerId = number & { __brand: 'registers.insurer' };

/**
 * Represents the table registers.insurer
 * 保険者: a municipality or a union of them; the tenant
 */
export default interface InsurerTable {
  insurer_id: ColumnType<InsurerInsurerId, InsurerInsurerId, InsurerInsurerId>;

  /** 介護保険者番号, six digits with check digit (NUM-02); an invented insurer has an invented one */
  insurer_number: ColumnType<string, string, string>;

  name: ColumnType<string, string, string>;

  kind: ColumnType<string, string, string>;

  /** true: only published figures, no person may be stored */
  is_statistics_only: ColumnType<boolean, boolean | undefined, boolean>;

  is_sample: ColumnType<boolean, boolean | undefined, boolean>;

  version: ColumnType<number, number | undefined, number>;
}

export type Insurer = Selectable<InsurerTable>;

export type NewInsurer = Insertable<InsurerTable>;

export type InsurerUpdate = Updateable<InsurerTable>;