import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useClock } from '../../../ui/clock/clock.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { usePathParam } from '../../../ui/link/index.ts'
import { PageHead, useCrumb } from '../../../ui/shell/page.tsx'
import type { StaffMember } from '../schema.ts'
import { AccountCard } from './account-card.tsx'
import { AddPost } from './add-post.tsx'
import { memberQuery } from './api.ts'
import { EndPost } from './end-post.tsx'
import { FirstPassword } from './first-password.tsx'
import { PostTable } from './post-table.tsx'
import { professionWord } from './words.ts'

/** /staff/$id: one member of staff: posts with their days, and the account. */
export default function MemberPage() {
  const query = useQuery(memberQuery(usePathParam('id')))
  useCrumb(query.data?.name ?? null)
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  return query.data ? <Member member={query.data} /> : <Loading />
}

function Member({ member }: { member: StaffMember }) {
  const client = useQueryClient()
  const { today } = useClock()
  const [ending, setEnding] = useState<string | null>(null)
  const [password, setPassword] = useState<string | null>(null)
  const refresh = () => client.invalidateQueries({ queryKey: ['staff'] })
  const post = member.posts.find(({ id }) => id === ending)
  return (
    <>
      <PageHead
        title={
          <>
            <span className="block text-sm font-normal text-soft">{member.kana}</span>
            {member.name}
          </>
        }
        lead={`職員番号 ${member.staffNumber}　${professionWord(member.profession)}`}
      />
      {password ? (
        <div className="mb-6">
          <FirstPassword staffNumber={member.staffNumber} name={member.name} password={password} />
        </div>
      ) : null}
      <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <PostTable posts={member.posts} today={today()} onEnd={setEnding} />
          {post ? (
            <EndPost key={post.id} post={post} onClose={() => setEnding(null)} onEnded={refresh} />
          ) : (
            <AddPost staffId={member.id} onAdded={refresh} />
          )}
        </div>
        <AccountCard member={member} today={today()} onChanged={refresh} onPassword={setPassword} />
      </div>
    </>
  )
}
