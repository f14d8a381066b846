import { markDifferences } from '../rules/texts.ts'

/** A text beside others, with what differs marked by frame and weight; blanks and gaps are named, they cannot be seen. */
export function Marked({ text, all }: { text: string; all: readonly string[] }) {
  const [before, differing, behind] = markDifferences(all)[all.indexOf(text)] ?? [text, '', '']
  if (new Set(all).size < 2) return text
  return (
    <>
      {before}
      <mark className="rounded-sm border border-caution bg-caution-soft px-0.5 font-bold text-ink">
        {differing === '' ? <Sign word="なし" /> : <WithBlanks text={differing} />}
      </mark>
      {behind}
    </>
  )
}

function WithBlanks({ text }: { text: string }) {
  return [...text.matchAll(/\s+|\S+/gu)].map(({ index, 0: part }) =>
    part.trim() === '' ? <Sign key={index} word={blankWord(part)} /> : part,
  )
}

const blankWord = (blank: string): string =>
  `${blank.includes('\u3000') ? '全角' : '半角'}空白${blank.length > 1 ? blank.length : ''}`

const Sign = ({ word }: { word: string }) => (
  <span className="mx-0.5 rounded-sm border border-edge bg-paper px-1 text-xs font-normal whitespace-nowrap text-soft">
    {word}
  </span>
)
