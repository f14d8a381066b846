const kindLabels = new Map<string, string>()

/** Words for the kinds of work, stated by the areas that write them. @throws Error when stated twice differently */
export function stateJournalKinds(labels: Readonly<Record<string, string>>): void {
  for (const [kind, label] of Object.entries(labels)) {
    const known = kindLabels.get(kind)
    if (known !== undefined && known !== label) throw new Error(`journal kind ${kind} is stated twice`)
    kindLabels.set(kind, label)
  }
}

export const journalKindLabel = (kind: string): string => kindLabels.get(kind) ?? kind
