import type { Dated } from '../types.ts'

export interface CalendarItem {
  label: string
  /** first and last day, `YYYY-MM-DD` */
  from: string
  to: string
}

/** 計画をつくる年の日程, by the round in which it was announced. */
export const planCalendar: Dated<{ period: number; items: readonly CalendarItem[] }> = {
  id: 'insurer.plan.calendar',
  title: '介護保険事業計画をつくる日程',
  unit: '日',
  history: [
    {
      from: '2025-04-01',
      to: '2027-04-01',
      value: {
        period: 10,
        items: [
          { label: 'ニーズ調査、在宅介護実態調査など', from: '2025-04-01', to: '2026-03-31' },
          { label: '将来推計ツール（暫定版）の公開', from: '2026-03-01', to: '2026-04-30' },
          { label: '将来推計ツール（確定版）の公開', from: '2026-08-01', to: '2026-08-01' },
          { label: '最初の推計を都道府県に提出', from: '2026-09-30', to: '2026-10-13' },
          { label: '素案、計画策定委員会、パブリックコメント', from: '2026-09-01', to: '2026-11-30' },
          { label: '報酬改定率、係数、基本指針の告示', from: '2026-12-20', to: '2027-01-31' },
          { label: '推計の確定、保険料の決定', from: '2027-01-01', to: '2027-02-28' },
          { label: '条例の議決、計画の公表、都道府県知事への提出', from: '2027-03-01', to: '2027-03-31' },
          { label: '第10期の始まり', from: '2027-04-01', to: '2027-04-01' },
        ],
      },
      source: { text: '厚生労働省の通知（令和8年9月1日）ほか、二次資料と第9期の例による' },
      confidence: 'recalled',
      status: 'provisional',
      note: '推計の提出期間のほかは、第9期の例などによる目安です。',
    },
  ],
  checkedOn: '2026-11-22',
}
