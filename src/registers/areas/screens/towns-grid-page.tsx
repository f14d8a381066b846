import { useQuery, useQueryClient } from '@tanstack/react-query'
import { GridImport } from '../../../platform/import/screens/grid-import.tsx'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { textColumn, useGrid } from '../../../ui/grid/index.ts'
import { AppLink, linkClass, useGo } from '../../../ui/link/index.ts'
import { ExportButtons } from '../../../ui/save/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import { useToast } from '../../../ui/toast/index.ts'
import { centresQuery, exportTowns, registerQuery, runTowns } from './api.ts'

/** /areas/towns: many towns at once, typed or pasted from a spreadsheet. */
export default function TownsGridPage() {
  const register = useQuery(registerQuery)
  const centres = useQuery(centresQuery)
  const error = register.error ?? centres.error
  if (error) return <Failure error={error} />
  if (!register.data || !centres.data) return <Loading />
  return (
    <>
      <PageHead
        title="町をまとめて登録"
        lead={
          <>
            Excel の表をそのまま貼り付けられます。ファイルのまま読み込むときは
            <AppLink to="/imports?kind=towns" className={linkClass}>
              読み込み
            </AppLink>
            で「町と圏域の一覧」を選びます。
          </>
        }
      />
      <div className="mb-3">
        <p className="text-sm text-soft">いまの町の入った様式（圏域コードとセンターを一覧から選べます）</p>
        <ExportButtons load={exportTowns} />
      </div>
      <Towns
        codes={register.data.areas.map(({ code, name }) => ({ code, label: `${code} ${name}` }))}
        centres={centres.data.map(({ name }) => ({ code: name, label: name }))}
      />
    </>
  )
}

type Options = { code: string; label: string }[]

function Towns({ codes, centres }: { codes: Options; centres: Options }) {
  const go = useGo()
  const show = useToast()
  const client = useQueryClient()
  const grid = useGrid({
    columns: [
      textColumn({ id: 'name', header: '町名', width: 14, isRequired: true }),
      textColumn({ id: 'kana', header: 'カナ', width: 14 }),
      { ...textColumn({ id: 'area', header: '圏域コード', width: 9, isRequired: true }), options: codes },
      { ...textColumn({ id: 'centre', header: 'センター', width: 16 }), options: centres },
      textColumn({ id: 'from', header: '開始日', width: 8, hint: 'R8.4.1。空けると、保存する日から' }),
    ],
  })
  return (
    <GridImport
      grid={grid}
      label="町の表"
      run={runTowns}
      saveLabel="町をまとめて保存する"
      onSaved={async ({ added, changed }) => {
        await client.invalidateQueries({ queryKey: ['areas'] })
        show(`町を保存しました（加わった${added}、変わった${changed}）`)
        go('/areas')
      }}
    />
  )
}
