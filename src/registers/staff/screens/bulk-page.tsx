import { useQuery, useQueryClient } from '@tanstack/react-query'
import { GridImport } from '../../../platform/import/screens/grid-import.tsx'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { textColumn, useGrid } from '../../../ui/grid/index.ts'
import { AppLink, linkClass, useGo } from '../../../ui/link/index.ts'
import { ExportButtons } from '../../../ui/save/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import { useToast } from '../../../ui/toast/index.ts'
import type { PostChoices } from '../schema.ts'
import { choicesQuery, loadForm, runStaff } from './api.ts'
import { professionWords } from './words.ts'

/** /staff/bulk: many staff at once, typed or pasted from a spreadsheet; all or nothing. */
export default function BulkPage() {
  const choices = useQuery(choicesQuery)
  if (choices.error) return <Failure error={choices.error} onRetry={() => void choices.refetch()} />
  if (!choices.data) return <Loading />
  return (
    <>
      <PageHead
        title="職員をまとめて登録"
        lead={
          <>
            Excel の表をそのまま貼り付けられます。ファイルのまま読み込むときは
            <AppLink to="/imports?kind=staff" className={linkClass}>
              読み込み
            </AppLink>
            で「職員と職の一覧」を選びます。
          </>
        }
      />
      <div className="mb-3">
        <p className="text-sm text-soft">
          記入する様式（職種・センター・役割を一覧から選べます）。二つの職を持つ人は、同じ番号の行を二つ書きます。
        </p>
        <ExportButtons load={loadForm} />
      </div>
      <StaffGrid choices={choices.data} />
    </>
  )
}

const words = (list: readonly string[]) => list.map((word) => ({ code: word, label: word }))

function StaffGrid({ choices }: { choices: PostChoices }) {
  const go = useGo()
  const show = useToast()
  const client = useQueryClient()
  const grid = useGrid({
    columns: [
      textColumn({ id: 'number', header: '職員番号', width: 6, isRequired: true }),
      textColumn({ id: 'name', header: '氏名', width: 7, isRequired: true }),
      textColumn({ id: 'kana', header: 'フリガナ', width: 8, isRequired: true }),
      {
        ...textColumn({ id: 'profession', header: '職種', width: 8, isRequired: true }),
        options: words(Object.values(professionWords)),
      },
      {
        ...textColumn({ id: 'centre', header: 'センター', width: 10 }),
        options: words(choices.centres.map(({ name }) => name)),
      },
      {
        ...textColumn({ id: 'office', header: '事業所', width: 7 }),
        options: words(choices.organisations.map(({ name }) => name)),
      },
      {
        ...textColumn({ id: 'role', header: '役割', width: 8, isRequired: true }),
        options: words(choices.roles.map(({ label }) => label)),
      },
      textColumn({ id: 'from', header: '開始日', width: 5.5, isRequired: true, hint: '例: R8.4.1' }),
      textColumn({ id: 'to', header: '終了日', width: 5.5, hint: '決まっていなければ空けます' }),
    ],
    maxRows: 1000,
  })
  return (
    <GridImport
      grid={grid}
      label="職員の表"
      frozen={2}
      run={runStaff}
      saveLabel="職員をまとめて登録する"
      onSaved={async ({ added, changed }) => {
        await client.invalidateQueries({ queryKey: ['staff'] })
        show(
          `登録しました（新しい行 ${added}、加わった職 ${changed}）。続けて、最初のパスワードの紙を作ります。`,
        )
        await go('/staff/first-passwords')
      }}
    >
      <p className="self-center text-sm text-soft">閲覧できる人: システム管理者</p>
    </GridImport>
  )
}
