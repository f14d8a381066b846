/**
 * Reads XML by its tags, with the places where they stand, so that one element can be changed and every other byte kept. A
 * document tree would write the whole part anew.
 */
export interface Tag {
  kind: 'open' | 'close' | 'empty'
  /** without its prefix */
  name: string
  /** `x:` or nothing */
  prefix: string
  /** offset of `<` */
  start: number
  /** offset behind `>` */
  end: number
}

export class XmlRefused extends Error {
  override readonly name = 'XmlRefused'
  readonly reason: 'doctype' | 'broken'

  constructor(reason: 'doctype' | 'broken') {
    super(`xml: ${reason}`)
    this.reason = reason
  }
}

const NAME = /[^\s/>]+/y

/** @throws XmlRefused a document type (entities may explode), or tags that do not fit each other */
export function* tags(xml: string): Generator<Tag> {
  const open: string[] = []
  let at = xml.indexOf('<')
  while (at >= 0) {
    if (xml.startsWith('<!--', at)) at = skip(xml, at, '-->')
    else if (xml.startsWith('<![CDATA[', at)) at = skip(xml, at, ']]>')
    else if (xml.startsWith('<?', at)) at = skip(xml, at, '?>')
    else if (xml.startsWith('<!', at)) throw new XmlRefused('doctype')
    else {
      const tag = tagAt(xml, at)
      const whole = tag.prefix + tag.name
      if (tag.kind === 'open') open.push(whole)
      if (tag.kind === 'close' && open.pop() !== whole) throw new XmlRefused('broken')
      yield tag
      at = tag.end
    }
    at = xml.indexOf('<', at)
  }
  if (open.length > 0) throw new XmlRefused('broken')
}

function skip(xml: string, at: number, end: string): number {
  const found = xml.indexOf(end, at)
  if (found < 0) throw new XmlRefused('broken')
  return found + end.length
}

function tagAt(xml: string, start: number): Tag {
  const isClose = xml.charCodeAt(start + 1) === 47
  NAME.lastIndex = start + (isClose ? 2 : 1)
  const whole = NAME.exec(xml)?.[0]
  if (whole === undefined) throw new XmlRefused('broken')
  const end = endOfTag(xml, NAME.lastIndex)
  const colon = whole.indexOf(':')
  return {
    kind: isClose ? 'close' : xml.charCodeAt(end - 2) === 47 ? 'empty' : 'open',
    name: whole.slice(colon + 1),
    prefix: whole.slice(0, colon + 1),
    start,
    end,
  }
}

/** A `>` inside quotes ends nothing; a `<` stands nowhere in a tag. */
function endOfTag(xml: string, from: number): number {
  let quote = 0
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (code === 60) break
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 34 || code === 39) quote = code
    else if (code === 62) return at + 1
  }
  throw new XmlRefused('broken')
}

const ATTRIBUTE = /\s([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g

/** Attributes of a tag by their names as written (`r:id`). */
export function attributesOf(xml: string, { start, end }: Tag): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name, quoted] of xml.slice(start, end).matchAll(ATTRIBUTE)) {
    if (name && quoted) found[name] = decode(quoted.slice(1, -1))
  }
  return found
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** @throws XmlRefused for an entity that XML itself does not have */
export function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (_, name: string) => {
    if (!name.startsWith('#')) {
      const known = ENTITIES[name]
      if (known === undefined) throw new XmlRefused('broken')
      return known
    }
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    if (code > 0x10ffff) throw new XmlRefused('broken')
    return String.fromCodePoint(code)
  })
}

/** Text as it stands between tags or in double quotes; control characters that XML cannot hold are left out. */
export const encode = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')

/** Characters between two places, with CDATA taken as text and tags left out. */
export const textBetween = (xml: string, start: number, end: number): string =>
  xml
    .slice(start, end)
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((piece) =>
      piece.startsWith('<![CDATA[')
        ? piece.slice(9, -3)
        : decode(piece.replace(/<!--[\s\S]*?-->|<[^>]*>/g, '')),
    )
    .join('')

/** One change of a text: what stood from `start` to `end` becomes `text`. */
export interface Edit {
  start: number
  end: number
  text: string
}

/** @param edits none may overlap another; two at one place keep their order */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < at) throw new RangeError('edits overlap')
    pieces.push(source.slice(at, start), text)
    at = end
  }
  return pieces.join('') + source.slice(at)
}
