import { Button } from '../button/index.ts'
import {
  choiceColumn,
  DataGrid,
  dateColumn,
  integerColumn,
  noRepeats,
  textColumn,
  useGrid,
  useGridResult,
} from '../grid/index.ts'
import { useToast } from '../toast/index.ts'
import { Part } from './part.tsx'

const professions = [
  { code: '1', label: '保健師' },
  { code: '2', label: '社会福祉士' },
  { code: '3', label: '主任介護支援専門員' },
  { code: '4', label: '事務' },
]
const answers = [
  { code: '0', label: 'はい' },
  { code: '1', label: 'いいえ' },
  { code: '9', label: '無回答' },
]
const items = Array.from({ length: 24 }, (_, index) =>
  choiceColumn({
    id: `item${index + 1}` as const,
    header: `設問${index + 1}`,
    options: answers,
    shows: 'code',
    isOneKey: true,
    width: 4,
  }),
)
const columns = [
  textColumn({ id: 'number', header: '番号', isRequired: true, width: 6, hint: '4桁の数字' }),
  textColumn({ id: 'name', header: '氏名', isRequired: true, maxLength: 20 }),
  dateColumn({ id: 'birthOn', header: '生年月日', isRequired: true, limits: { notAfter: '2026-11-22' } }),
  choiceColumn({ id: 'profession', header: '職種', options: professions, width: 12 }),
  integerColumn({ id: 'minutes', header: '時間（分）', min: 0, max: 480, unit: '分' }),
  dateColumn({ id: 'until', header: '終了日' }),
  ...items,
] as const

const start = [
  ['0001', '見本 花子', 'S15.3.4', '保健師', '30', 'R9.3.31', '0', '1', '9'],
  ['0002', '架空 太郎', '昭和65年1月1日', '社会', '45', '', '0', '0', '1'],
  ['0001', '仮名 一郎', '1940/3/4', '4', '15', '', '1'],
]

/** Thirty columns, three rows, two of them wrong; all names are invented. */
export function GridGallery() {
  const show = useToast()
  const grid = useGrid({
    columns,
    start,
    validateRow: ({ birthOn, until }) =>
      until !== null && until < birthOn
        ? [{ columnId: 'until', message: '生年月日より前です。どちらかを直してください。' }]
        : [],
    validateRows: noRepeats('number', (line) => `${line}行目と同じ番号です。どちらかを直してください。`),
  })
  const { rows, problems } = useGridResult(grid)
  const save = () => {
    const settled = grid.settle()
    show(`${settled.rows.length}行を保存できます。直すところは${settled.problems.length}件です`)
  }
  return (
    <Part title="表に入力する">
      <DataGrid grid={grid} label="見本の一括入力" frozen={2} />
      <div className="flex items-center gap-3">
        <Button onPress={save}>見本の表を保存する</Button>
        <span className="text-sm text-soft">
          保存できる行 {rows.length}、直すところ {problems.length}
        </span>
      </div>
    </Part>
  )
}
