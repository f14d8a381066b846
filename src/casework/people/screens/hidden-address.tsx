import { useMutation } from '@tanstack/react-query'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { fetchHiddenAddress } from './api.ts'
import { addressWord } from './words.ts'

/** Address and telephone under 支援措置: only on demand, each look is recorded, and they never go on paper. */
export function HiddenAddress({ personId }: { personId: string }) {
  const look = useMutation({ mutationFn: () => fetchHiddenAddress(personId), gcTime: 0 })
  if (look.data) {
    const { phone, protectedFrom, ...address } = look.data
    return (
      <p role="status" className="mt-1 border-l-4 border-danger pl-2 print:hidden">
        {addressWord({ ...address, townId: null })}
        <br />
        電話 {phone ?? '登録なし'}（支援措置 {formatDate(protectedFrom, 'short')} から）
      </p>
    )
  }
  return (
    <div className="mt-1 print:hidden">
      {look.error ? <Failure error={look.error} /> : null}
      <Button size="small" onPress={() => look.mutate()}>
        住所と電話を見る（見たことが記録されます）
      </Button>
    </div>
  )
}
