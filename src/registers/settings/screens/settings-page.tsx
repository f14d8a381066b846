import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import type { Setting } from '../schema.ts'
import { settingsQuery } from './api.ts'
import { ChangePanel } from './change-panel.tsx'
import { ProposalCard } from './proposal-card.tsx'
import { ProposePanel } from './propose-panel.tsx'
import { SettingCard, type Wish } from './setting-card.tsx'

/** /settings: what the municipality decides for itself, by subject, with the value of every day and its 根拠. */
export default function SettingsPage() {
  const settings = useQuery(settingsQuery)
  const [open, setOpen] = useState<({ key: string } & Wish) | null>(null)
  const items = settings.data?.items
  const otherOfficers = settings.data?.otherOfficers ?? 0
  const waiting = (items ?? []).flatMap((setting) =>
    setting.pending.map((proposal) => ({ setting, proposal })),
  )
  const opened = items?.find(({ key }) => key === open?.key)
  return (
    <>
      <PageHead
        title="保険者の設定"
        lead="市町村が自分で決める値です。いつから、何を根拠に、その値なのかを残します。金額や資格にかかわる値は、ひとりが提案し、ほかの職員が承認すると使われます。値を変えても、過ぎた日の結果は変わりません。"
      />
      {settings.error ? <Failure error={settings.error} onRetry={() => void settings.refetch()} /> : null}
      {settings.isPending ? <Loading /> : null}
      {items?.length === 0 ? <Empty title="設定できる値はありません" /> : null}
      {waiting.length > 0 ? (
        <section className="mb-8 max-w-4xl" aria-label="承認を待つ提案">
          <h2 className="mb-2 border-b border-line pb-1 text-lg font-bold">
            承認を待つ提案（{waiting.length}件）
          </h2>
          <div className="grid gap-4">
            {waiting.map(({ setting, proposal }) => (
              <ProposalCard
                key={proposal.id}
                setting={setting}
                proposal={proposal}
                otherOfficers={otherOfficers}
              />
            ))}
          </div>
        </section>
      ) : null}
      {groupsOf(items ?? []).map(([group, members]) => (
        <section key={group} className="mb-8 max-w-4xl" aria-label={group}>
          <h2 className="mb-2 border-b border-line pb-1 text-lg font-bold">{group}</h2>
          <div className="grid gap-4">
            {members.map((setting) => (
              <SettingCard
                key={setting.key}
                setting={setting}
                onWish={(wish) => setOpen({ key: setting.key, ...wish })}
              />
            ))}
          </div>
        </section>
      ))}
      {opened && open ? (
        opened.approval === 'two' ? (
          <ProposePanel
            key={`${open.key} ${open.row?.id} ${open.isRemoval}`}
            setting={opened}
            row={open.row}
            isRemoval={open.isRemoval}
            onClose={() => setOpen(null)}
          />
        ) : (
          <ChangePanel
            key={`${open.key} ${open.row?.id}`}
            setting={opened}
            corrects={open.row}
            onClose={() => setOpen(null)}
          />
        )
      ) : null}
    </>
  )
}

const groupsOf = (items: Setting[]): [string, Setting[]][] =>
  [...new Set(items.map(({ group }) => group))].map((group) => [
    group,
    items.filter((one) => one.group === group),
  ])
