import { z } from 'zod'
import { planCalendar } from '../../../law/insurer/plan-calendar.ts'
import { choice, day, defineRule } from '../../../platform/computation/index.ts'

const STATES = { past: '済んだはず', now: 'いま', ahead: 'これから' } as const

export const rule = defineRule({
  id: 'PLN-002',
  title: '計画をつくる日程',
  group: '計画',
  meaning: 'ある日に、計画づくりのどの段階にいるか、次に何が来るかを示します。',
  formula: '始まりの日と終わりの日を、その日と比べる',
  source: { text: '厚生労働省の通知（令和8年9月1日）ほか' },
  confidence: 'recalled',
  limits: '第10期の日程だけを登録しています。市町村ごとの議会や委員会の日は、その市町村が決めます。',
  parameters: { calendar: planCalendar },
  input: z.strictObject({
    asOf: day('基準日'),
    show: choice('示す段階', { all: 'すべて', open: 'いまとこれから' }).default('all'),
  }),
  dateOf: ({ asOf }) => asOf,
  compute({ asOf, show }, { law, entry, note }) {
    const items = law.calendar.items.map(({ label, from, to }) => {
      const state = to < asOf ? 'past' : from <= asOf ? 'now' : 'ahead'
      return { label, from, to, state }
    })
    const shown = items.filter(({ state }) => show === 'all' || state !== 'past')
    for (const { label, from, to, state } of shown)
      note?.({
        label,
        formula: `${from}から${to}まで`,
        value: STATES[state as keyof typeof STATES],
        source: entry.calendar.source,
        confidence: entry.calendar.confidence,
      })
    return { period: law.calendar.period, items: shown }
  },
  cases: [
    {
      title: '2027年3月10日: 条例の議決のころ',
      on: '2027-03-10',
      input: { asOf: '2027-03-10', show: 'open' },
      value: {
        period: 10,
        items: [
          {
            label: '条例の議決、計画の公表、都道府県知事への提出',
            from: '2027-03-01',
            to: '2027-03-31',
            state: 'now',
          },
          { label: '第10期の始まり', from: '2027-04-01', to: '2027-04-01', state: 'ahead' },
        ],
      },
    },
    {
      title: '2027年4月1日: 始まりの日',
      on: '2027-04-01',
      input: { asOf: '2027-04-01', show: 'open' },
      value: {
        period: 10,
        items: [{ label: '第10期の始まり', from: '2027-04-01', to: '2027-04-01', state: 'now' }],
      },
    },
    {
      title: '第11期の日程はまだない',
      on: '2027-04-02',
      input: { asOf: '2027-04-02' },
      refused: { code: 'no-value-in-force' },
    },
  ],
})
