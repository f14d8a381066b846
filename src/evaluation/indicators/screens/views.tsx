import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { SingleCheck } from '../../../ui/choice/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { keepView, removeView, viewsQuery } from './api.ts'

/** Views that were given a name: links, one's own and those shared within the insurer. */
export function KeptViews() {
  const client = useQueryClient()
  const views = useQuery(viewsQuery)
  const show = useToast()
  const remove = useMutation({
    mutationFn: removeView,
    onSuccess: () => client.invalidateQueries({ queryKey: viewsQuery.queryKey }),
    onError: () =>
      show('見方を消せませんでした。読み込み直して、もう一度お試しください。', { tone: 'danger' }),
  })
  if (views.error) return <Failure error={views.error} onRetry={() => void views.refetch()} />
  const items = views.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section aria-labelledby="views-heading" className="mb-4 rounded-lg bg-ground px-4 py-3 print:hidden">
      <h2 id="views-heading" className="text-base font-bold">
        保存した見方
      </h2>
      <ul className="mt-1 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {items.map((view) => (
          <li key={view.id} className="flex items-center gap-1">
            <AppLink to={view.link}>{view.title}</AppLink>
            {view.isShared ? <span className="text-xs text-soft">（共有）</span> : null}
            {view.isOwn ? (
              <Button
                size="small"
                look="quiet"
                aria-label={`見方「${view.title}」を消す`}
                isDisabled={remove.isPending}
                onPress={() => remove.mutate(view)}
              >
                消す
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 「この見方を保存」: the address of the page under a name. */
export function KeepView({ suggestion }: { suggestion: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        この見方を保存
      </Button>
      {isOpen ? <KeepPanel suggestion={suggestion} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function KeepPanel({ suggestion, onClose }: { suggestion: string; onClose: () => void }) {
  const client = useQueryClient()
  const show = useToast()
  const [title, setTitle] = useState(suggestion)
  const [isShared, setShared] = useState(false)
  const keep = async () => {
    await keepView({ title, link: `${window.location.pathname}${window.location.search}`, isShared })
    await client.invalidateQueries({ queryKey: viewsQuery.queryKey })
    show(`見方「${title}」を保存しました。「指標」の初めに出ます。`)
    onClose()
  }
  return (
    <Panel title="この見方を保存する" onClose={onClose}>
      <EntryForm label="この見方を保存する" submitLabel="見方を保存する" onSubmit={keep}>
        <p className="mb-3 text-sm">
          保存するのはこの画面のリンク（場所、時点、比べる相手）です。数は開くたびに新しく読みます。
        </p>
        <TextField
          name="title"
          label="見方の名前"
          value={title}
          onChange={setTitle}
          isRequired
          maxLength={80}
        />
        <SingleCheck label="同じ保険者の人にも見せる" isSelected={isShared} onChange={setShared} />
      </EntryForm>
    </Panel>
  )
}
