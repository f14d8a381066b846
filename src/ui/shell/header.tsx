import mark from '../brand/mark.svg'
import { buttonClass, Key } from '../button/index.ts'
import { Icon } from '../icon/index.ts'
import { useShortcuts } from '../keys/index.ts'
import { AppLink, useGo } from '../link/index.ts'
import { useAbilities, useSession } from '../session/index.ts'
import { abilityTo, consultationPath, personPath } from './addresses.ts'
import { NoticeBell } from './notices.tsx'
import { SearchBox } from './search-box.tsx'
import { UserMenu } from './user-menu.tsx'

type HeaderProps = { isMenuOpen: boolean; onMenu: () => void; onHelp: () => void }

export function Header({ isMenuOpen, onMenu, onHelp }: HeaderProps) {
  const { session } = useSession()
  const may = useAbilities()
  const go = useGo()
  const mayConsult = may(abilityTo.consult)
  useShortcuts(
    [{ keys: ['F2'], label: '相談を受け付ける', group: '全体', run: () => void go(consultationPath()) }],
    mayConsult,
  )
  return (
    <header
      data-shell=""
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-paper px-4 py-2"
    >
      <button
        type="button"
        aria-expanded={isMenuOpen}
        aria-controls="side-menu"
        onClick={onMenu}
        className="flex min-h-10 items-center gap-1 rounded-lg border border-edge px-2 text-sm lg:hidden"
      >
        <Icon name={isMenuOpen ? 'close' : 'menu'} />
        メニュー
      </button>
      <AppLink to="/" className="flex items-center gap-2 text-xl font-bold">
        <img src={mark} alt="" width="28" height="28" />
        めぐり
      </AppLink>
      <p className="flex flex-wrap items-center gap-x-2 text-sm">
        <span>{session.insurer.name}</span>
        {session.post.centreName ? (
          <>
            <span aria-hidden="true">▸</span>
            <span>{session.post.centreName}</span>
          </>
        ) : null}
        {session.insurer.isSample ? (
          <span className="rounded-sm border border-ink bg-sample px-1 text-xs font-bold">見本</span>
        ) : null}
      </p>
      {may(abilityTo.search) ? (
        <div className="order-last w-full min-w-0 md:order-none md:w-auto md:max-w-lg md:min-w-56 md:flex-1">
          <SearchBox
            label="利用者を探す（カナ・番号・電話・住所）"
            keys={['Ctrl+k', '/']}
            onOpen={({ id }) => void go(personPath(id))}
            onConsult={mayConsult ? ({ id }) => void go(consultationPath(id)) : undefined}
          />
        </div>
      ) : null}
      <div className="ml-auto flex items-center gap-2">
        {mayConsult ? (
          <AppLink to={consultationPath()} className={buttonClass('primary', 'small')}>
            <Icon name="plus" className="size-4" />
            相談
            <Key>F2</Key>
          </AppLink>
        ) : null}
        {may(abilityTo.tasks) ? <NoticeBell /> : null}
        <UserMenu onHelp={onHelp} />
      </div>
    </header>
  )
}
