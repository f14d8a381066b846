import { foldName } from '../../platform/text/index.ts'
import type { Random } from '../random.ts'
import type { SampleEvent } from './event.ts'
import { answers } from './phrases/answers.ts'
import { situations } from './phrases/situations.ts'
import { fill } from './phrases/slots.ts'
import { details, openings, wishes } from './phrases/surroundings.ts'

export interface WrittenText {
  text: string
  /** Key of text and answer for search: equal to foldedText of src/casework/consultations. */
  fold: string
  answer: string
}

const sentence = (list: readonly string[], random: Random) => fill(random.pick(list), random)

/** What the worker wrote: how it began, what it is about, what else was noticed, what is wanted. */
export function textWriter(): (event: SampleEvent, random: Random) => WrittenText {
  const folds = new Map<string, string>()
  const foldOf = (text: string): string => {
    const fold = folds.get(text) ?? foldName(text)
    folds.set(text, fold)
    return fold
  }
  return (event, random) => {
    const parts = sentencesOf(event, random)
    const answered = event.responses.map((response) => sentence(answers[response]!, random))
    return {
      text: parts.join(''),
      fold: [...parts, ...answered].map(foldOf).join(''),
      answer: answered.join(''),
    }
  }
}

function sentencesOf({ channel, topics, urgency }: SampleEvent, random: Random): string[] {
  const parts = [sentence(openings[channel]!, random)]
  const [first = 'other', second] = topics
  parts.push(sentence(situations[first], random))
  if (second && random.chance(700)) parts.push(sentence(situations[second], random))
  if (urgency === 'information') return parts
  const { length } = parts
  const wanted = random.between(0, 2)
  while (parts.length < length + wanted) {
    const detail = sentence(details, random)
    if (!parts.includes(detail)) parts.push(detail)
  }
  if (random.chance(400)) parts.push(sentence(wishes, random))
  return parts
}
