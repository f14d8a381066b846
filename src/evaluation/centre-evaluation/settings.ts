import type { z } from 'zod'
import { setting } from '../../registers/settings/index.ts'
import { ordinanceTable } from './rules/ordinance-table.ts'

/** Empty: the ordinance has not been entered, and nobody is told that a large district's staff is enough. */
export const staffingOrdinance = setting<z.output<typeof ordinanceTable>>({
  key: 'centre-evaluation.staffing-ordinance',
  approval: 'two',
  group: 'センターの職員の基準',
  title: '第1号被保険者 6,000人からの職員の表',
  unit: null,
  help: '条例で定めた、三職種に加える職員の人数です。人数の範囲ごとに並べます。入力するまで、6,000人からの圏域は判定しません。',
  schema: ordinanceTable,
  input: { kind: 'structure' },
  initial: [],
  source: { text: '国の表はありません（介護保険法第115条の46第5項により条例で定める）' },
  confidence: 'decided',
})

export const settings = [staffingOrdinance]
