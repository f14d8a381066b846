import type { Topic, Urgency } from '../../casework/consultations/codes.ts'
import { type Random, weighted } from '../random.ts'

/** How often what is said, asked and done: decided, after the usual order of monthly reports. All weights are relative. */

export const drawChannel = weighted<string>([
  ['phone', 560],
  ['visitor', 170],
  ['home-visit', 210],
  ['online', 12],
  ['letter', 10],
  ['meeting', 30],
  ['other', 8],
])

export const drawCaller = weighted<string>([
  ['self', 260],
  ['child', 240],
  ['spouse', 80],
  ['child-in-law', 40],
  ['relative', 40],
  ['neighbour', 25],
  ['welfare-commissioner', 50],
  ['care-manager', 85],
  ['service-provider', 60],
  ['medical', 70],
  ['government', 35],
  ['police-fire', 8],
  ['welfare-council', 15],
  ['other', 15],
])

/** Who calls about somebody they do not name. */
export const drawCallerOfUnnamed = weighted<string>([
  ['child', 200],
  ['neighbour', 180],
  ['anonymous', 160],
  ['welfare-commissioner', 120],
  ['self', 120],
  ['relative', 80],
  ['service-provider', 40],
  ['government', 40],
  ['other', 60],
])

export const drawTopic = weighted<Topic>([
  ['ltci', 230],
  ['prevention', 140],
  ['home-care', 120],
  ['housing-equipment', 90],
  ['facility', 50],
  ['medical', 80],
  ['hospital', 70],
  ['dementia', 110],
  ['mental', 25],
  ['rights', 18],
  ['abuse', 8],
  ['consumer', 9],
  ['poverty', 22],
  ['carer', 35],
  ['young-carer', 2],
  ['double-care', 3],
  ['no-relatives', 14],
  ['dwelling', 18],
  ['watch-over', 40],
  ['neighbourhood', 14],
  ['disability', 12],
  ['disaster', 4],
  ['care-manager-support', 25],
  ['other', 30],
])

const drawTopicCount = weighted<number>([
  [1, 620],
  [2, 275],
  [3, 65],
  [0, 40],
])

/** None to three different topics; none is what a busy day leaves blank. */
export function drawTopics(random: Random): Topic[] {
  const wanted = drawTopicCount(random)
  const topics: Topic[] = []
  for (let tries = 0; topics.length < wanted && tries < 8; tries++) {
    const topic = drawTopic(random)
    if (!topics.includes(topic)) topics.push(topic)
  }
  return topics
}

const drawUsualUrgency = weighted<Urgency>([
  ['normal', 720],
  ['information', 185],
  ['early', 82],
  ['emergency', 13],
])
const drawAbuseUrgency = weighted<Urgency>([
  ['early', 60],
  ['emergency', 30],
  ['normal', 10],
])

export const drawUrgency = (topics: readonly Topic[], random: Random): Urgency =>
  topics.includes('abuse') ? drawAbuseUrgency(random) : drawUsualUrgency(random)

const drawResponse = weighted<string>([
  ['information', 300],
  ['advice', 230],
  ['application', 90],
  ['visit', 110],
  ['coordination', 130],
  ['referral', 100],
  ['continued', 150],
])

/** One or two, 終結 behind them when the matter ends here. */
export function drawResponses(topics: readonly Topic[], random: Random): string[] {
  if (topics.includes('abuse')) return ['abuse', 'coordination', 'continued']
  const responses = [drawResponse(random)]
  if (random.chance(380)) {
    const other = drawResponse(random)
    if (!responses.includes(other)) responses.push(other)
  }
  const goesOn = responses.some(
    (response) => response === 'continued' || response === 'referral' || response === 'visit',
  )
  if (!goesOn && random.chance(330)) responses.push('closed')
  return responses
}

const minutesOf: Record<string, readonly [number, number]> = {
  phone: [5, 30],
  visitor: [15, 60],
  'home-visit': [30, 90],
  meeting: [40, 100],
}

/** Null in six of a hundred: not recorded. Fives, as people write. */
export function drawMinutes(channel: string, random: Random): number | null {
  if (random.chance(60)) return null
  const [least, most] = minutesOf[channel] ?? [5, 20]
  return Math.max(
    5,
    Math.round((least + Math.min(random.below(most - least + 1), random.below(most - least + 1))) / 5) * 5,
  )
}

/** Share of the half hours from 8:30; three in a hundred come before or after. */
const drawHalfHour = weighted<number>([
  [17, 50],
  [18, 95],
  [19, 105],
  [20, 100],
  [21, 85],
  [22, 70],
  [23, 45],
  [24, 20],
  [25, 30],
  [26, 65],
  [27, 75],
  [28, 75],
  [29, 65],
  [30, 55],
  [31, 45],
  [32, 35],
  [33, 25],
  [34, 15],
  [15, 5],
  [16, 9],
  [36, 10],
  [38, 6],
])

export const drawMinuteOfDay = (random: Random): number => drawHalfHour(random) * 30 + random.below(30)

/** Days until a next step is due. */
export const drawLag = weighted<number>([
  [2, 8],
  [3, 12],
  [7, 26],
  [14, 24],
  [30, 20],
  [60, 7],
  [90, 5],
])

export const drawReferralKind = weighted<string>([
  ['care-office', 26],
  ['municipality', 20],
  ['hospital', 12],
  ['service-provider', 12],
  ['welfare-council', 7],
  ['welfare-office', 6],
  ['dementia-team', 4],
  ['community', 4],
  ['guardianship', 3],
  ['centre', 3],
  ['public-health', 2],
  ['consumer-centre', 1],
  ['disability', 1],
  ['family-centre', 1],
])
