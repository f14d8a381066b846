import type { RuleCase } from '../../../platform/computation/index.ts'
import type { Line } from '../rules/additions.ts'
import type { Input } from '../rules/programme-additions.rule.ts'

type Asked = Omit<Input, 'lines'>
const lineOf = (line: Line, times = 1) => ({ line, times })
const a2: Asked = { month: '2024-05', kind: 'A2', row: 'low', monthUnits: 1176 }
const a6: Asked = { month: '2024-05', kind: 'A6', row: 'low', monthUnits: 1798 }

const of = (title: string, asked: Asked, line: Line, units: number, times = 1): RuleCase<Input> => ({
  title,
  on: `${asked.month}-01`,
  input: { ...asked, lines: [lineOf(line, times)] },
  value: { lines: [{ line, units }], totalUnits: asked.monthUnits + units },
})
const refused = (title: string, asked: Asked, lines: Line[], code: string): RuleCase<Input> => ({
  title,
  on: `${asked.month}-01`,
  input: { ...asked, lines: lines.map((line) => lineOf(line)) },
  refused: { code, path: 'lines' },
})
const often = (title: string, asked: Asked, line: Line, times: number): RuleCase<Input> => ({
  title,
  on: `${asked.month}-01`,
  input: { ...asked, lines: [lineOf(line, times)] },
  refused: { code: 'once-a-month', path: 'lines.0.times' },
})
const r3 = <T extends Asked>(asked: T): T => ({ ...asked, month: '2024-03' })
const high = { ...a6, row: 'high' as const, monthUnits: 3621 }

/** Lines that both revisions have: line, units of the lower and of the higher row. */
const everyDay: [Line, number, number][] = [
  ['structureI', 88, 176],
  ['structureII', 72, 144],
  ['structureIII', 24, 48],
  ['science', 40, 40],
  ['oralI', 150, 150],
  ['oralII', 160, 160],
  ['nutrition', 200, 200],
  ['nutritionAssessment', 50, 50],
  ['youngDementia', 240, 240],
  ['sameBuildingMonth', -376, -752],
]

export const programmeAdditionsCases: readonly RuleCase<Input>[] = [
  {
    title: '訪問型、初回加算と生活機能向上連携加算（Ⅱ）',
    on: '2024-05-01',
    input: { ...a2, lines: [lineOf('initial'), lineOf('functionLinkII')] },
    value: {
      lines: [
        { line: 'initial', units: 200 },
        { line: 'functionLinkII', units: 200 },
      ],
      totalUnits: 1576,
    },
  },
  {
    title: '加算がない',
    on: '2024-05-01',
    input: { ...a2, lines: [] },
    value: { lines: [], totalUnits: 1176 },
  },
  of('訪問型 口腔連携強化加算、2回', a2, 'oralLink', 100, 2),
  often('訪問型 初回加算は1か月に1度', a2, 'initial', 5),
  often('訪問型 生活機能向上連携加算は1か月に1度', a2, 'functionLinkI', 2),
  often('訪問型 率による減算に回数はない', a2, 'ten', 5),
  often('通所型 1か月の同一建物減算は1度', a6, 'sameBuildingMonth', 2),
  often('通所型 サービス提供体制強化加算は1か月に1度', a6, 'structureI', 2),
  of('訪問型 同一建物等減算: 0単位の月は0単位', { ...a2, monthUnits: 0 }, 'ten', 0),
  of('通所型 減算して、ちょうど0単位', { ...a6, monthUnits: 376 }, 'sameBuildingMonth', -376),
  refused(
    '通所型 減算が1か月の単位を1単位上回る',
    { ...a6, monthUnits: 375 },
    ['sameBuildingMonth'],
    'below-zero',
  ),
  {
    title: '通所型 送迎なしの片道8回と同一建物減算を合わせると、0単位を下回る',
    on: '2026-02-01',
    input: {
      ...a6,
      month: '2026-02',
      monthUnits: 436,
      lines: [lineOf('noTransport', 8), lineOf('sameBuildingMonth')],
    },
    refused: { code: 'below-zero', path: 'lines' },
  },
  refused('訪問型 同一建物等減算の率は1つだけ', a2, ['fifteen', 'ten'], 'one-step'),
  refused('訪問型 同一建物等減算10％と12％', a2, ['ten', 'twelve'], 'one-step'),
  refused('訪問型 生活機能向上連携加算は一方だけ', a2, ['functionLinkI', 'functionLinkII'], 'one-step'),
  refused('通所型 サービス提供体制強化加算は一つだけ', a6, ['structureIII', 'structureI'], 'one-step'),
  refused('通所型 口腔機能向上加算は一方だけ', a6, ['oralI', 'oralII'], 'one-step'),
  refused('通所型 同一建物減算は一方だけ', a6, ['sameBuildingMonth', 'sameBuildingVisit'], 'one-step'),
  of('訪問型 初回加算（R3）', r3(a2), 'initial', 200),
  of('訪問型 生活機能向上連携加算（Ⅰ）（R3）', r3(a2), 'functionLinkI', 100),
  of('訪問型 生活機能向上連携加算（Ⅰ）（R6）', a2, 'functionLinkI', 100),
  of('訪問型 生活機能向上連携加算（Ⅱ）（R3）', r3(a2), 'functionLinkII', 200),
  refused('訪問型 口腔連携強化加算は2024年3月にはない', r3(a2), ['oralLink'], 'not-in-force'),
  of('訪問型 口腔連携強化加算は2024年4月から', { ...a2, month: '2024-04' }, 'oralLink', 50),
  of('訪問型 同一建物等減算10％（R3）', r3(a2), 'ten', -118), // 117.6
  of('訪問型 同一建物等減算10％（R6）', a2, 'ten', -118),
  of('訪問型 同一建物等減算12％（R6）', a2, 'twelve', -141), // 141.12
  of('訪問型 同一建物等減算15％（R6）', a2, 'fifteen', -176), // 176.4
  of('訪問型 同一建物等減算: ちょうど0.5単位は上げる', { ...a2, monthUnits: 115 }, 'ten', -12), // 11.5
  refused('訪問型 同一建物等減算12％は2024年3月にはない', r3(a2), ['twelve'], 'not-in-force'),
  refused('訪問型 同一建物等減算15％は2024年3月にはない', r3(a2), ['fifteen'], 'not-in-force'),
  ...everyDay.flatMap(([line, low, more]) => [
    of(`通所型 ${line} 要支援1（R3）`, r3(a6), line, low),
    of(`通所型 ${line} 要支援2（R3）`, r3(high), line, more),
    of(`通所型 ${line} 要支援1（R6）`, a6, line, low),
    of(`通所型 ${line} 要支援2（R6）`, high, line, more),
  ]),
  of('通所型 運動器機能向上加算は2024年3月まで', r3(a6), 'motor', 225),
  refused('通所型 運動器機能向上加算は基本の単位に入った', a6, ['motor'], 'not-in-force'),
  refused('通所型 一体的サービス提供加算は2024年3月にはない', r3(a6), ['combined'], 'not-in-force'),
  of('通所型 一体的サービス提供加算', high, 'combined', 480),
  refused('通所型 送迎を行わない減算は2024年3月にはない', r3(a6), ['noTransport'], 'not-in-force'),
  of('通所型 送迎を行わない減算、片道5回', a6, 'noTransport', -235, 5),
  refused('通所型 1回の同一建物減算は2024年3月にはない', r3(a6), ['sameBuildingVisit'], 'not-in-force'),
  of('通所型 1回の同一建物減算、4回', a6, 'sameBuildingVisit', -376, 4),
  of('訪問型 初回加算、2027年3月', { ...a2, month: '2027-03' }, 'initial', 200),
  of('訪問型 初回加算、2027年4月は仮置き', { ...a2, month: '2027-04' }, 'initial', 200),
  of('通所型 科学的介護推進体制加算、2027年4月は仮置き', { ...a6, month: '2027-04' }, 'science', 40),
  refused('訪問型に通所型の加算はない', a2, ['science'], 'wrong-kind'),
  refused('通所型に訪問型の加算はない', a6, ['initial'], 'wrong-kind'),
  refused('同じ加算が2行', a6, ['science', 'science'], 'twice'),
]
