/** Words and places for tasks, stated by the areas that make them: `stateTaskKinds({ 'consultation-follow-up': '相談の続き' })`. */
const kindLabels = new Map<string, string>([['own', '自分の予定']])
const sourceLinks = new Map<string, (id: string) => string>([['own', () => '/']])

/** @throws Error when a kind is stated twice with another label */
export function stateTaskKinds(labels: Readonly<Record<string, string>>): void {
  for (const [kind, label] of Object.entries(labels)) {
    const known = kindLabels.get(kind)
    if (known !== undefined && known !== label) throw new Error(`task kind ${kind} is stated twice`)
    kindLabels.set(kind, label)
  }
}

const kindWeights = new Map<string, number>()

/**
 * How heavy a kind is beside the others, for the picture of the load: 1 a call or a paper, 3 a visit with its way there.
 * @throws RangeError when it is no whole number from 1 to 5
 */
export function stateTaskWeights(weights: Readonly<Record<string, number>>): void {
  for (const [kind, weight] of Object.entries(weights)) {
    if (!Number.isInteger(weight) || weight < 1 || weight > 5)
      throw new RangeError(`weight of ${kind} must be 1 to 5, got ${weight}`)
    kindWeights.set(kind, weight)
  }
}

/** Weight of a kind; nobody stated it: 1. */
export const taskKindWeight = (kind: string): number => kindWeights.get(kind) ?? 1

/** Says which screen opens the record that a task comes from. */
export function stateTaskSource(type: string, link: (id: string) => string): void {
  sourceLinks.set(type, link)
}

/** A kind nobody stated shows itself: seen in the sample, it is found at once. */
export const taskKindLabel = (kind: string): string => kindLabels.get(kind) ?? kind

export const taskSourceLink = (type: string, id: string): string | null => sourceLinks.get(type)?.(id) ?? null
