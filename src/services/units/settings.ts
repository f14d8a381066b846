import { setting } from '../../registers/settings/index.ts'
import type { OwnUnits } from './rules/base-units.ts'
import { ownUnits } from './rules/own-units.ts'

/** UNT-01: a municipality sets its units at or below the national ones; the rule refuses what is above. */
export const own = setting<OwnUnits>({
  key: 'units.own',
  group: '総合事業',
  approval: 'two',
  title: '従前相当サービスの単位',
  unit: '単位',
  help: '要綱で国の単位より低く定めた行だけを入力します。空の行は国の単位のとおりです。国の単位を超える値は計算のときに断ります。',
  schema: ownUnits,
  input: { kind: 'structure' },
  initial: {},
  source: { text: '市町村の総合事業の実施要綱（国の上限の範囲で定める）' },
  confidence: 'decided',
})

export const settings = [own]
