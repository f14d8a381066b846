import { useState } from 'react'
import { formatDate } from '../../platform/calendar/index.ts'
import { BarStrip } from '../bar-strip/index.ts'
import { Empty } from '../empty/index.ts'
import { FilterChips, List, type Sort } from '../list/index.ts'
import { Status } from '../status/index.ts'
import { Tabs } from '../tabs/index.ts'
import { Timeline } from '../timeline/index.ts'
import { useToast } from '../toast/index.ts'
import { Part } from './part.tsx'

const family = ['見本', '架空', '仮名', '例示']
const rows = Array.from({ length: 12 }, (_, index) => ({
  id: String(index + 1),
  name: `${family[index % 4]} ${['花子', '太郎', '一郎'][index % 3]}`,
  what: ['モニタリング', '計画の見直し', '折り返しの電話'][index % 3] ?? '',
  due: `2026-11-${20 + (index % 9)}`,
  minutes: index * 15,
}))
type Row = (typeof rows)[number]

const days = Array.from({ length: 14 }, (_, index) => ({
  on: index < 9 ? `2026-11-${22 + index}` : `2026-12-0${index - 8}`,
  count: index === 6 ? null : (index * 5) % 9,
}))
const columns = [
  { id: 'name', header: '氏名', cell: (row: Row) => row.name, isSortable: true },
  { id: 'what', header: 'すること', cell: (row: Row) => row.what },
  {
    id: 'due',
    header: '期限',
    cell: (row: Row) => formatDate(row.due, 'short'),
    isSortable: true,
    isRight: true,
  },
  {
    id: 'minutes',
    header: '時間（分）',
    cell: (row: Row) => row.minutes.toLocaleString('ja-JP'),
    isRight: true,
  },
  {
    id: 'state',
    header: '状態',
    cell: (row: Row) =>
      row.due < '2026-11-22' ? <Status tone="danger">期限切れ</Status> : <Status tone="info">予定</Status>,
  },
]
const longBody =
  '本人から電話。この一週間、立ち上がるときに膝が痛み、買い物に出るのが大変になったとのこと。夜は眠れており、食事はとれている。娘は県外にいて、月に一度帰ってくる。近所の人がごみ出しを手伝っている。通いの場には、寒くなってから行っていない。受診は先月で、薬は変わっていない。来週、訪問して暮らしの様子を確かめる。'

export function ListGallery() {
  const [tab, setTab] = useState('today')
  const [sort, setSort] = useState<Sort>({ by: 'due', direction: 'ascending' })
  const [chips, setChips] = useState<string[]>(['mine'])
  const show = useToast()
  return (
    <>
      <Part title="一覧とタブ">
        <Tabs
          label="きょうの仕事"
          selected={tab}
          onChange={setTab}
          tabs={[
            { id: 'new', label: '新規担当', count: 0, content: <Empty title="新しい担当はありません" /> },
            {
              id: 'today',
              label: '本日期限',
              count: rows.length,
              content: (
                <>
                  <FilterChips
                    label="しぼり込み"
                    chips={[
                      { id: 'mine', label: '自分の担当', count: 8 },
                      { id: 'phone', label: '電話', count: 4 },
                    ]}
                    selected={chips}
                    onChange={setChips}
                  />
                  <List
                    label="本日期限の一覧"
                    columns={columns}
                    rows={rows}
                    rowKey={({ id }) => id}
                    hrefOf={({ id }) => `/gallery?row=${id}`}
                    rowKeys={[
                      {
                        key: 'd',
                        label: '完了',
                        run: ({ name }) => show(`${name}さんの分を完了にしました`, { undo: () => undefined }),
                      },
                    ]}
                    sort={sort}
                    onSort={setSort}
                    empty={null}
                    total={1280}
                    more={{ hasMore: true, isLoading: false, load: () => undefined, size: 50 }}
                  />
                </>
              ),
            },
            {
              id: 'late',
              label: '期限切れ',
              count: null,
              content: (
                <List
                  label="期限切れ"
                  columns={columns}
                  rows={undefined}
                  rowKey={({ id }) => id}
                  empty={null}
                />
              ),
            },
          ]}
        />
        <BarStrip label="これから14日の予定" unit="件" days={days} today="2026-11-22" />
      </Part>
      <Part title="時間の順">
        <Timeline
          label="経過"
          items={[
            {
              id: '1',
              at: '2026-11-20T10:05:00+09:00',
              kind: '電話',
              title: '膝の痛みと買い物について',
              meta: '中央センター 見本 一郎　15分',
              body: longBody,
              isAboutMe: true,
            },
            {
              id: '2',
              at: '2026-11-02',
              kind: '訪問',
              title: '暮らしの様子の確認',
              body: '変わりなし。',
              href: '/gallery?row=2',
              mark: <Status tone="good">完了</Status>,
            },
          ]}
        />
      </Part>
    </>
  )
}
