import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { confirmMany, type Row } from './api.ts'

/** The proposals that are listed, taken over as they are: for a bundle that was typed from paper and looked through here. */
export function ConfirmShown({ rows }: { rows: readonly Row[] }) {
  const client = useQueryClient()
  const show = useToast()
  const [isAsking, setAsking] = useState(false)
  const open = rows.filter((row) => row.confirmedJudgement === null && row.withdrawnAt === null)
  const confirm = useMutation({
    mutationFn: () => confirmMany(open.map(({ id, version }) => ({ id, version }))),
    onSuccess: ({ confirmed }) => {
      setAsking(false)
      show(`${confirmed}枚の判定案を確認しました`)
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    },
  })
  if (open.length === 0) return null
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2 print:hidden">
      {isAsking ? (
        <>
          <span role="status" className="text-sm">
            下に表示している{open.length}枚の判定案を、そのまま確認します。あなたの名前と時刻が残ります。
          </span>
          <Button size="small" look="primary" onPress={() => confirm.isPending || confirm.mutate()}>
            {confirm.isPending ? '保存しています…' : `${open.length}枚を確認する`}
          </Button>
          <Button size="small" look="quiet" onPress={() => setAsking(false)}>
            やめる
          </Button>
        </>
      ) : (
        <Button size="small" onPress={() => setAsking(true)}>
          表示中の{open.length}枚の判定案を、そのまま確認する
        </Button>
      )}
      {confirm.error ? <Failure error={confirm.error} /> : null}
    </div>
  )
}
