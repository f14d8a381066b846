/** What an insurer is compared by: how large, and how old its insured persons are. */
export interface Profile {
  code: string
  name: string
  /** insured persons of 65 and over */
  size: number
  /** 0..1 */
  share75to84: number
  share85over: number
}
export interface Similar {
  profile: Profile
  distance: number
  /** each in standard deviations of all insurers, with its sign: theirs − ours */
  components: { size: number; share75to84: number; share85over: number }
}

/** Beside every list of similar insurers. */
export const DISTANCE_IN_WORDS =
  '似ている保険者は、第1号被保険者数（対数）、75〜84歳の割合、85歳以上の割合の3つを、それぞれ全保険者の標準偏差で割った差の二乗和の平方根（距離）が小さい順です（本ソフトの決め）。地勢、産業、施設の多さは入っていません。'

const deviation = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

/**
 * The nearest by standardised Euclidean distance, ties in the order of codes.
 * @param all every insurer, ours among them; those without people are left out
 * @returns empty when ours is not among them
 */
export function similarTo(code: string, all: readonly Profile[], count = 5): Similar[] {
  const known = all.filter(({ size }) => size > 0)
  const ours = known.find((profile) => profile.code === code)
  if (!ours) return []
  // one scale that nobody differs in says nothing; dividing by zero would say everything
  const scale = (of: (profile: Profile) => number) => deviation(known.map(of)) || Number.POSITIVE_INFINITY
  const size = ({ size }: Profile) => Math.log(size)
  const scales = {
    size: scale(size),
    share75to84: scale((profile) => profile.share75to84),
    share85over: scale((profile) => profile.share85over),
  }
  return known
    .filter((profile) => profile.code !== code)
    .map((profile) => {
      const components = {
        size: (size(profile) - size(ours)) / scales.size,
        share75to84: (profile.share75to84 - ours.share75to84) / scales.share75to84,
        share85over: (profile.share85over - ours.share85over) / scales.share85over,
      }
      return { profile, components, distance: Math.hypot(...Object.values(components)) }
    })
    .sort((a, b) => a.distance - b.distance || (a.profile.code < b.profile.code ? -1 : 1))
    .slice(0, count)
}
