import { z } from 'zod'
import { dementiaInitialTeam } from '../../../law/casework/dementia-initial-team.ts'
import { day, defineRule, orUnknown, refuse } from '../../../platform/computation/index.ts'
import { checkAfterHandOver, supportEndsOn } from './initial-team-clocks.ts'

export const rule = defineRule({
  id: 'DEM-02',
  title: '認知症初期集中支援の期限',
  group: '認知症',
  meaning: '支援のおおむねの終わりの日と、引き継いだ後に確かめる日です。',
  formula: '終わり＝支援を始めた日から6か月の最後の日、引継ぎ後の確認＝引き継いだ日の2か月後',
  source: {
    text: '地域支援事業実施要綱（認知症初期集中支援推進事業）',
    url: 'https://fukushiyougu.xyz/?p=756',
  },
  confidence: 'secondary',
  limits: '6か月も2か月も「おおむね」です。サービスが落ち着くまで続けるかどうかはチーム員会議で決めます。',
  parameters: { team: dementiaInitialTeam },
  input: z.strictObject({
    startedOn: orUnknown(day('支援を始めた日')),
    handedOverOn: orUnknown(day('引き継いだ日'), 'まだなら null'),
  }),
  compute({ startedOn, handedOverOn }, { law, entry, note }) {
    if (startedOn !== null && handedOverOn !== null && handedOverOn < startedOn)
      refuse(
        'handed-over-before-start',
        'handedOverOn',
        '引き継いだ日: 支援を始めた日より前です。どちらかの日を確かめてください。',
      )
    const { supportMonths, checkMonths } = law.team
    const endsOn = startedOn && supportEndsOn(startedOn, supportMonths)
    const checkOn = handedOverOn && checkAfterHandOver(handedOverOn, checkMonths)
    const { source, confidence } = entry.team
    note?.({
      label: '支援のおおむねの終わり',
      formula: `始めた日から${supportMonths}か月`,
      value: endsOn,
      source,
      confidence,
    })
    note?.({
      label: '引継ぎ後に確かめる日',
      formula: `引き継いだ日の${checkMonths}か月後`,
      value: checkOn,
      source,
      confidence,
    })
    return { endsOn, checkOn }
  },
  labels: { endsOn: '支援のおおむねの終わり', checkOn: '引継ぎ後に確かめる日' },
  cases: [
    ...(
      [
        ['4月10日から（DEM-02-a）', '2025-04-10', '2025-09-20', '2025-10-09', '2025-11-20'],
        ['8月31日から、2月の末まで（DEM-02-b）', '2025-08-31', null, '2026-02-28', null],
        ['始めた日がわからない（DEM-02-c）', null, null, null, null],
        ['始めた日に引き継いだ', '2025-04-10', '2025-04-10', '2025-10-09', '2025-06-10'],
        ['始めた日がわからず、引き継いだ日がある', null, '2025-09-20', null, '2025-11-20'],
        ['8月28日から', '2025-08-28', '2025-12-31', '2026-02-27', '2026-02-28'],
      ] as const
    ).map(([title, startedOn, handedOverOn, endsOn, checkOn]) => ({
      title,
      on: '2025-04-01',
      input: { startedOn, handedOverOn },
      value: { endsOn, checkOn },
    })),
    {
      title: '始めた日の前に引き継いだ',
      on: '2025-04-01',
      input: { startedOn: '2025-04-10', handedOverOn: '2025-04-09' },
      refused: { code: 'handed-over-before-start', path: 'handedOverOn' },
    },
  ],
})
