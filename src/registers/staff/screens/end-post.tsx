import { useEffect, useRef, useState } from 'react'
import type { IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { EntryForm } from '../../../ui/form/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { StoredPost } from '../schema.ts'
import { endPost } from './api.ts'
import { placeOf } from './words.ts'

type EndPostProps = { post: StoredPost; onClose: () => void; onEnded: () => Promise<void> }

/** The last day of a post. With a day that is past, whoever is signed in in this post is out at once. */
export function EndPost({ post, onClose, onEnded }: EndPostProps) {
  const { today } = useClock()
  const show = useToast()
  const heading = useRef<HTMLHeadingElement>(null)
  const [lastDay, setLastDay] = useState<IsoDate | null>((post.validTo as IsoDate | null) ?? today())
  useEffect(() => heading.current?.focus(), [])
  const submit = async () => {
    if (!lastDay) return
    await endPost(post.id, post.version, lastDay)
    await onEnded()
    show('職の最後の日を保存しました')
    onClose()
  }
  return (
    <section className="max-w-2xl rounded-lg border border-line p-4">
      <h2 ref={heading} tabIndex={-1} className="mb-3 text-lg font-bold">
        {post.roleLabel}（{placeOf(post)}）の職を終える
      </h2>
      <EntryForm
        label="職を終える"
        submitLabel="最後の日を保存する"
        onSubmit={submit}
        actions={
          <Button look="quiet" onPress={onClose}>
            やめる
          </Button>
        }
      >
        <DateField
          name="lastDay"
          label="最後の日"
          description="この日までは使えます。過ぎた日にすると、いまのサインインもすぐに使えなくなります。"
          value={lastDay}
          onChange={setLastDay}
          isRequired
          offersToday
        />
      </EntryForm>
    </section>
  )
}
