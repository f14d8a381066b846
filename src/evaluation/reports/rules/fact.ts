/** What only a 総合相談 says about itself. */
export interface ContactFact {
  channel: string
  caller: string
  continuity: string
  urgency: string
  topics: readonly string[]
  responses: readonly string[]
  /** kinds of places it was referred to, each once */
  referrals: readonly string[]
  /** minute of the day in Japan at which it began */
  minute: number
}

/** One piece of work as the report counts it: a row of platform.journal joined back to its source. No name, no text. */
export interface Fact {
  /** of the journal row */
  id: string
  /** 'YYYY-MM-DD' */
  day: string
  kind: string
  unit: '件' | '回' | '人' | '分'
  count: number
  /** null: nobody wrote it down (CON-03) */
  minutes: number | null
  /** the centre that did the work; null: the insurer itself */
  centreId: string | null
  /** 圏域 in force on the day */
  areaId: string | null
  /** 町 of the person as registered; null: not named, or no town on record */
  townId: string | null
  /** null: about somebody not named, or about nobody */
  personId: string | null
  profession: string
  staffId: string
  sourceType: string
  sourceId: string
  contact: ContactFact | null
}

/** The order in which the door and a snapshot write a fact; without names, for a month has thousands. */
export type FactRow = [
  id: string,
  day: string,
  kind: string,
  unit: Fact['unit'],
  count: number,
  minutes: number | null,
  centreId: string | null,
  areaId: string | null,
  townId: string | null,
  personId: string | null,
  profession: string,
  staffId: string,
  sourceType: string,
  sourceId: string,
  contact:
    | [
        channel: string,
        caller: string,
        continuity: string,
        urgency: string,
        topics: string[],
        responses: string[],
        referrals: string[],
        minute: number,
      ]
    | null,
]

export function factOf(row: FactRow): Fact {
  const [id, day, kind, unit, count, minutes, centreId, areaId, townId, personId] = row
  const [profession, staffId, sourceType, sourceId, contact] = row.slice(10) as [
    string,
    string,
    string,
    string,
    FactRow[14],
  ]
  return {
    id,
    day,
    kind,
    unit,
    count,
    minutes,
    centreId,
    areaId,
    townId,
    personId,
    profession,
    staffId,
    sourceType,
    sourceId,
    contact: contact && contactOf(contact),
  }
}

const contactOf = ([channel, caller, continuity, urgency, topics, responses, referrals, minute]: NonNullable<
  FactRow[14]
>): ContactFact => ({
  channel,
  caller,
  continuity,
  urgency,
  topics,
  responses,
  referrals,
  minute,
})

export function rowOf(fact: Fact): FactRow {
  const { contact: c } = fact
  return [
    fact.id,
    fact.day,
    fact.kind,
    fact.unit,
    fact.count,
    fact.minutes,
    fact.centreId,
    fact.areaId,
    fact.townId,
    fact.personId,
    fact.profession,
    fact.staffId,
    fact.sourceType,
    fact.sourceId,
    c && [
      c.channel,
      c.caller,
      c.continuity,
      c.urgency,
      [...c.topics],
      [...c.responses],
      [...c.referrals],
      c.minute,
    ],
  ]
}

const FIELD = '\u001f'
const RECORD = '\u001e'

/** The facts of evaluation.report_facts. */
export const factsOfText = (text: string): Fact[] => (text === '' ? [] : text.split(RECORD).map(factOfLine))

function factOfLine(line: string): Fact {
  const fields = line.split(FIELD)
  const at = (n: number): string => fields[n] ?? ''
  return {
    id: at(0),
    day: at(1),
    kind: at(2),
    unit: at(3) as Fact['unit'],
    count: Number(at(4)),
    minutes: at(5) === '' ? null : Number(at(5)),
    centreId: at(6) || null,
    areaId: at(7) || null,
    townId: at(8) || null,
    personId: at(9) || null,
    profession: at(10),
    staffId: at(11),
    sourceType: at(12),
    sourceId: at(13),
    contact: fields.length <= 14 ? null : contactOfFields(at),
  }
}

const contactOfFields = (at: (n: number) => string): ContactFact => ({
  channel: at(14),
  caller: at(15),
  continuity: at(16),
  urgency: at(17),
  topics: listOf(at(18)),
  responses: listOf(at(19)),
  referrals: listOf(at(20)),
  minute: Number(at(21)),
})

const NOTHING: readonly string[] = []
const listOf = (text: string): readonly string[] => (text === '' ? NOTHING : text.split(','))
