import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { EntryForm } from '../../../ui/form/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { addPost } from './api.ts'
import { emptyPost, PostFields, postOf } from './post-fields.tsx'
import { postWords } from './words.ts'

type AddPostProps = { staffId: string; onAdded: () => Promise<void> }

/** Another post: a move, or a second duty. */
export function AddPost({ staffId, onAdded }: AddPostProps) {
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) {
    return (
      <div>
        <Button onPress={() => setOpen(true)}>職を加える</Button>
      </div>
    )
  }
  return <AddPostForm staffId={staffId} onAdded={onAdded} onClose={() => setOpen(false)} />
}

function AddPostForm({ staffId, onAdded, onClose }: AddPostProps & { onClose: () => void }) {
  const { today } = useClock()
  const show = useToast()
  const [post, setPost] = useState(emptyPost(today()))
  const submit = async () => {
    const { post: state } = await addPost(staffId, postOf(post))
    await onAdded()
    show(postWords[state])
    onClose()
  }
  return (
    <section className="max-w-2xl rounded-lg border border-line p-4">
      <h2 className="mb-3 text-lg font-bold">職を加える</h2>
      <EntryForm
        label="職を加える"
        submitLabel="職を加える"
        onSubmit={submit}
        actions={
          <Button look="quiet" onPress={onClose}>
            やめる
          </Button>
        }
      >
        <PostFields post={post} onChange={setPost} prefix="post." />
      </EntryForm>
    </section>
  )
}
