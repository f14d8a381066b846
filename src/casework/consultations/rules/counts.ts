/** What a contact contributes to the counts of a period. */
export interface CountedContact {
  /** null: about somebody not named */
  personId: string | null
  topics: readonly string[]
  /** null: not recorded */
  minutes: number | null
}

export interface ContactCounts {
  /** 延べ件数: contacts */
  contacts: number
  /** 実件数: distinct people; an unnamed person counts once per record */
  people: number
  /** contacts per topic; a contact without a topic counts as 'unknown' (不明); no entry for what did not occur */
  topics: Readonly<Record<string, number>>
}

/**
 * CON-02. Several topics on one contact count once in 延べ and once in each topic, so the topics' sum may exceed 延べ.
 * @param contacts contacts of the period that were not withdrawn
 * @source common practice of centres, our decision (casework.md CON-02)
 */
export function countContacts(contacts: readonly CountedContact[]): ContactCounts {
  const people = new Set<string>()
  const topics: Record<string, number> = {}
  let unnamed = 0
  for (const { personId, topics: about } of contacts) {
    if (personId === null) unnamed++
    else people.add(personId)
    for (const topic of about.length === 0 ? ['unknown'] : new Set(about)) {
      topics[topic] = (topics[topic] ?? 0) + 1
    }
  }
  return { contacts: contacts.length, people: people.size + unnamed, topics }
}

export interface MinutesSum {
  /** sum over the contacts whose minutes were written down; null: nobody wrote any */
  minutes: number | null
  recorded: number
  notRecorded: number
}

/**
 * CON-03. A missing time is reported as not recorded, never as 0.
 * @source our decision (casework.md CON-03)
 */
export function sumMinutes(contacts: readonly Pick<CountedContact, 'minutes'>[]): MinutesSum {
  const known = contacts.flatMap(({ minutes }) => (minutes === null ? [] : [minutes]))
  return {
    minutes: known.length === 0 ? null : known.reduce((sum, minutes) => sum + minutes, 0),
    recorded: known.length,
    notRecorded: contacts.length - known.length,
  }
}
