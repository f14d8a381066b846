import type { FiscalYear, IsoDate } from '../../../platform/calendar/index.ts'
import type { RuleVersion } from './versions.ts'

export interface StampEvent {
  on: IsoDate
  /** HH:MM */
  startsAt: string
  minutes: number
  host: string
  activity: string
}

export interface ExchangeRequest {
  on: IsoDate
  points: number
  /** 保険料の滞納 on that day */
  hasArrears: boolean
}

export interface Host {
  host: string
  designatedOn: IsoDate
  /** last day; null: still designated */
  endedOn: IsoDate | null
}

export interface LedgerInput {
  /** ascending by `validFrom` */
  versions: readonly RuleVersion[]
  hosts: readonly Host[]
  bornOn: IsoDate
  registeredOn: IsoDate
  /** first day of a certification (要支援・要介護); null: none */
  certifiedOn: IsoDate | null
  /** day on which a checklist met the criteria; null: none */
  checklistPositiveOn: IsoDate | null
  stamps: readonly StampEvent[]
  exchanges: readonly ExchangeRequest[]
  /** what lapses until this day is written */
  asOf: IsoDate
}

export const REFUSALS = {
  'no-rule': 'この日に有効な決まりがない',
  'not-registered': '登録の前',
  'too-young': '年齢が足りない',
  certified: '認定を受けた後',
  'checklist-positive': '基本チェックリストに該当した後',
  'host-not-designated': '受入先の指定がない',
  'activity-not-listed': '対象の活動でない',
  'double-stamp': '同じ時間に二つのスタンプ',
  'day-full': '1日の上限に達している',
  'too-short': '時間が足りない',
  arrears: '保険料の滞納がある',
  'outside-window': '交換できる期間でない',
  'not-enough': 'ポイントが足りない',
} as const
export type Refusal = keyof typeof REFUSALS

export const LINE_KINDS = {
  stamp: 'スタンプ',
  exchange: '交換',
  lapse: '失効',
  'carry-over': '繰越し',
} as const

export interface Line {
  on: IsoDate
  kind: keyof typeof LINE_KINDS
  /** null: done */
  refused: Refusal | null
  stamps: number
  /** added or, below zero, taken */
  points: number
  /** fewer points than the steps give, since the year is full */
  isCapped: boolean
  amountYen: number
  balancePoints: number
  /** the version that decided; null: none was valid */
  ruleFrom: IsoDate | null
}

/** Points that may be exchanged within one window. */
export interface Lot {
  opens: IsoDate
  closes: IsoDate
  points: number
}

/** What the ledger knows so far. */
export interface LedgerState {
  lots: Lot[]
  /** by fiscal year */
  stamps: Map<FiscalYear, number>
  earned: Map<FiscalYear, number>
  accepted: (StampEvent & { stamps: number })[]
  lines: Line[]
}
