import { useState } from 'react'
import { Button } from '../button/index.ts'
import { Empty, Failure } from '../empty/index.ts'
import { takePost } from './api.ts'
import type { SignedIn } from './types.ts'

type Props = { session: SignedIn; onTaken: () => Promise<void>; onLeave: () => Promise<void> }

/** The post of this session has ended: another one is taken before work goes on. */
export function ChoosePost({ session, onTaken, onLeave }: Props) {
  const [error, setError] = useState<Error | null>(null)
  const take = async (id: string) => {
    try {
      await takePost(id)
      await onTaken()
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)))
    }
  }
  return (
    <main className="mx-auto max-w-xl px-4 py-10">
      <title>職を選ぶ｜めぐり</title>
      <h1 className="mb-4 text-2xl font-bold">どの職で始めますか</h1>
      {session.posts.length > 0 ? (
        <p className="mb-4">これまで使っていた職の期間が終わりました。これから使う職を選んでください。</p>
      ) : null}
      {error ? <Failure error={error} /> : null}
      {session.posts.length === 0 ? (
        <Empty title="今日から有効な職がありません">管理者に職の登録を頼んでください。</Empty>
      ) : null}
      <ul className="my-4 flex flex-col gap-2">
        {session.posts.map((post) => (
          <li key={post.id}>
            <Button onPress={() => void take(post.id)}>
              {post.centreName ?? post.organisationName ?? session.insurer.name} {post.roleLabel}
            </Button>
          </li>
        ))}
      </ul>
      <Button look="quiet" onPress={() => void onLeave()}>
        サインアウトする
      </Button>
    </main>
  )
}
