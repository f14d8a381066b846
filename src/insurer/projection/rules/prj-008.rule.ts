import { z } from 'zod'
import { choice, defineRule, whole } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { prj008Cases } from '../examples/prj-008.ts'
import { MOST_TIMES, revisionPerMyriad, unitYen } from './projection-fields.ts'

const MYRIAD = 10_000
const TENTHS = 10

export const rule = defineRule({
  id: 'PRJ-008',
  title: 'サービスの給付費（年額）',
  group: '将来推計',
  meaning:
    '1か月の回（日）数または人数に、基準年の1回（1人1か月）当たりの給付費、12か月、報酬改定率をかけます。',
  formula:
    '回・日で数える種類: 回（日）数×単価×12×改定率。人で数える種類: 人数×単価×12×改定率。円未満は四捨五入、印刷は千円',
  source: { text: '地域包括ケア「見える化」システム 将来推計（計画作成の実務資料による）' },
  confidence: 'secondary',
  limits: '円未満の四捨五入は本ソフトの決めです（計画では千円単位で印刷します）。',
  parameters: {},
  input: z.strictObject({
    countedIn: choice('数え方', { times: '回・日', persons: '人' }),
    count: whole('1か月の数', '', {
      max: MOST_TIMES,
      help: '回・日で数える種類は10倍した数（9.5回は95）、人で数える種類は人数',
    }),
    unitYen: unitYen('1回・1日・1人1か月の給付費'),
    revisionPerMyriad,
  }),
  compute({ countedIn, count, unitYen, revisionPerMyriad }, { note, round }) {
    const exact = {
      over: product(count, unitYen, 12, revisionPerMyriad),
      under: countedIn === 'times' ? TENTHS * MYRIAD : MYRIAD,
    }
    const benefitYen = round('給付費', exact, 'half-up')
    const benefitThousandYen = round(
      '給付費（千円）',
      { over: benefitYen, under: 1000 },
      'half-up',
      1,
      '千円',
    )
    note?.({
      label: '給付費（年額）',
      formula: '数×単価×12×改定率',
      inputs: {
        数: countedIn === 'times' ? `${count / TENTHS}` : count,
        単価: unitYen,
        '改定率（‱）': revisionPerMyriad,
      },
      value: benefitYen,
      unit: '円',
    })
    return { benefitYen, benefitThousandYen }
  },
  cases: prj008Cases,
})
