import { z } from 'zod'
import { combinedKeepsProfessions } from '../../../law/evaluation/centre-combined.ts'
import { centreStaffing } from '../../../law/evaluation/centre-staffing.ts'
import { choice, defineRule, persons, refuse } from '../../../platform/computation/index.ts'
import { missingProfessions } from '../../../registers/staff/rules/three-professions.ts'
import { councilDecisionField } from './council-decision.ts'
import { ordinanceField } from './ordinance-table.ts'
import { standardOf } from './staffing.ts'

const PROFESSIONS = {
  publicHealthNurse: '保健師等',
  socialWorker: '社会福祉士等',
  chiefCareManager: '主任介護支援専門員等',
} as const
type Profession = keyof typeof PROFESSIONS

/** Which of the three professions are missing among these. */
const missingOf = (staff: readonly Profession[]) =>
  missingProfessions(staff.map((profession) => ({ role: 'centreStaff', profession })))

export const rule = defineRule({
  id: 'combined-district',
  covers: ['EV-24'],
  title: '複数のセンターの圏域を合わせた三職種の配置',
  group: 'センター事業評価',
  meaning:
    '複数のセンターの圏域を合わせて三職種をそろえる特例に合うかを見ます。それぞれのセンターに二つの職種を残し、運営協議会の判断が要ります。',
  formula:
    '合わせた職員に三職種がそろう、各センターに2職種以上、運営協議会の判断がある。合わせた人数の職員の基準も満たす',
  source: { text: '介護保険法施行規則第140条の66（令和6年改正）' },
  confidence: 'unverified',
  limits:
    '改正の文は確かめていません。「二つ」は違う二つの職種と読みました。合わせた人数の基準（人数）は、条例の表があるときだけ見ます。',
  parameters: { keeps: combinedKeepsProfessions, staffing: centreStaffing },
  input: z.strictObject({
    centres: z
      .array(
        z
          .strictObject({
            id: z
              .string()
              .min(1, 'センター: 名前か番号を入れてください。')
              .meta({ title: 'センター', description: '名前か番号' }),
            firstInsured: persons('担当圏域の第1号被保険者数'),
            staff: z
              .array(choice('職種', PROFESSIONS), '職員: 並びで入力してください。')
              .meta({ title: '職員', description: '三職種の職員。一人に一つ' }),
          })
          .meta({ title: 'センター', description: '圏域の人数と職員' }),
        'センター: 並びで入力してください。',
      )
      .min(2, 'センター: 2つ以上入力してください。')
      .meta({ title: 'センター', description: '圏域を合わせるセンター' }),
    councilDecision: councilDecisionField,
    ordinance: ordinanceField,
  }),
  compute({ centres, councilDecision, ordinance = [] }, { law, entry, note, caution }) {
    const ids = new Set(centres.map(({ id }) => id))
    if (ids.size < centres.length)
      refuse('centre-twice', 'centres', 'センター: 同じ名前か番号が2回あります。1つにしてください。')
    const combinedInsured = centres.reduce((sum, { firstInsured }) => sum + firstInsured, 0)
    const staff = centres.flatMap((one) => one.staff)
    const missing = missingOf(staff)
    const short = centres.filter((one) => new Set(one.staff).size < law.keeps).map(({ id }) => id)
    const standard = standardOf(combinedInsured, law.staffing, ordinance)
    const needed = standard?.least ?? null
    const isEnough = needed === null ? null : staff.length >= needed
    const isMet = missing.length === 0 && short.length === 0 && councilDecision !== null && isEnough !== false
    note?.({
      label: '合わせた圏域の第1号被保険者数',
      formula: 'センターごとの人数の和',
      inputs: { センターの数: centres.length },
      value: combinedInsured,
      unit: '人',
    })
    note?.({
      label: '特例に合う',
      formula: '三職種がそろう、各センターに残す職種、運営協議会の判断、合わせた人数の職員の基準',
      inputs: {
        足りない職種: missing.join('、') || 'なし',
        職種の足りないセンター: short.join('、') || 'なし',
        各センターに残す職種: law.keeps,
        運営協議会の判断: councilDecision,
        職員の数: staff.length,
        要る職員の数: needed ?? '条例の表がない',
      },
      value: isMet,
      source: entry.keeps.source,
      confidence: entry.keeps.confidence,
    })
    if (needed === null)
      caution(
        `合わせた人数は${combinedInsured}人です。職員の人数はまだ見ていません。条例の表を入れて、人数も確かめてください。`,
      )
    return {
      combinedInsured,
      missingProfessions: missing,
      centresBelow: short,
      hasDecision: councilDecision !== null,
      isMet,
      /** headcount of the sum by the standard; null: the ordinance's table is not given */
      neededStaff: needed,
      isHeadcountMet: isEnough,
    }
  },
  cases: (() => {
    const centre = (id: string, firstInsured: number, ...staff: Profession[]) => ({ id, firstInsured, staff })
    const X = centre('X（架空）', 3500, 'publicHealthNurse', 'socialWorker')
    const Y = centre('Y（架空）', 3200, 'chiefCareManager', 'socialWorker')
    const ROW = { fromPersons: 6000, belowPersons: 8000, extra: 1 }
    return [
      {
        title: 'EV-24 二つのセンターで6,700人、三職種がそろい、各2職種',
        on: '2024-05-01',
        input: { centres: [X, Y], councilDecision: '架空の運営協議会 2024-05' },
        value: {
          combinedInsured: 6700,
          missingProfessions: [],
          centresBelow: [],
          hasDecision: true,
          isMet: true,
          neededStaff: null,
          isHeadcountMet: null,
        },
      },
      {
        title: '条例の表があれば、合わせた人数の基準も見る',
        on: '2024-05-01',
        input: { centres: [X, Y], councilDecision: '架空の運営協議会 2024-05', ordinance: [ROW] },
        value: {
          combinedInsured: 6700,
          missingProfessions: [],
          centresBelow: [],
          hasDecision: true,
          isMet: true,
          neededStaff: 4,
          isHeadcountMet: true,
        },
      },
      {
        title: '運営協議会の判断がなければ合わない。人数も足りない',
        on: '2024-05-01',
        input: { centres: [X, Y], councilDecision: null, ordinance: [{ ...ROW, extra: 2 }] },
        value: {
          combinedInsured: 6700,
          missingProfessions: [],
          centresBelow: [],
          hasDecision: false,
          isMet: false,
          neededStaff: 5,
          isHeadcountMet: false,
        },
      },
      {
        title: '三職種がそろい判断があっても、合わせた人数の職員が足りなければ合わない',
        on: '2024-05-01',
        input: {
          centres: [
            centre('X（架空）', 4000, 'publicHealthNurse', 'socialWorker'),
            centre('Y（架空）', 4000, 'chiefCareManager', 'socialWorker'),
          ],
          councilDecision: '架空の運営協議会 2024-05',
          ordinance: [{ fromPersons: 6000, belowPersons: 10_000, extra: 5 }],
        },
        value: {
          combinedInsured: 8000,
          missingProfessions: [],
          centresBelow: [],
          hasDecision: true,
          isMet: false,
          neededStaff: 8,
          isHeadcountMet: false,
        },
      },
      {
        title: '空白だけの判断は断る',
        on: '2024-05-01',
        input: { centres: [X, Y], councilDecision: '  ' },
        refused: { code: 'invalid_format', path: 'councilDecision' },
      },
      {
        title: '三職種がそろわず、一つのセンターの職種が一つだけ',
        on: '2024-05-01',
        input: {
          centres: [X, centre('Z（架空）', 1000, 'socialWorker', 'socialWorker')],
          councilDecision: '架空の運営協議会',
        },
        value: {
          combinedInsured: 4500,
          missingProfessions: ['主任介護支援専門員'],
          centresBelow: ['Z（架空）'],
          hasDecision: true,
          isMet: false,
          neededStaff: 3,
          isHeadcountMet: true,
        },
      },
      {
        title: '令和6年3月までは、この特例はない',
        on: '2024-03-31',
        input: { centres: [X, Y], councilDecision: '架空の運営協議会' },
        refused: { code: 'no-value-in-force' },
      },
      {
        title: '同じセンターが2回あれば断る',
        on: '2024-05-01',
        input: { centres: [X, X], councilDecision: null },
        refused: { code: 'centre-twice', path: 'centres' },
      },
    ]
  })(),
})
