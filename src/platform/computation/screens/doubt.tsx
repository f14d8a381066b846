import { Status } from '../../../ui/status/index.ts'
import { type Confidence, doubtOf, STATUS_WORDS } from '../words.ts'

type DoubtProps = { confidence: Confidence | undefined; status?: keyof typeof STATUS_WORDS | undefined }

/** 「出典未確認」 and its like beside a value or a formula; nothing where the source was read. */
export function Doubt({ confidence, status }: DoubtProps) {
  const word = doubtOf(confidence)
  if (!word && !status) return null
  return (
    <span className="inline-flex flex-wrap gap-1">
      {word ? <Status tone={word === '出典未確認' ? 'caution' : 'neutral'}>{word}</Status> : null}
      {status ? <Status tone="caution">{STATUS_WORDS[status]}</Status> : null}
    </span>
  )
}

type SourceProps = { source: { text: string; url?: string | undefined } }

export const Source = ({ source: { text, url } }: SourceProps) =>
  url ? (
    <a href={url} rel="noreferrer" className="inline-block min-h-6 text-accent underline underline-offset-2">
      {text}
    </a>
  ) : (
    text
  )
