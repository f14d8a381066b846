import { expect, it } from 'vitest'
import { groupShortcuts, keyName } from './key-groups.ts'

it('キーの一覧は組ごとに、同じ働きは一度だけ', () => {
  const groups = groupShortcuts([
    { keys: ['j'], label: '次の行', group: '一覧' },
    { keys: ['j'], label: '次の行', group: '一覧' },
    { keys: ['F2'], label: '相談', group: '全体' },
    { keys: ['x'], label: '別' },
  ])
  expect(groups.map(({ name, lines }) => [name, lines.length])).toEqual([
    ['全体', 1],
    ['ページ', 1],
    ['一覧', 1],
  ])
})

it('キーの名前はキーボードの書き方', () => {
  expect(['Escape', 'Ctrl+k', 'ArrowDown', '?'].map(keyName)).toEqual(['Esc', 'Ctrl+K', '↓', '?'])
})
