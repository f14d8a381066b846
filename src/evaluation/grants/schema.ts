import { z } from 'zod'

/**
 * The definition of a set of indicators: next year's revision is such a document and no code. A superset of the delivered files:
 * fields that are not named here are kept and not read.
 */

/** Points; null: nobody knows them, which makes every total 一部未確定. */
const Points = z.int().min(0).nullable()
const Text = z.string().min(1)

/** The answers a sub-item takes (§7.2). */
export const ANSWER_TYPES = [
  'yesNoWithEvidence',
  'requirementWithEvidence',
  'choiceLevel',
  'multipleChoice',
  'numeric',
  'numericSteps',
  'ratio',
  'nationalRelativeRank',
  'nationalDerived',
] as const
export type AnswerType = (typeof ANSWER_TYPES)[number]

const Population = z.enum(['all', 'implementers', 'unknown'])

/** How answers become points: a closed list, a new one is the only change of code. */
const Scoring = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('sum') }),
  /** points by the level or the keys chosen */
  z.looseObject({ type: z.literal('mapLevels'), levels: z.record(Text, z.int().min(0)) }),
  /** the points of the best limit reached; shares are compared in ‰ */
  z.looseObject({
    type: z.literal('thresholds'),
    direction: z.enum(['desc', 'asc']).default('desc'),
    limits: z.array(z.looseObject({ limit: z.number(), points: z.int().min(0) })).min(1),
  }),
  z.looseObject({
    type: z.literal('cumulativeTopShare'),
    population: Population,
    firstStep: Text.optional(),
  }),
  /** the better alternative is credited, the other is not */
  z.looseObject({
    type: z.literal('bestOf'),
    alternatives: z.array(z.union([Text, z.looseObject({ key: Text })])).min(2),
    cap: z.int().min(0),
  }),
  z.looseObject({
    type: z.literal('cappedAlternatives'),
    alternatives: z.array(Text).min(1),
    fallback: Text.optional(),
    cap: z.int().min(0),
  }),
  z.looseObject({ type: z.literal('allRequirements'), points: z.int().min(0) }),
  /** the points of a sub-item by the share of a ratio, cut */
  z.looseObject({ type: z.literal('proportional') }),
  z.looseObject({ type: z.literal('importedOnly') }),
  z.looseObject({ type: z.literal('none') }),
  /** the points are known, what earns them is not: only an imported result counts */
  z.looseObject({ type: z.literal('stepsUnknown') }),
  /** nothing is known but that the indicator exists */
  z.looseObject({ type: z.literal('unknown') }),
])
export type Scoring = z.output<typeof Scoring>

/** How many units of the country scored; shares to three decimals. */
const NationalResult = z.looseObject({
  of: z.int().min(1),
  scoredMunicipalities: z.int().min(0).optional(),
  scoredShare: z.number().min(0).max(1).optional(),
})

const Subitem = z.looseObject({
  key: Text,
  text: z.string().nullable(),
  textStatus: z.enum(['official', 'paraphrase', 'reconstructed', 'unknown']),
  points: Points,
  answerType: z.enum(ANSWER_TYPES),
  topTenths: z.int().min(1).max(10).nullable().optional(),
  metric: Text.nullable().optional(),
  /** keys of the same indicator that must have scored before this one counts */
  requires: z.array(Text).optional(),
  nationalResult: NationalResult.optional(),
})
export type Subitem = z.output<typeof Subitem>

const Indicator = z.looseObject({
  id: Text,
  title: Text,
  titleStatus: Text,
  maxPoints: Points,
  computedBy: z.enum(['municipality', 'centre', 'prefecture', 'nation']),
  scoring: Scoring,
  subitems: z.array(Subitem),
  autoAnswer: z.looseObject({ queryId: Text }).optional(),
})
export type Indicator = z.output<typeof Indicator>

const Group = z.looseObject({
  kind: z.enum(['taisei', 'katsudo', 'seika', 'survey', 'kasan']),
  points: Points,
  indicators: z.array(Indicator),
})
export type Group = z.output<typeof Group>

const Goal = z.looseObject({
  id: Text,
  title: Text,
  points: Points,
  /** another set has the same goal: it is answered once and booked in both */
  sharedGoal: Text.optional(),
  groups: z.array(Group),
})
export type Goal = z.output<typeof Goal>

const IdMapping = z.looseObject({
  from: Text,
  to: Text.nullable(),
  relation: z.enum(['same', 'changed', 'new', 'dropped']),
})

/** A published national mean, of a goal or one of its groups, in points with two decimals. */
const PublishedMean = z.looseObject({
  goal: Text,
  group: Text.optional(),
  publishedNationalMean: z.number().min(0),
})

export const IndicatorSet = z.looseObject({
  schemaVersion: z.literal(1),
  set: Text,
  fiscalYear: Text,
  fiscalYearWestern: z.int(),
  audience: z.enum(['市町村', '都道府県', '地域包括支援センター']),
  title: Text.optional(),
  pointsTotal: Points,
  populationSize: z.int().min(1).optional(),
  goals: z.array(Goal),
  idMap: z.array(IdMapping).optional(),
  completeness: z.looseObject({ points_check: z.array(PublishedMean).optional() }).optional(),
  /** SHA-256 of the document without this field; see `checksum.ts` */
  checksum: Text.optional(),
})
export type IndicatorSet = z.output<typeof IndicatorSet>

/** An answer to a sub-item (`S-I-1:ア`) or to a ranked ladder (`S-I-5`, `S-IV-1:ア`). 未回答 is neither はい nor いいえ. */
const whole = z.int('整数で入力してください。')
export const Answer = z.union(
  [
    z.enum(['yes', 'yesWithoutEvidence', 'no', 'unanswered', 'scored', 'notScored', 'notDone']),
    z.strictObject({ steps: whole.min(0) }),
    z.strictObject({ rank: whole.min(1), of: whole.min(1).optional() }),
    z.strictObject({ level: Text }),
    z.strictObject({ chosen: z.array(Text) }),
    z.strictObject({ value: z.number() }),
    z.strictObject({ numerator: whole.min(0), denominator: whole.min(1) }),
  ],
  '回答: yes（はい）、yesWithoutEvidence（はい・根拠待ち）、no（いいえ）、unanswered（未回答）、scored・notScored（全国の結果: 得点した・しない）、notDone（任意の取組を実施していない）のどれか、または {steps}、{rank, of}、{level}、{chosen}、{value}、{numerator, denominator} で入力してください。',
)
export type Answer = z.output<typeof Answer>
export type Answers = Readonly<Record<string, Answer>>
