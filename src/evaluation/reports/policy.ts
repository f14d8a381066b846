import { CASEWORKERS, policy } from '../../platform/access/index.ts'

const readers = [...CASEWORKERS, 'clerk'] as const

export const monthlyReportPolicy = policy({
  'monthly-report.read': {
    sentence: '自分のセンターの月報を見られる。保険者の職員は全センターと市全体の月報を見られる',
    roles: readers,
  },
  'monthly-report.records': {
    sentence: '月報の数から、その元の記録の一覧を開ける。氏名は担当する方のものだけが出る',
    roles: readers,
  },
  'monthly-report.export': {
    sentence: '月報を Excel、CSV、PDF で書き出せる。人ごとの記録は入らない',
    roles: readers,
  },
  'monthly-report.confirm': {
    sentence: '自分のセンターの月報を確定し、理由を添えて訂正版を出せる',
    roles: ['centreManager'],
  },
  'monthly-report.decide': {
    sentence: 'センターの月報を受理し、理由を添えて差し戻せる。全センターがそろえば市全体の月報を確定できる',
    roles: ['officer'],
  },
})
