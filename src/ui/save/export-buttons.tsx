import { useMutation } from '@tanstack/react-query'
import { Button } from '../button/index.ts'
import { Failure } from '../empty/index.ts'
import { saveFile } from './save.ts'

export type ExportFormat = 'xlsx' | 'csv' | 'csv-cp932'
const FORMATS: readonly (readonly [ExportFormat, string])[] = [
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
  ['csv-cp932', 'CSV（Shift_JIS）'],
]

type ExportButtonsProps = {
  /** asks the server for the file with what is filtered now */
  load: (format: ExportFormat) => Promise<{ name: string; content: Blob }>
}

/** 「書き出す」: the list as it is filtered, as a file. Says that it is on record. */
export function ExportButtons({ load }: ExportButtonsProps) {
  const run = useMutation({
    mutationFn: load,
    onSuccess: ({ name, content }) => saveFile(name, content),
    gcTime: 0,
  })
  return (
    <div className="print:hidden">
      <fieldset className="flex flex-wrap items-center gap-2">
        <legend className="float-left mr-2 py-1 text-sm text-soft">書き出す（記録されます）</legend>
        {FORMATS.map(([format, label]) => (
          <Button key={format} size="small" onPress={() => run.isPending || run.mutate(format)}>
            {run.isPending && run.variables === format ? '作っています…' : label}
          </Button>
        ))}
      </fieldset>
      {run.error ? <Failure error={run.error} /> : null}
    </div>
  )
}
