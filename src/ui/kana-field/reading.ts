/**
 * Furigana from typing: the input method shows the kana before it becomes kanji, and we keep the last of it.
 * `pending` is the kana of the word being composed, '' when none was seen.
 */
export type Furigana = { kana: string; pending: string }

export type Script = 'katakana' | 'hiragana'

const onlyKana = /^[ぁ-ゖァ-ヺー・ 　]+$/u
/** Romaji that is still half a syllable: 「たかはsh」. */
const half = /[a-zａ-ｚ]+$/iu

const hiraganaStart = 0x3041
const katakanaStart = 0x30a1
const inScript = (text: string, script: Script): string =>
  script === 'katakana'
    ? text.replace(/[ぁ-ゖ]/gu, (one) =>
        String.fromCharCode(one.charCodeAt(0) + katakanaStart - hiraganaStart),
      )
    : text.replace(/[ァ-ヶ]/gu, (one) =>
        String.fromCharCode(one.charCodeAt(0) - katakanaStart + hiraganaStart),
      )

/** The composition shows `text` now: kana is remembered, kanji leaves the memory as it was. */
export function composing({ kana, pending }: Furigana, text: string): Furigana {
  const whole = text.normalize('NFKC').replace(half, '')
  if (text === '') return { kana, pending: '' } // all of it deleted again
  return { kana, pending: onlyKana.test(whole) ? whole : pending }
}

/** The composition ended with `text` in the field: its reading joins the furigana, or nothing when it was cancelled. */
export function composed({ kana, pending }: Furigana, text: string, script: Script): Furigana {
  const reading = onlyKana.test(text) ? text.normalize('NFKC') : pending
  return { kana: text === '' ? kana : kana + inScript(reading, script), pending: '' }
}

/** The field holds `value` without any composition: emptied, its furigana goes; a space between the names comes along. */
export function typedPlainly({ kana }: Furigana, before: string, value: string): Furigana {
  if (value.trim() === '') return { kana: '', pending: '' }
  const isSpaceAdded = /^[ 　]$/u.test(value.slice(before.length)) && value.startsWith(before)
  return { kana: isSpaceAdded && kana !== '' ? `${kana}　` : kana, pending: '' }
}
