import { z } from 'zod'
import { lacksOf } from '../../exchange/mapped-figures/lacks.ts'
import {
  dashMeanings,
  figureFields,
  figureLevels,
  figureUnits,
} from '../../exchange/mapped-figures/mapping.ts'
import { prefectureNames } from '../../exchange/municipality-codes/prefectures.ts'
import { localGovernmentCheckDigit } from '../../platform/text/index.ts'
import { Differences, profileParts, putParts, RefusedCell } from '../../registers/mapping-profiles/schema.ts'

const Named = z.string().trim().max(60, '数の名前: 60字以内で入力してください。')
const Unit = z.enum(figureUnits, '単位: 実人数、延べ人数、回数、か所、世帯、円のどれかを選んでください。')

const Column = z.object({
  heading: z.string().min(1).max(300),
  field: z.enum(figureFields.map(({ field }) => field)).nullable(),
  measure: Named.nullable().default(null),
  unit: Unit.nullable().default(null),
})

/** How people read a table of counts; see exchange/mapped-figures. */
export const FiguresMapping = z
  .object({
    target: z.literal('figures'),
    list: z
      .string()
      .trim()
      .min(1, '統計の名前を入力してください。例: 通いの場')
      .max(40, '統計の名前: 40字以内で入力してください。'),
    level: z.enum(figureLevels.map(({ level }) => level)),
    municipalityCode: z
      .string()
      .refine(
        (code) => /^\d{6}$/.test(code) && localGovernmentCheckDigit(code.slice(0, 5)) === Number(code[5]),
        '市区町村コード: 検査数字の合う6けたで入力してください。高松市は 372013 です。',
      )
      .nullable()
      .default(null),
    prefecture: z
      .string()
      .refine((name) => prefectureNames.includes(name), '都道府県: 「香川県」のように入力してください。')
      .nullable()
      .default(null),
    layout: z.enum(['columns', 'periods']),
    measure: z
      .object({ name: Named.min(1, '数の名前を入力してください。'), unit: Unit })
      .nullable()
      .default(null),
    period: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('day'), day: z.iso.date('いつの数か: 日付を入力してください。') }),
        z.object({
          kind: z.literal('fiscal-year'),
          year: z.number().int().min(1950, '年度: 西暦4けたで入力してください。').max(2200),
        }),
      ])
      .nullable()
      .default(null),
    bareYear: z.enum(['fiscal-year', 'calendar-year']).default('fiscal-year'),
    release: z.enum(['速報', '確定', '改訂']).default('確定'),
    dash: z.enum(dashMeanings.map(({ meaning }) => meaning)).default('not-reported'),
    otherPlaces: z.enum(['refuse', 'leave-out']).default('refuse'),
    sheet: z.string().max(100).nullable().default(null),
    headerRow: z.number().int().min(1).max(1000).nullable().default(null),
    skipRows: z.number().int().min(0).max(100).default(0),
    columns: z.array(Column).max(300).default([]),
  })
  .superRefine((mapping, context) => {
    for (const { path, message } of lacksOf(mapping))
      context.addIssue({ code: 'custom', path: [path], message })
  })
export type FiguresMapping = z.infer<typeof FiguresMapping>

export const FiguresProfile = z.object({ ...profileParts, mapping: FiguresMapping })
export type FiguresProfile = z.infer<typeof FiguresProfile>
export const FiguresProfileList = z.object({ items: z.array(FiguresProfile) })
export const PutFiguresProfile = z.object({ ...putParts, mapping: FiguresMapping })
export type PutFiguresProfile = z.infer<typeof PutFiguresProfile>

export const FiguresOffer = z.object({
  profile: FiguresProfile,
  headerRow: z.number(),
  differences: Differences,
})
export type FiguresOffer = z.infer<typeof FiguresOffer>

const LeftOutRow = z.object({ rowNumber: z.number(), name: z.string() })
/** What the whole table would give; places are looked up, nothing is stored. */
export const FiguresReading = z.object({
  read: z.number(),
  missing: z.number(),
  places: z.number(),
  /** places of the level that are known */
  known: z.number(),
  refusedCount: z.number(),
  refused: z.array(RefusedCell),
  leftOut: z.array(LeftOutRow),
  rows: z.array(
    z.object({
      rowNumber: z.number(),
      place: z.string(),
      measure: z.string(),
      unit: z.string(),
      from: z.string(),
      to: z.string(),
      count: z.number().nullable(),
      missing: z.string().nullable(),
    }),
  ),
})
export type FiguresReading = z.infer<typeof FiguresReading>

/** A table as it stands, for choosing its columns. Nothing of it is stored. */
export const FiguresPreview = z.object({
  file: z.string(),
  encoding: z.string(),
  sheetNames: z.array(z.string()),
  sheet: z.string().nullable(),
  top: z.array(z.object({ rowNumber: z.number(), cells: z.array(z.string()) })),
  headerRow: z.number(),
  columns: z.array(
    z.object({
      heading: z.string(),
      samples: z.array(z.string()),
      guess: z.string().nullable(),
      /** the heading says a period */
      isPeriod: z.boolean(),
    }),
  ),
  offers: z.array(FiguresOffer),
  /** null: no mapping was sent, or it cannot be read by yet */
  reading: FiguresReading.nullable(),
})
export type FiguresPreview = z.infer<typeof FiguresPreview>

/** A measure that was read by a mapping. */
export const StoredMeasure = z.object({
  id: z.string(),
  label: z.string(),
  level: z.string(),
  series: z.string(),
  unit: z.string(),
  release: z.string(),
  /** newest first */
  periods: z.array(z.object({ from: z.string(), to: z.string() })),
  /** with a count, in the newest period */
  places: z.number(),
  source: z.string(),
})
export type StoredMeasure = z.infer<typeof StoredMeasure>
export const StoredMeasureList = z.object({ items: z.array(StoredMeasure) })
