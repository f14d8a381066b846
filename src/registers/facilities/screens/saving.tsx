import { useMutation } from '@tanstack/react-query'
import { Button } from '../../../ui/button/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { ExportButtons, saveFile } from '../../../ui/save/index.ts'
import type { Filter } from '../schema.ts'
import { exportList } from './api.ts'

/** What is shown as a file; one whole list besides as a file of the national standard. */
export function Saving({ filter, isOneList }: { filter: Filter; isOneList: boolean }) {
  const standard = useMutation({
    mutationFn: () => exportList(filter, 'open-data'),
    onSuccess: ({ name, content }) => saveFile(name, content),
    gcTime: 0,
  })
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
      <ExportButtons load={(format) => exportList(filter, format)} />
      {isOneList ? (
        <Button size="small" onPress={() => standard.isPending || standard.mutate()}>
          {standard.isPending ? '作っています…' : '標準オープンデータの様式（CSV）'}
        </Button>
      ) : (
        <span className="text-sm text-soft">
          種類と市区町村を一つずつ選ぶと、標準オープンデータの様式でも書き出せます。
        </span>
      )}
      {standard.error ? <Failure error={standard.error} /> : null}
    </div>
  )
}
