import { z } from 'zod'
import { choice, defineRule, refuse } from '../../../platform/computation/index.ts'
import {
  characterValue,
  localGovernmentCheckDigit,
  modulus10CheckDigit,
} from '../../../platform/text/index.ts'
import { typed } from './number-rule.ts'

const METHODS = {
  modulus10: 'モジュラス10ウェイト21（保険者番号、事業所番号）',
  localGovernment: '市区町村コード（5けた）',
}
const CODE_LENGTH = 5 // number: 都道府県 2 and 市区町村 3

export const rule = defineRule({
  id: 'NUM-05',
  title: '検査数字の計算',
  group: '番号',
  meaning: '検査数字を除いた番号から、付けるべき検査数字を計算します。',
  formula:
    'モジュラス10ウェイト21: 右から2・1を交互に掛け、各けたの数の和を10で割った余りを10から引いた数の1の位。市区町村コード: 6・5・4・3・2を掛けた和と11による',
  source: { text: '介護保険事業所番号の設定、全国地方公共団体コード' },
  confidence: 'secondary',
  limits: '番号が実在するかは確かめません。',
  parameters: {},
  labels: { checkDigit: '検査数字' },
  input: z.strictObject({ digits: typed('検査数字を除いた番号'), method: choice('計算の方法', METHODS) }),
  compute({ digits, method }, { note }) {
    const isCode = method === 'localGovernment'
    const isGood = isCode
      ? digits.length === CODE_LENGTH && /^\d+$/.test(digits)
      : digits !== '' && [...digits].every((one) => characterValue(one) !== undefined)
    if (!isGood)
      refuse(
        'characters',
        'digits',
        isCode
          ? '検査数字を除いた番号: 5けたの数字で入力してください。'
          : '検査数字を除いた番号: 数字と、I・O・Qを除く大文字の英字で入力してください。',
      )
    const checkDigit = Number(isCode ? localGovernmentCheckDigit(digits) : modulus10CheckDigit(digits))
    note?.({ label: '検査数字', formula: METHODS[method], inputs: { 番号: digits }, value: checkDigit })
    return { checkDigit }
  },
  cases: [
    ...(
      [
        ['131130のもと', '13113', 'localGovernment', 0],
        ['011002のもと', '01100', 'localGovernment', 2],
        ['271004のもと', '27100', 'localGovernment', 4],
        ['131136のもと', '13113', 'modulus10', 6],
        ['1300600077のもと', '130060007', 'modulus10', 7],
        ['11A2232606のもと', '11A223260', 'modulus10', 6],
      ] as const
    ).map(([title, digits, method, checkDigit]) => ({
      title,
      on: '2026-11-22',
      input: { digits, method },
      value: { checkDigit },
    })),
    ...(
      [
        ['4けた', '1311', 'localGovernment'],
        ['6けた', '131130', 'localGovernment'],
        ['英字', '1311A', 'localGovernment'],
        ['英字のI', '13I010001', 'modulus10'],
        ['空', '', 'modulus10'],
      ] as const
    ).map(([title, digits, method]) => ({
      title,
      on: '2026-11-22',
      input: { digits, method },
      refused: { code: 'characters', path: 'digits' },
    })),
  ],
})
