import { Button, Key } from '../button/index.ts'
import { useKeyRegistry } from '../keys/index.ts'
import { ModalPanel } from '../panel/index.ts'
import { groupShortcuts, keyName } from './key-groups.ts'

/** The keys of what is on the screen now, from the same registry that fires them. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const groups = groupShortcuts(useKeyRegistry().list())
  return (
    <ModalPanel title="この画面のキー" onClose={onClose}>
      <div className="grid gap-6 sm:grid-cols-2">
        {groups.map(({ name, lines }) => (
          <section key={name} aria-label={name}>
            <h3 className="mb-1 border-b border-line font-bold">{name}</h3>
            <dl className="text-sm">
              {lines.map(({ label, keys }) => (
                <div key={label} className="flex justify-between gap-4 py-1">
                  <dt>{label}</dt>
                  <dd className="flex shrink-0 items-center gap-1">
                    {keys.map((key) => (
                      <Key key={key}>{keyName(key)}</Key>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="mt-4 text-sm text-soft">
        Enter で次の項目、Shift+Enter で前の項目へ移ります。変換中のキーは、どれも働きません。
      </p>
      <div className="mt-4">
        <Button autoFocus onPress={onClose} shortcut="Esc">
          閉じる
        </Button>
      </div>
    </ModalPanel>
  )
}
