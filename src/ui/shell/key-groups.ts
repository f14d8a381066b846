import type { Shortcut } from '../keys/index.ts'

const order = ['全体', 'ページ', 'タブ', '一覧', '入力', 'パネル']
const names: Record<string, string> = { Escape: 'Esc', ArrowDown: '↓', ArrowUp: '↑' }

/** How a key is written on the keyboard. */
export const keyName = (combination: string): string =>
  combination
    .split('+')
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+')

/** The registry as the help shows it: by group, each deed once. */
export function groupShortcuts(shortcuts: Pick<Shortcut, 'keys' | 'label' | 'group'>[]) {
  const groups = new Map<string, { label: string; keys: string[] }[]>()
  for (const { group = 'ページ', label, keys } of shortcuts) {
    const lines = groups.get(group) ?? []
    if (!lines.some((line) => line.label === label)) lines.push({ label, keys })
    groups.set(group, lines)
  }
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return [...groups].map(([name, lines]) => ({ name, lines })).sort((a, b) => place(a.name) - place(b.name))
}
