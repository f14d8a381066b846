import { useQuery } from '@tanstack/react-query'
import type { InquiryAnswer, InquiryBody } from '../schema.ts'
import { centresQuery } from './api.ts'
import { HandOverAsk } from './hand-over-ask.tsx'
import { birthYearWord } from './words.ts'

/** The four facts of a 照会 and nothing else; the telephone is the centre's own, from the list everyone may see. */
export function InquiryAnswers({ items, asked }: { items: InquiryAnswer['items']; asked: InquiryBody }) {
  const centres = useQuery(centresQuery)
  if (items.length === 0) {
    return (
      <p role="status" className="mt-2 border-l-4 border-edge pl-3">
        この氏名と生年月日の方は見つかりません。字や日付を確かめてください。照会では答えられない方もいます。
      </p>
    )
  }
  return (
    <div role="status" className="mt-2 flex flex-col gap-2">
      {items.map((item) => {
        const centre = centres.data?.find(({ name }) => name === item.centreName)
        return (
          <div
            key={`${item.kana} ${item.centreName}`}
            className="border-l-4 border-accent pl-3"
            data-inquiry-answer=""
          >
            <dl className="grid grid-cols-[6rem_minmax(0,1fr)]">
              <dt className="text-soft">氏名</dt>
              <dd className="font-bold">{item.name}</dd>
              <dt className="text-soft">フリガナ</dt>
              <dd>{item.kana}</dd>
              <dt className="text-soft">生年</dt>
              <dd>{birthYearWord(item.birthYear)}</dd>
              <dt className="text-soft">担当</dt>
              <dd>{item.centreName ?? '未定'}</dd>
            </dl>
            {item.centreName === null || centre?.own ? null : (
              <HandOverAsk asked={asked} centreName={item.centreName} phone={centre?.phone ?? null} />
            )}
          </div>
        )
      })}
    </div>
  )
}
