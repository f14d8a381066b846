import { z } from 'zod'
import { persons, whole } from '../../../platform/computation/index.ts'

/** Older population; the 住民基本台帳 is the usual one. */
export const aged65 = persons('65歳以上人口', { min: 1, help: '65歳以上人口。住民基本台帳' })
export const fiscalYearOf = (title: string) => whole(title, '年度', { min: 2000, max: 2100 }) // number: what a year may be
export const listOf = <F extends z.ZodType>(title: string, row: F, description = title) =>
  z
    .array(row, `${title}: 一つずつ並べてください。なければ空にします。`)
    .max(200_000, `${title}: 20万までです。`) // number: what a list may hold
    .meta({ title, description })
