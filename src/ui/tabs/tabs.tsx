import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'
import { useShortcuts } from '../keys/index.ts'

export type TabEntry = {
  id: string
  label: string
  /** behind the word; null while it is not known, which is not zero */
  count?: number | null
  content: ReactNode
}
export type TabsProps = {
  label: string
  tabs: TabEntry[]
  selected: string
  onChange: (id: string) => void
}

const tabClass =
  'flex cursor-pointer items-center gap-2 border-b-4 border-transparent px-4 py-2 font-bold text-soft hover:bg-shade selected:border-accent selected:text-accent forced-colors:selected:border-[Highlight]'

/** The tabs of a page; Alt+1…9 opens them. The state is the page's, so that it can live in the address. */
export function Tabs({ label, tabs, selected, onChange }: TabsProps) {
  useShortcuts(
    tabs.slice(0, 9).map((tab, index) => ({
      keys: [`Alt+${index + 1}`],
      label: `「${tab.label}」を開く`,
      group: 'タブ',
      run: () => onChange(tab.id),
    })),
  )
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={(key) => onChange(String(key))}>
      <TabList aria-label={label} className="flex flex-wrap border-b border-line print:hidden">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={tabClass}>
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="min-w-7 rounded-full bg-shade px-2 text-center text-sm text-ink tabular-nums">
                {tab.count === null ? '…' : tab.count.toLocaleString('ja-JP')}
                <span className="sr-only">件</span>
              </span>
            )}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="pt-4">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
