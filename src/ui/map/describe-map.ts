import { isKnown, type MapData, type Subject, subjectsOf, valueText } from './map-data.ts'

/** What a map shows, for those who hear it: how many places, the highest and the lowest, the own one. */
export function describeMap(title: string, data: MapData): string {
  const subjects = subjectsOf(data)
  const known = subjects.filter((one): one is Subject & { value: number } => isKnown(one.value))
  const say = (one: Subject) => `${one.name}の${valueText(data, one.value)}`
  const own = subjects.find(({ code }) => code === data.own)
  const lacking = subjects.length - known.length
  const parts = [
    `${title}。${data.areaWord}${subjects.length.toLocaleString('ja-JP')}の${data.valueWord}を色で示す地図。`,
  ]
  if (known.length > 0) {
    const highest = known.reduce((best, one) => (one.value > best.value ? one : best))
    const lowest = known.reduce((best, one) => (one.value < best.value ? one : best))
    parts.push(`最も高いのは${say(highest)}、最も低いのは${say(lowest)}。`)
  }
  if (own) parts.push(`自分の地域は${say(own)}。`)
  if (lacking > 0) parts.push(`数のないところが${lacking.toLocaleString('ja-JP')}。`)
  parts.push('すべての数は「表で見る」で読めます。')
  return parts.join('')
}
