import { textSteps } from './fold.ts'

const { base, plainKana, newKanji, untilStable, ignored, bars } = textSteps

/** Stands for a digit hyphen while all other bars (長音 of building names too) are dropped; a noncharacter nobody types. */
const mark = '\uFDD0'
const kanjiDigits = '〇一二三四五六七八九'
const kanjiNumber = '[〇一二三四五六七八九十百千]+'

/** 二十三 → 23, 一〇 → 10, 百二 → 102. */
export function readKanjiNumber(text: string): number {
  if (![...text].some((c) => '十百千'.includes(c))) {
    return Number([...text].map((c) => kanjiDigits.indexOf(c)).join(''))
  }
  let total = 0
  let pending = 0
  for (const c of text) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[c]
    if (unit === undefined) pending = pending * 10 + kanjiDigits.indexOf(c)
    else {
      total += (pending || 1) * unit
      pending = 0
    }
  }
  return total + pending
}

const numberBeforeUnit = new RegExp(`${kanjiNumber}(?=丁目|番地|条|号室|[番号](?![\\p{Script=Han}]))`, 'gu')
const numberAfterUnit = new RegExp(`(?<=丁目|番地[のノ之]?)${kanjiNumber}(?!\\p{Script=Han})`, 'gu')
const barBetweenDigits = new RegExp(`(?<=\\d)\\s*[${bars}]\\s*(?=\\d)`, 'gu')
const unitBetweenDigits = /(?<=\d)(?:丁目|番地[のノ之]|番地|番|号|[のノ之])[\s-]*(?=\d)/gu
const unitAfterDigits = /(?<=\d)(?:丁目|番地|号室|番(?!\p{Script=Han})|号(?!\p{Script=Han}))/gu
const spaceBetweenDigits = /(?<=\d)\s+(?=\d)/gu

function numbers(text: string): string {
  return text
    .replace(numberBeforeUnit, (s) => String(readKanjiNumber(s)))
    .replace(numberAfterUnit, (s) => String(readKanjiNumber(s)))
    .replace(barBetweenDigits, mark)
    .replace(unitBetweenDigits, mark)
    .replace(spaceBetweenDigits, mark)
    .replace(unitAfterDigits, '')
}

/** 龍ケ崎 = 龍ヶ崎 = 竜が崎, 丸の内 = 丸ノ内 = 丸之内: particles between kanji in one spelling. */
function particles(text: string): string {
  return text
    .replace(/(?<=\p{Script=Han})[ヶケがガヵカ](?=\p{Script=Han})/gu, 'ケ')
    .replace(/(?<=\p{Script=Han})[のノ之乃](?=\p{Script=Han})/gu, 'ノ')
}

function step(text: string): string {
  const withNumbers = particles(numbers(newKanji(base(text.replaceAll(mark, '')))))
  const withoutAza = withNumbers.replace(
    /(?<!文)[大小]?字(?=\p{Script=Han}|\p{Script=Katakana}|\p{Script=Hiragana})/gu,
    '',
  )
  return plainKana(withoutAza)
    .split(mark)
    .map((part) => part.replace(ignored, ''))
    .join('-')
}

/**
 * Key of an address: 〇〇町二丁目3番地の4, 〇〇町２－３－４ and 〇〇町2丁目3-4 are one. 大字・字 are left out, ヶ/ケ/が and ノ/の/之
 * made equal, a blank between two numbers (番地 and 部屋番号) kept as a hyphen. A prefecture or 郡 left out is not added.
 */
export function foldAddress(text: string): string {
  return untilStable(text, step)
}
