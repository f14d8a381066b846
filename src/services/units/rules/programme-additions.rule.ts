import { z } from 'zod'
import {
  dayAdditionUnits,
  homeAdditionUnits,
  homeInitialUnits,
  homeSameBuildingPerMille,
  seenDayAdditionUnits,
} from '../../../law/services/programme-additions.ts'
import { choice, codesOf, defineRule, month, refuse, whole } from '../../../platform/computation/index.ts'
import { programmeAdditionsCases } from '../examples/programme-additions.ts'
import { additionUnits, checkLines, DAY_ADDITIONS, HOME_ADDITIONS, type Line, nameOf } from './additions.ts'

const MOST = 1_000_000 // number: what units of a month may be
const Input = z.strictObject({
  month: month('サービスの月'),
  kind: choice('サービスの種類', { A2: '訪問型サービス（独自）', A6: '通所型サービス（独自）' }),
  row: choice('通所型の区分', {
    low: '事業対象者・要支援1',
    high: '事業対象者（週2回程度）・要支援2',
  }),
  monthUnits: whole('1か月の単位', '単位', { max: MOST, help: '加算・減算の前の単位（UNT-01）' }),
  lines: z
    .array(
      z.strictObject({
        line: choice('加算・減算', { ...HOME_ADDITIONS, ...DAY_ADDITIONS }),
        times: whole('回数', '回', {
          min: 1,
          max: 200, // number: room for a month
          help: '1か月に1度のものは1。送迎は片道の数',
        }),
      }),
    )
    .max(20, '加算・減算: 20行までです。') // number: room for a month's lines
    .meta({ title: '加算・減算', description: 'その月に当てはまる加算と減算。なければ空のまま' }),
})
export type Input = z.input<typeof Input>

export const rule = defineRule({
  id: 'programme-additions',
  title: '従前相当サービスの加算・減算',
  group: '総合事業',
  meaning: '訪問型（A2）・通所型（A6）の1か月の単位に、加算と減算を加えます。',
  formula: '1か月の単位＋加算の単位×回数−減算（率によるものは1単位未満四捨五入）',
  source: { text: '令和3年厚生労働省告示第72号（総合事業の国の基準による単位）' },
  confidence: 'recalled',
  limits:
    '加算の算定要件と、段階の違うもののほかの、一緒に算定できない組合せは確かめません。処遇改善加算はUNT-02です。同一建物等減算の率と段階は出典未確認です。',
  parameters: {
    homeInitial: homeInitialUnits,
    home: homeAdditionUnits,
    sameBuilding: homeSameBuildingPerMille,
    daySeen: seenDayAdditionUnits,
    day: dayAdditionUnits,
  },
  input: Input,
  dateOf: (input) => `${input.month}-01`,
  compute({ kind, row, monthUnits, lines: asked }, { law, entry, note, round }) {
    checkLines(kind, asked)
    const lines = asked.map((one) => {
      const units = additionUnits(one, row, monthUnits, law, round)
      const { source, confidence } = entry[parameterOf(one.line)]
      note?.({
        label: nameOf(one.line),
        inputs: { 回数: one.times },
        value: units,
        unit: '単位',
        source,
        confidence,
      })
      return { line: one.line, units }
    })
    const totalUnits = lines.reduce((all, { units }) => all + units, monthUnits)
    if (totalUnits < 0)
      refuse(
        'below-zero',
        'lines',
        `加算・減算: 合わせると ${totalUnits}単位となり、0単位を下回ります。1か月の単位（${monthUnits}）と、減算の行と回数を確かめてください。`,
      )
    note?.({
      label: '加算・減算の後の単位',
      formula: '1か月の単位＋加算−減算',
      inputs: { '1か月の単位': monthUnits },
      value: totalUnits,
      unit: '単位',
    })
    return { lines, totalUnits }
  },
  labels: {
    ...codesOf('line', { ...HOME_ADDITIONS, ...DAY_ADDITIONS }),
    lines: '加算・減算',
    line: '加算・減算',
    units: '単位',
    totalUnits: '加算・減算の後の単位',
  },
  cases: programmeAdditionsCases,
})

function parameterOf(line: Line): 'homeInitial' | 'home' | 'sameBuilding' | 'daySeen' | 'day' {
  if (line === 'initial') return 'homeInitial'
  if (line === 'ten' || line === 'twelve' || line === 'fifteen') return 'sameBuilding'
  if (Object.hasOwn(HOME_ADDITIONS, line)) return 'home'
  const seen: readonly Line[] = ['structureI', 'science', 'oralII', 'noTransport']
  return seen.includes(line) ? 'daySeen' : 'day'
}
