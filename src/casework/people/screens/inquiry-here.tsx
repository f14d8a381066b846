import { useMutation } from '@tanstack/react-query'
import { Button } from '../../../ui/button/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { inquire } from './api.ts'
import { InquiryAnswers } from './inquiry-answers.tsx'
import type { PersonEntry } from './person-entry.ts'

/** 照会 with what the form holds already, beside a masked candidate: nothing has to be typed twice. */
export function InquiryHere({ entry }: { entry: PersonEntry }) {
  const { name, kana, birthOn } = entry
  const ask = useMutation({ mutationFn: inquire, gcTime: 0 })
  if (birthOn === null) return <p className="text-soft">生年月日まで入れると、照会できます。</p>
  const isOfNow =
    ask.variables?.birthOn === birthOn && ask.variables?.kana === kana && ask.variables?.name === name
  return (
    <div className="mt-1">
      <Button size="small" onPress={() => ask.isPending || ask.mutate({ name, kana, birthOn })}>
        {ask.isPending ? '照会しています…' : '照会する（記録されます）'}
      </Button>
      {ask.error && isOfNow ? <Failure error={ask.error} /> : null}
      {ask.data && isOfNow ? <InquiryAnswers items={ask.data.items} asked={{ name, kana, birthOn }} /> : null}
    </div>
  )
}
