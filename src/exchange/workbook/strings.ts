import { tags, textBetween } from './xml-tags.ts'

/** Shared strings in their order; furigana (`rPh`) is no part of the text. */
export function readStrings(xml: string): string[] {
  const strings: string[] = []
  for (const [text] of items(xml, 'si')) strings.push(text)
  return strings
}

/** Text of every element of a name, from the `t` inside it. */
export function* items(xml: string, name: string): Generator<[string]> {
  let text = ''
  let reading = -1
  let furigana = 0
  for (const tag of tags(xml)) {
    if (tag.name === name) {
      if (tag.kind === 'open') text = ''
      else yield [tag.kind === 'empty' ? '' : text]
    } else if (tag.name === 'rPh') furigana += tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0
    else if (tag.name === 't' && furigana === 0) {
      if (tag.kind === 'open') reading = tag.end
      else if (tag.kind === 'close') text += textBetween(xml, reading, tag.start)
    }
  }
}
