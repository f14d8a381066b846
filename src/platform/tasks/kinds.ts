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

/** Says which screen opens the record that a task comes from. */
export function stateTaskSource(type: string, link: (id: string) => string): void {
  sourceLinks.set(type, link)
}

/** A kind nobody stated shows itself: seen in the sample, it is found at once. */
export const taskKindLabel = (kind: string): string => kindLabels.get(kind) ?? kind

export const taskSourceLink = (type: string, id: string): string | null => sourceLinks.get(type)?.(id) ?? null
