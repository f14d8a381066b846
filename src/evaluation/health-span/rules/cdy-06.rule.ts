import { z } from 'zod'
import { defineRule, orUnknown, persons, refuse } from '../../../platform/computation/index.ts'
import { rateOf } from './rates.ts'

export const rule = defineRule({
  id: 'CDY-06',
  title: '総合事業から給付への移行率',
  group: '健康寿命',
  meaning: 'はじめの日に総合事業を使っていた方のうち、終わりの日までに要介護と認定された方の割合です。',
  formula: '移行率＝要介護になった人÷はじめの日の利用者',
  source: { text: '本ソフトの決め（国の定義が手元にないもの）' },
  confidence: 'decided',
  limits: '死亡・転出の方も分母に入れ、人数を添えます。移行したことの良い悪いは、この率からは言えません。',
  parameters: {},
  input: z.strictObject({
    users: persons('はじめの日の総合事業の利用者'),
    movedToCare: persons('終わりの日までに要介護と認定された人'),
    died: orUnknown(persons('そのほかで死亡した人')),
    movedOut: orUnknown(persons('そのほかで転出した人')),
  }),
  compute({ users: all, movedToCare, died, movedOut }, { note, round, caution }) {
    const known = movedToCare + (died ?? 0) + (movedOut ?? 0)
    if (known > all)
      refuse(
        'more-than-users',
        'movedToCare',
        '移行した人、死亡した人、転出した人の計が、はじめの日の利用者を超えています。',
      )
    if (died === null || movedOut === null)
      caution('死亡か転出の人数がわかりません。少なく見えているかもしれません。')
    const ratePerMyriad = rateOf(round, '移行率', movedToCare, all)
    note?.({
      label: '総合事業から給付への移行率',
      formula: '要介護になった人÷はじめの日の利用者',
      inputs: { 利用者: all, 要介護になった人: movedToCare, 死亡した人: died, 転出した人: movedOut },
      value: ratePerMyriad,
      unit: '‱',
    })
    return { ratePerMyriad, died, movedOut }
  },
  labels: { ratePerMyriad: '移行率' },
  cases: [
    {
      title: '250人のうち35人（架空）',
      on: '2026-04-01',
      input: { users: 250, movedToCare: 35, died: 5, movedOut: 3 },
      value: { ratePerMyriad: 1400, died: 5, movedOut: 3 },
    },
    {
      title: '利用者がいなければ、率はない',
      on: '2026-04-01',
      input: { users: 0, movedToCare: 0, died: null, movedOut: null },
      value: { ratePerMyriad: null, died: null, movedOut: null },
    },
    {
      title: '内訳の計が利用者と同じなら計算する',
      on: '2026-04-01',
      input: { users: 43, movedToCare: 35, died: 5, movedOut: 3 },
      value: { ratePerMyriad: 8140, died: 5, movedOut: 3 },
    },
    {
      title: '内訳の計が利用者を超える',
      on: '2026-04-01',
      input: { users: 42, movedToCare: 35, died: 5, movedOut: 3 },
      refused: { code: 'more-than-users', path: 'movedToCare' },
    },
  ],
})
