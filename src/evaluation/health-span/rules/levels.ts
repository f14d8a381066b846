import { z } from 'zod'
import { LEVELS } from '../../../casework/certifications/codes.ts'
import { choice } from '../../../platform/computation/index.ts'

/** 要支援1 to 要介護5: the codes of CRT-01 that are a certification and have an order. */
export const CERTIFIED = LEVELS.filter(
  ({ group, rank }) => (group === 'support' || group === 'care') && rank !== null,
)
export type CertifiedLevel = '12' | '13' | '21' | '22' | '23' | '24' | '25'

export const levelLabels = Object.fromEntries(CERTIFIED.map(({ code, label }) => [code, label])) as Record<
  CertifiedLevel,
  string
>
export const level = (title: string) => choice<CertifiedLevel>(title, levelLabels)

/** A list of rows, one a person, without names. */
export const rowsOf = <F extends z.ZodType>(title: string, row: F, description: string) =>
  z
    .array(row, `${title}: 1人ずつの行を並べてください。`)
    .min(1, `${title}: 1人以上を入力してください。`)
    .max(1_000_000, `${title}: 100万人までです。`) // number: what a list may hold
    .meta({ title, description })
