import { z } from 'zod'
import { defineRule, persons, type RuleProblem, RuleRefusal } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'

export const rule = defineRule({
  id: 'ANL-06',
  title: '受給率と利用率',
  group: '地域分析',
  meaning:
    '受給率は第1号被保険者のうちサービスを使った方、利用率は認定を受けた方のうち使った方の割合です。在宅・居住系・施設に分けます。',
  formula: '受給率＝受給者数÷第1号被保険者数×100、利用率＝受給者数÷認定者数×100、小数第1位まで（四捨五入）',
  source: { text: '地域包括ケア「見える化」システムの受給率・利用率' },
  confidence: 'recalled',
  limits:
    '受給者は実人数です。在宅の中で二つのサービスを使う方も1人に数えます。在宅・居住系・施設のどれか一つに分け、その和が全体になります。',
  parameters: {},
  input: z.strictObject({
    insured: persons('第1号被保険者数'),
    certified: persons('認定者数'),
    homeUsers: persons('在宅の受給者数', { help: '実人数' }),
    residentialUsers: persons('居住系の受給者数', { help: '実人数' }),
    facilityUsers: persons('施設の受給者数', { help: '実人数' }),
  }),
  compute({ insured, certified, homeUsers, residentialUsers, facilityUsers }, { note, round }) {
    const users = homeUsers + residentialUsers + facilityUsers
    const problems: RuleProblem[] = []
    if (certified > insured)
      problems.push({
        path: 'certified',
        code: 'certified-above-insured',
        message: '認定者数: 第1号被保険者数より多くなっています。どちらかを確かめてください。',
      })
    if (users > certified)
      problems.push({
        path: 'homeUsers',
        code: 'users-above-certified',
        message: '受給者数: 合計が認定者数より多くなっています。同じ方を二度数えていないか確かめてください。',
      })
    if (problems.length > 0) throw new RuleRefusal(problems)
    const share = (label: string, counted: number, of: number): number | null => {
      const exact = { over: product(counted, 1000), under: of }
      const perMille = of === 0 ? null : round(label, exact, 'half-up', 1, '‰')
      note?.({
        label,
        formula: '受給者数÷人数×100',
        inputs: { 受給者数: counted, 人数: of },
        value: perMille === null ? null : perMille / 10,
        unit: '%',
      })
      return perMille
    }
    return {
      users,
      receivingPerMille: share('受給率', users, insured),
      homeReceivingPerMille: share('受給率（在宅）', homeUsers, insured),
      residentialReceivingPerMille: share('受給率（居住系）', residentialUsers, insured),
      facilityReceivingPerMille: share('受給率（施設）', facilityUsers, insured),
      usePerMille: share('利用率', users, certified),
    }
  },
  cases: [
    {
      title: '被保険者1,000人、認定180人、在宅100・居住系15・施設30',
      on: '2026-04-01',
      input: { insured: 1000, certified: 180, homeUsers: 100, residentialUsers: 15, facilityUsers: 30 },
      value: {
        users: 145,
        receivingPerMille: 145,
        homeReceivingPerMille: 100,
        residentialReceivingPerMille: 15,
        facilityReceivingPerMille: 30,
        usePerMille: 806, // 145 ÷ 180 = 0.80555…
      },
    },
    {
      title: 'だれも認定されていなければ、利用率はない',
      on: '2026-04-01',
      input: { insured: 10, certified: 0, homeUsers: 0, residentialUsers: 0, facilityUsers: 0 },
      value: {
        users: 0,
        receivingPerMille: 0,
        homeReceivingPerMille: 0,
        residentialReceivingPerMille: 0,
        facilityReceivingPerMille: 0,
        usePerMille: null,
      },
    },
    {
      title: '受給者が認定者より多ければ断る',
      on: '2026-04-01',
      input: { insured: 10, certified: 5, homeUsers: 3, residentialUsers: 2, facilityUsers: 1 },
      refused: { code: 'users-above-certified', path: 'homeUsers' },
    },
    {
      title: '認定者が被保険者より多ければ断る',
      on: '2026-04-01',
      input: { insured: 4, certified: 5, homeUsers: 3, residentialUsers: 2, facilityUsers: 0 },
      refused: { code: 'certified-above-insured', path: 'certified' },
    },
  ],
})
