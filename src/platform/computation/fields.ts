import { z } from 'zod'
import { DIRECTIONS, LARGEST } from '../exact/index.ts'

declare module 'zod' {
  interface GlobalMeta {
    /** 円, ‰, 人: shown behind the field and in the schema */
    unit?: string
    /** key of the insurer's own dated setting that fills the field when it is left out */
    setting?: string
    /** codes to Japanese, for choices */
    labels?: Record<string, string>
  }
}

type Limits = { min?: number; max?: number; help?: string }

/** A whole number with its title and unit; the messages name the field. */
export function whole(title: string, unit: string, { min = 0, max = LARGEST, help }: Limits = {}) {
  const range = `${min.toLocaleString('en-US')}${unit}以上${max < LARGEST ? `、${max.toLocaleString('en-US')}${unit}以下` : ''}`
  return z
    .int(`${title}: 整数（${unit}）で入力してください。`)
    .min(min, `${title}: ${range}で入力してください。`)
    .max(
      max,
      `${title}: ${max < LARGEST ? range : `${max.toLocaleString('en-US')}${unit}以下`}で入力してください。`,
    )
    .meta({ title, unit, description: help ? `${help}（${unit}）` : `${title}（${unit}）` })
}

/** Whole yen, zero or more unless stated. */
export const yen = (title: string, limits?: Limits) => whole(title, '円', limits)
/** 690 means 0.690. */
export const perMille = (title: string, limits?: Limits) => whole(title, '‰', limits)
/** 9977 means 0.9977. */
export const perMyriad = (title: string, limits?: Limits) => whole(title, '‱', limits)
export const persons = (title: string, limits?: Limits) => whole(title, '人', limits)

/** Between these every day, month and year that a rule counts on exists; 9999-12-31 is no day but a sign for "no end". */
const FIRST_DAY = '1868-01-01'
const LAST_DAY = '2199-12-31'

export const isCountable = (day: string): boolean => FIRST_DAY <= day && day <= LAST_DAY

/** A day, `YYYY-MM-DD`, that exists, from 1868 to 2199. */
export const day = (title: string, help?: string) =>
  z.iso
    .date(`${title}: 実在する日付を「2026-04-01」の形で入力してください。`)
    .refine(isCountable, {
      error: `${title}: 1868年から2199年までの日付を入力してください。「終わりがない」を表す日付は使えません。`,
    })
    .meta({ title, description: `${help ?? title}（YYYY-MM-DD）` })

/** A calendar month, `YYYY-MM`. */
export const month = (title: string, help?: string) =>
  z
    .string(`${title}: 年月を「2026-04」の形で入力してください。`)
    .regex(
      /^(18[7-9]\d|19\d\d|2[01]\d\d)-(0[1-9]|1[0-2])$/,
      `${title}: 年月を「2026-04」の形で入力してください。`,
    )
    .meta({ title, description: `${help ?? title}（YYYY-MM）` })

export const yesNo = (title: string, help?: string) =>
  z
    .boolean(`${title}: はい（true）かいいえ（false）を選んでください。`)
    .meta({ title, description: help ?? title })

/** One of some codes, each with its Japanese. */
export function choice<const C extends string>(title: string, labels: Record<C, string>, help?: string) {
  const codes = Object.keys(labels) as [C, ...C[]]
  const said = Object.entries<string>(labels).map(([code, label]) => `${code}（${label}）`)
  return z
    .enum(codes, `${title}: ${said.join('、')}のどれかを選んでください。`)
    .meta({ title, labels, description: `${help ?? title}: ${said.join('、')}` })
}

/** The same field, or null where nobody knows it: null is no zero and no "no". */
export const orUnknown = <F extends z.ZodType>(field: F, unknown = 'わからないときは null') => {
  const { description, ...meta } = field.meta() ?? {}
  return field.nullable().meta({ ...meta, description: `${description ?? meta.title ?? ''}。${unknown}` })
}

/** 端数処理: to a multiple of so many yen, downwards, to the nearest or upwards. The ordinance of the insurer says it. */
export const roundingRule = (title: string) =>
  z
    .strictObject({
      unitYen: whole('端数処理の単位', '円', { min: 1, max: 1_000_000 }),
      direction: z
        .enum(
          DIRECTIONS,
          '端数処理: down（切捨て）、half-up（四捨五入）、up（切上げ）、none（なし）のどれかを選んでください。',
        )
        .meta({
          title: '端数処理',
          labels: { down: '切捨て', 'half-up': '四捨五入', up: '切上げ', none: 'なし' },
          description: '端数処理: down（切捨て）、half-up（四捨五入）、up（切上げ）、none（なし）',
        }),
    })
    .meta({ title })

/** Labels of a rule for the codes that one key of its answer may hold: `{ 'state=due': '今が期限' }`. */
export const codesOf = (key: string, labels: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(labels).map(([code, label]) => [`${key}=${code}`, label]))
