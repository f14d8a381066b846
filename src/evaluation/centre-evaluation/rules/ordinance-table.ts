import { z } from 'zod'
import { persons, whole } from '../../../platform/computation/index.ts'

const row = z
  .strictObject({
    fromPersons: persons('この人数から'),
    belowPersons: persons('この人数に満たない'),
    extra: whole('三職種に加える人数', '人', { max: 100 }),
  })
  .refine(({ fromPersons, belowPersons }) => fromPersons < belowPersons, {
    error: 'この人数に満たない: 「この人数から」より大きくしてください。',
    path: ['belowPersons'],
  })
  .meta({ title: '条例の表の段', description: '人数の範囲と加える人数' })

/** The ordinance's own table above the national standard, smallest first; empty: not entered. */
export const ordinanceTable = z
  .array(row, '条例の表: 並びで入力してください。')
  .refine((rows) => rows.every((one, at) => at === 0 || rows[at - 1]!.belowPersons <= one.fromPersons), {
    error: '条例の表: 人数の少ない段から順に、重ならないように入力してください。',
  })

/** The table as a field; left out, the insurer's setting fills it. */
export const ordinanceField = ordinanceTable.optional().meta({
  title: '条例の表',
  description: '6,000人からの、市町村の条例の表',
  setting: 'centre-evaluation.staffing-ordinance',
})
