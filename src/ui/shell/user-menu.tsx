import { useQueryClient } from '@tanstack/react-query'
import { Button } from '../button/index.ts'
import { Icon } from '../icon/index.ts'
import { AppLink, useGo } from '../link/index.ts'
import { takePost } from '../session/api.ts'
import { useSession } from '../session/index.ts'
import { useToast } from '../toast/index.ts'
import { Dropdown } from './dropdown.tsx'

/** Who I am, as which post; the way to another post, one's sign-ins, the password, and out. */
export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { session, leave } = useSession()
  const client = useQueryClient()
  const go = useGo()
  const show = useToast()
  const change = async (postId: string, label: string) => {
    try {
      await takePost(postId)
      await go('/')
      await client.resetQueries() // nothing that the other post could read stays on the screen
      show(`${label}として表示しています`)
    } catch {
      show('役割を切り替えられませんでした。もう一度お試しください。', { tone: 'danger' })
    }
  }
  return (
    <Dropdown
      button={
        <>
          <Icon name="user" />
          <span className="text-left text-sm leading-tight max-sm:sr-only">
            <span className="block font-bold">{session.staff.name}</span>
            <span className="block text-xs text-soft">{session.post.roleLabel}</span>
          </span>
          <span className="sr-only">のメニュー</span>
          <Icon name="down" className="size-4" />
        </>
      }
    >
      {(close) => (
        <div className="flex flex-col gap-1 text-sm">
          <p className="px-2 py-1 text-soft">職員番号 {session.staff.staffNumber}</p>
          {session.posts.length > 1 ? (
            <>
              <p className="px-2 pt-1 font-bold">役割を切り替える</p>
              <ul>
                {session.posts.map((post) => {
                  const label = `${post.centreName ?? session.insurer.name} ${post.roleLabel}`
                  const isCurrent = post.id === session.post.id
                  return (
                    <li key={post.id}>
                      <button
                        type="button"
                        aria-current={isCurrent}
                        disabled={isCurrent}
                        className="flex min-h-8 w-full items-center gap-2 rounded-sm px-2 text-left hover:bg-shade"
                        onClick={() => {
                          close()
                          void change(post.id, label)
                        }}
                      >
                        <span className={isCurrent ? '' : 'invisible'}>
                          <Icon name="check" className="size-4" />
                        </span>
                        {label}
                      </button>
                    </li>
                  )
                })}
              </ul>
            </>
          ) : null}
          <ul className="border-t border-line pt-1">
            <MenuLine to="/account/sessions" label="サインインの一覧" onPress={close} />
            <MenuLine to="/account/password" label="パスワードの変更" onPress={close} />
            <li>
              <button
                type="button"
                className="min-h-8 w-full rounded-sm px-2 text-left hover:bg-shade"
                onClick={() => {
                  close()
                  onHelp()
                }}
              >
                この画面のキー（?）
              </button>
            </li>
          </ul>
          <div className="border-t border-line pt-2">
            <Button size="small" onPress={() => void leave()}>
              サインアウトする
            </Button>
          </div>
        </div>
      )}
    </Dropdown>
  )
}

function MenuLine({ to, label, onPress }: { to: string; label: string; onPress: () => void }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link pressed by Enter clicks too
    <li onClick={onPress}>
      <AppLink to={to} className="flex min-h-8 items-center rounded-sm px-2 hover:bg-shade">
        {label}
      </AppLink>
    </li>
  )
}
