import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { Empty, Failure } from '../../../ui/empty/index.ts'
import { List } from '../../../ui/list/index.ts'
import { saveFile } from '../../../ui/save/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import { Notice } from '../../../ui/status/index.ts'
import type { WaitingStaff } from '../schema.ts'
import { makeSlips, waitingQuery } from './api.ts'

type Waiting = WaitingStaff['items'][number]
/** as many as the server makes at once */
const MOST = 200

/** /staff/first-passwords: paper slips for those who have not chosen a password yet, made and given out once. */
export default function FirstPasswordsPage() {
  const query = useQuery(waitingQuery)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const rows = query.data
  const chosen = (rows ?? []).filter(({ id }) => !left.has(id)).slice(0, MOST)
  const make = useMutation({
    mutationFn: makeSlips,
    onSuccess: ({ name, content }) => saveFile(name, content),
    gcTime: 0,
  })
  const toggle = (ids: readonly string[], isChosen: boolean) => {
    const next = new Set(left)
    for (const id of ids) {
      if (isChosen) next.delete(id)
      else next.add(id)
    }
    setLeft(next)
  }
  return (
    <>
      <PageHead
        title="最初のパスワードの紙"
        lead="まだ自分のパスワードを決めていない職員に、最初のパスワードを一人一枚の紙（PDF）で作ります。"
      />
      <Notice tone="caution" title="作るたびに新しいパスワードになります">
        <p className="text-sm">
          パスワードは、この PDF
          の中にしかありません。画面にも記録にも残らず、もう一度見ることはできません。印刷して本人に直接渡し、PDF
          は消してください。前に渡した紙は使えなくなります。
        </p>
      </Notice>
      <div className="my-4 flex flex-wrap gap-3">
        <Button
          look="primary"
          isDisabled={chosen.length === 0}
          onPress={() => make.isPending || make.mutate(chosen.map(({ id }) => id))}
        >
          {make.isPending ? '作っています…' : `${chosen.length}人分の紙を作る`}
        </Button>
        <Button
          onPress={() =>
            toggle(
              (rows ?? []).map(({ id }) => id),
              false,
            )
          }
        >
          すべて外す
        </Button>
        <Button
          onPress={() =>
            toggle(
              (rows ?? []).map(({ id }) => id),
              true,
            )
          }
        >
          すべて選ぶ
        </Button>
      </div>
      {make.error ? <Failure error={make.error} /> : null}
      <div role="status">
        {make.isSuccess ? (
          <Notice tone="good" title="紙（PDF）を保存しました。印刷して、切り離して渡してください。" />
        ) : null}
      </div>
      <List<Waiting>
        label="最初のパスワードを待つ職員"
        rows={rows}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKey={({ id }) => id}
        empty={<Empty title="待っている職員はいません">全員が自分のパスワードを決めています。</Empty>}
        columns={[
          {
            id: 'choice',
            header: '選ぶ',
            width: '4rem',
            cell: ({ id, name }) => (
              <input
                type="checkbox"
                checked={!left.has(id)}
                onChange={(event) => toggle([id], event.target.checked)}
                aria-label={`${name}を選ぶ`}
                className="size-5 align-middle accent-accent"
              />
            ),
          },
          { id: 'number', header: '職員番号', cell: ({ staffNumber }) => staffNumber },
          {
            id: 'name',
            header: '氏名',
            cell: ({ name, kana }) => (
              <>
                {name}
                <span className="block text-xs text-soft">{kana}</span>
              </>
            ),
          },
          { id: 'places', header: '所属', cell: ({ places }) => places || '職がありません' },
        ]}
      />
    </>
  )
}
