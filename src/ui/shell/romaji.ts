/**
 * Readings typed with the input method off, as it happens with the telephone in the other hand: 「suzu」 means スズ.
 * Hepburn and Kunrei both; a last consonant without its vowel yet is left out, so that a list does not jump while typing.
 * Only n stands for a sound of its own: at the end of a word it is ン, or 「mihon」 would find everybody who begins with ミホ.
 */
const rows: Record<string, string> = {
  '': 'アイウエオ',
  k: 'カキクケコ',
  s: 'サシスセソ',
  t: 'タチツテト',
  n: 'ナニヌネノ',
  h: 'ハヒフヘホ',
  m: 'マミムメモ',
  r: 'ラリルレロ',
  l: 'ラリルレロ',
  g: 'ガギグゲゴ',
  z: 'ザジズゼゾ',
  d: 'ダヂヅデド',
  b: 'バビブベボ',
  p: 'パピプペポ',
  y: 'ヤ ユ ヨ',
  w: 'ワ   ヲ',
  f: '  フ  ',
  j: ' ジ   ',
}
const vowels = 'aiueo'
const glides: Record<string, string> = { a: 'ャ', u: 'ュ', o: 'ョ' }
const special: Record<string, string> = { shi: 'シ', chi: 'チ', tsu: 'ツ' }
/** sh, ch, j and Cy + a, u, o: キャ, シュ, ジョ */
const twoSounds: Record<string, string> = {
  sh: 'シ',
  ch: 'チ',
  ty: 'チ',
  sy: 'シ',
  zy: 'ジ',
  j: 'ジ',
  jy: 'ジ',
}

function syllable(consonant: string, vowel: string): string | null {
  const whole = special[consonant + vowel]
  if (whole) return whole
  const plain = rows[consonant]?.[vowels.indexOf(vowel)]?.trim()
  if (plain) return plain
  const start = twoSounds[consonant] ?? (consonant.endsWith('y') ? rows[consonant.slice(0, -1)]?.[1] : null)
  const glide = glides[vowel]
  return start && glide ? start + glide : null
}

/** One word: longest syllable first, 'nn' and n before a consonant ン, a doubled consonant ッ. */
function kanaOfWord(word: string): string | null {
  let kana = ''
  for (let rest = word; rest !== ''; ) {
    const found = /^([^aiueon]{1,3}|ny?|)([aiueo])/.exec(rest)
    const step = found && syllable(found[1] ?? '', found[2] ?? '')
    if (found && step) {
      kana += step
      rest = rest.slice(found[0].length)
    } else if (/^n(?:n|'|[^aiueoy]|$)/.test(rest)) {
      if (word === 'n') return kana // the first letter of a word: nothing is decided yet
      kana += 'ン'
      rest = rest.slice(/^n(?:n$|nn|'|n[^aiueoy])/.test(rest) ? 2 : 1)
    } else if (rest[0] === rest[1]) {
      kana += 'ッ'
      rest = rest.slice(1)
    } else if (/^[a-z]{1,3}$/.test(rest) && !/[aiueo]/.test(rest)) return kana
    else return null
  }
  return kana
}

/** The reading in katakana, or null when the text is no romaji (digits, kana, kanji, a foreign name that does not convert). */
export function kanaOfRomaji(text: string): string | null {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (!/^[a-z' -]+$/.test(plain)) return null
  const words = plain.split(/\s+/).map((word) => kanaOfWord(word.replaceAll('-', '')))
  const kana = words.includes(null) ? '' : words.filter(Boolean).join(' ')
  return kana === '' ? null : kana
}
