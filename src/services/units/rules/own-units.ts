import { z } from 'zod'
import { orUnknown, whole } from '../../../platform/computation/index.ts'
import { UNIT_ROWS, type UnitRow } from './base-units.ts'

const MOST = 10_000
const row = (title: string) =>
  orUnknown(whole(title, '単位', { max: MOST }), '国の単位のとおりなら null').optional()
type Row = ReturnType<typeof row>

/** The municipality's own units by row of the national table; what is left out follows the national one. */
export const ownUnits = z
  .strictObject(
    Object.fromEntries(Object.entries(UNIT_ROWS).map(([code, title]) => [code, row(title)])) as Record<
      UnitRow,
      Row
    >,
  )
  .meta({
    title: '市町村の定める単位',
    description: '国の上限の範囲で市町村が定めた単位。定めのない行は空のまま',
  })
