import { z } from 'zod'
import { choice, defineRule, orUnknown, whole, yesNo } from '../../../platform/computation/index.ts'
import { type Course, courseCounts, DESTINATIONS } from './c-type.ts'
import { listOf } from './fields.ts'
import { rateOf } from './share.ts'

const course = (
  destination: Course['destination'],
  isContinuingAtSixMonths: boolean | null = null,
  isCompleted = true,
): Course => ({ isCompleted, destination, isContinuingAtSixMonths })

export const rule = defineRule({
  id: 'KYB-09',
  title: 'C型（短期集中予防）の紹介率・卒業率・継続率',
  group: '通いの場',
  meaning:
    '新しい予防プランからC型につないだ割合、終えた方が通いの場や自主的な活動に移った割合、6か月後も続けている割合です。',
  formula:
    '紹介率＝C型への紹介÷新しい予防プラン、卒業率＝通いの場か自主的な活動に移った人÷終えた人、継続率＝6か月後も続けている人÷6か月後に確かめた卒業者',
  source: { text: '本ソフトの決め（研修資料の見方による）' },
  confidence: 'decided',
  limits:
    '行き先のわからない方は卒業に数えません。6か月後に確かめていない方は継続率の分母から除き、人数を添えます。',
  parameters: {},
  input: z.strictObject({
    newPlans: whole('新しい予防プラン', '件'),
    referrals: whole('C型への紹介', '件'),
    courses: listOf(
      'C型の利用',
      z
        .strictObject({
          isCompleted: yesNo('最後まで終えたか'),
          destination: orUnknown(choice('行き先', DESTINATIONS)),
          isContinuingAtSixMonths: orUnknown(yesNo('6か月後も続けているか'), 'まだ確かめていなければ null'),
        })
        .meta({ title: 'C型の利用' }),
      '1人1回の利用ごと。名前のない行',
    ),
  }),
  compute({ newPlans, referrals, courses }, { note, round, caution }) {
    const counts = courseCounts(courses)
    const rates = {
      referralPerMyriad: rateOf(round, '紹介率', referrals, newPlans),
      graduationPerMyriad: rateOf(round, '卒業率', counts.graduated, counts.completed),
      continuationPerMyriad: rateOf(round, '継続率', counts.continuing, counts.checked),
    }
    if (referrals > newPlans)
      caution('紹介が新しい予防プランより多くなっています。同じ期間の件数か確かめてください。')
    if (counts.unknownDestination > 0)
      caution(`行き先のわからない ${counts.unknownDestination}人を、卒業に数えていません。`)
    if (counts.unchecked > 0)
      caution(`6か月後に確かめていない ${counts.unchecked}人を、継続率から除きました。`)
    note?.({
      label: '紹介率',
      inputs: { 紹介: referrals, 新しい予防プラン: newPlans },
      value: rates.referralPerMyriad,
      unit: '‱',
    })
    note?.({
      label: '卒業率',
      inputs: { 卒業: counts.graduated, 終えた人: counts.completed },
      value: rates.graduationPerMyriad,
      unit: '‱',
    })
    note?.({
      label: '継続率',
      inputs: { 続けている人: counts.continuing, 確かめた卒業者: counts.checked },
      value: rates.continuationPerMyriad,
      unit: '‱',
    })
    return { ...counts, ...rates }
  },
  labels: {
    completed: '終えた人',
    graduated: '卒業した人',
    unknownDestination: '行き先のわからない人',
    checked: '6か月後に確かめた卒業者',
    continuing: '続けている人',
    unchecked: '確かめていない卒業者',
    referralPerMyriad: '紹介率',
    graduationPerMyriad: '卒業率',
    continuationPerMyriad: '継続率',
  },
  cases: [
    {
      title: '終えた7人のうち5人が卒業し、確かめた3人のうち2人が続けている（架空）',
      on: '2026-04-01',
      input: {
        newPlans: 120,
        referrals: 9,
        courses: [
          course('gatheringPlace', true),
          course('gatheringPlace', false),
          course('selfRun', true),
          course('selfRun'),
          course('gatheringPlace'),
          course('former', true),
          course(null),
          course('gatheringPlace', true, false),
          course('benefit', null, false),
        ],
      },
      value: {
        completed: 7,
        graduated: 5,
        unknownDestination: 1,
        checked: 3,
        continuing: 2,
        unchecked: 2,
        referralPerMyriad: 750,
        graduationPerMyriad: 7143,
        continuationPerMyriad: 6667,
      },
    },
    {
      title: '誰も使っていない',
      on: '2026-04-01',
      input: { newPlans: 0, referrals: 0, courses: [] },
      value: {
        completed: 0,
        graduated: 0,
        unknownDestination: 0,
        checked: 0,
        continuing: 0,
        unchecked: 0,
        referralPerMyriad: null,
        graduationPerMyriad: null,
        continuationPerMyriad: null,
      },
    },
  ],
})
