import { z } from 'zod'
import { defineRule, yen } from '../../../platform/computation/index.ts'

export const rule = defineRule({
  id: 'PRM-03',
  title: '地域支援事業費',
  group: '保険料',
  meaning: '総合事業、センターの運営と任意事業、社会保障充実分を足して、地域支援事業費を出します。',
  formula: '総合事業費＋包括的支援事業（センター運営）・任意事業費＋包括的支援事業（社会保障充実分）',
  source: { text: '介護保険法第115条の45' },
  confidence: 'recalled',
  limits: '三つの上限額は CSP-01 から CSP-05 で確かめます。',
  parameters: {},
  input: z.strictObject({
    generalProjectYen: yen('介護予防・日常生活支援総合事業費'),
    centreAndVoluntaryYen: yen('包括的支援事業（センター運営）・任意事業費'),
    enhancementYen: yen('包括的支援事業（社会保障充実分）'),
  }),
  compute({ generalProjectYen, centreAndVoluntaryYen, enhancementYen }, { note }) {
    const comprehensiveSupportYen = centreAndVoluntaryYen + enhancementYen
    const communitySupportYen = generalProjectYen + comprehensiveSupportYen
    note?.({
      label: '地域支援事業費',
      formula: '総合事業費＋センター運営・任意事業費＋社会保障充実分',
      inputs: {
        総合事業費: generalProjectYen,
        'センター運営・任意事業費': centreAndVoluntaryYen,
        社会保障充実分: enhancementYen,
      },
      value: communitySupportYen,
      unit: '円',
    })
    return { comprehensiveSupportYen, communitySupportYen }
  },
  cases: [
    {
      title: 'A町の下書き',
      on: '2024-04-01',
      input: { generalProjectYen: 25_560_000, centreAndVoluntaryYen: 39_000_000, enhancementYen: 27_000_000 },
      value: { comprehensiveSupportYen: 66_000_000, communitySupportYen: 91_560_000 },
      source: { text: 'A町（匿名）の将来推計総括表の下書き（二次資料）' },
      isSecondary: true,
    },
  ],
})
