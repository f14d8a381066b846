import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  judgement: 'target' | 'notTarget' | 'undetermined' | 'notApplicable'
  insuredType: 'category1Insured' | 'category2Insured' | 'notInsured' | null
  checklistOn?: string | null
  notificationOn?: string | null
  decision?: { by: 'municipality' | 'centre' | 'contractedOffice'; on: string } | null
  certification?: { level: 'support' | 'care'; from: string; to: string | null } | null
  start?: 'checklistDate' | 'registrationDate'
  reviewMonths?: number | null
  end?: {
    reason: 'certification' | 'movedOut' | 'died' | 'withdrawn' | 'expired' | 'notTargetAgain'
    lastDay: string | null
    level?: 'support' | 'care' | null
    effectiveFrom?: string | null
  } | null
}
const base: Asked = { judgement: 'target', insuredType: 'category1Insured', checklistOn: '2025-05-08' }
const full: Asked = {
  ...base,
  notificationOn: '2025-05-12',
  decision: { by: 'municipality', on: '2025-05-14' },
}
const on = '2026-11-22'
const registered = (
  title: string,
  input: Asked,
  from: string,
  to: string | null = null,
  endReason: string | null = null,
  reviewDue: string | null = null,
): RuleCase<Asked> => ({ title, on, input, value: { outcome: 'registered', from, to, endReason, reviewDue } })
const refused = (title: string, input: Asked, ...reasons: string[]): RuleCase<Asked> => ({
  title,
  on,
  input,
  value: { outcome: 'refused', reasons },
})
const support = { level: 'support', from: '2024-07-01', to: '2025-06-30' } as const

export const registrationCases: RuleCase<Asked>[] = [
  registered('CHK-05-b 届出と登録がある', full, '2025-05-08'),
  {
    title: 'CHK-05-a 届出がない',
    on,
    input: base,
    value: { outcome: 'waiting', state: 'awaitingNotification' },
  },
  {
    title: '届出はあり、登録がまだ',
    on,
    input: { ...base, notificationOn: '2025-05-12' },
    value: { outcome: 'waiting', state: 'notificationAccepted' },
  },
  registered('CHK-05-c 登録日から', { ...full, start: 'registrationDate' }, '2025-05-14'),
  registered(
    'CHK-05-d 24か月で再び確かめる',
    { ...full, reviewMonths: 24 },
    '2025-05-08',
    null,
    null,
    '2027-05-07',
  ),
  registered(
    'CHK-05-e 要支援1になる',
    {
      ...full,
      end: { reason: 'certification', lastDay: null, level: 'support', effectiveFrom: '2025-09-03' },
    },
    '2025-05-08',
    '2025-09-02',
    'certification',
  ),
  registered(
    'CHK-05-f 要支援1が6月30日まで',
    {
      ...base,
      notificationOn: '2025-05-26',
      decision: { by: 'municipality', on: '2025-05-28' },
      certification: support,
    },
    '2025-07-01',
  ),
  refused(
    'CHK-05-g 第2号（58歳）',
    { ...full, judgement: 'notApplicable', insuredType: 'category2Insured' },
    'notApplicable',
  ),
  refused(
    'CHK-05-h センターの職員が登録した',
    { ...full, decision: { by: 'centre', on: '2025-05-14' } },
    'municipalityRegisters',
  ),
  refused(
    '要介護がある',
    { ...full, certification: { level: 'care', from: '2025-01-01', to: null } },
    'careLevelRuns',
  ),
  refused(
    '要介護になり、最後の日が決まらない',
    { ...full, end: { reason: 'certification', lastDay: null, level: 'care' } },
    'careLevelEndNotSettled',
  ),
  registered(
    '転出で終わる',
    { ...full, end: { reason: 'movedOut', lastDay: '2025-12-01' } },
    '2025-05-08',
    '2025-12-01',
    'movedOut',
  ),
  refused(
    '始まりより前に終わる',
    { ...full, end: { reason: 'died', lastDay: '2025-05-07' } },
    'endBeforeStart',
  ),
  refused('基準に該当しない', { ...full, judgement: 'notTarget' }, 'criteriaNotMet'),
  refused(
    '実施日も種別もわからない',
    { ...full, insuredType: null, checklistOn: null },
    'insuredTypeUnknown',
    'checklistDateUnknown',
  ),
  refused(
    '登録が実施日と届出より前',
    { ...full, decision: { by: 'municipality', on: '2025-05-07' } },
    'decidedBeforeChecklist',
    'decidedBeforeNotification',
  ),
  refused('死亡の日がわからない', { ...full, end: { reason: 'died', lastDay: null } }, 'endDayUnknown'),
  refused('転出の日がわからない', { ...full, end: { reason: 'movedOut', lastDay: null } }, 'endDayUnknown'),
  refused('期限の日がわからない', { ...full, end: { reason: 'expired', lastDay: null } }, 'endDayUnknown'),
  refused(
    '要支援になり、効力の始まりがわからない',
    { ...full, end: { reason: 'certification', lastDay: null, level: 'support' } },
    'supportStartUnknown',
  ),
  refused(
    '認定で終わり、要支援か要介護かわからない',
    { ...full, end: { reason: 'certification', lastDay: '2025-09-30' } },
    'endLevelUnknown',
  ),
  {
    title: '要支援の効力の始まりの前日でない最後の日',
    on,
    input: {
      ...full,
      end: { reason: 'certification', lastDay: '2025-09-03', level: 'support', effectiveFrom: '2025-09-03' },
    },
    refused: { code: 'end-days-differ', path: 'end.lastDay' },
  },
  refused(
    '要介護が実施日の後に始まり、登録日にある',
    { ...full, certification: { level: 'care', from: '2025-05-10', to: '2026-05-31' } },
    'careLevelRuns',
  ),
  refused(
    '要介護が登録日の後に始まる',
    { ...full, certification: { level: 'care', from: '2025-06-01', to: '2026-05-31' } },
    'careLevelEndNotSettled',
  ),
  registered(
    '要介護が登録日の後に始まり、最後の日を決めた',
    {
      ...full,
      certification: { level: 'care', from: '2025-06-01', to: '2026-05-31' },
      end: { reason: 'certification', lastDay: '2025-06-10', level: 'care' },
    },
    '2025-05-08',
    '2025-06-10',
    'certification',
  ),
  registered(
    '要支援が6月1日に始まる',
    { ...full, certification: { level: 'support', from: '2025-06-01', to: '2026-05-31' } },
    '2025-05-08',
    '2025-05-31',
    'certification',
  ),
  {
    title: '認定の期間の前後が逆',
    on,
    input: { ...full, certification: { level: 'care', from: '2026-05-31', to: '2025-05-01' } },
    refused: { code: 'period-reversed', path: 'certification.to' },
  },
]
