import { useMutation } from '@tanstack/react-query'
import { lacksOf } from '../../../exchange/mapped-figures/lacks.ts'
import { type FigureUnit, figureUnits } from '../../../exchange/mapped-figures/mapping.ts'
import { Button } from '../../../ui/button/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { EntryForm, SelectField, TextField } from '../../../ui/form/index.ts'
import { useGo } from '../../../ui/link/index.ts'
import { SaveProfile } from '../../../ui/mapping/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import type { FiguresMapping, FiguresPreview } from '../schema.ts'
import { lookAt, putProfile, uploadMapped } from './api.ts'
import { ColumnTable } from './column-table.tsx'
import { type Entry, mappingOf } from './entry.ts'
import { ReadingResult } from './reading-result.tsx'
import { PeriodPart, PlacePart, TablePart } from './whole-table.tsx'

type FiguresFormProps = {
  file: File
  preview: FiguresPreview
  entry: Entry
  onEntry: (entry: Entry) => void
  onSaved: () => void
}

/** What each column is and what holds for the whole table; tried out here, read by the engine that shows what would change. */
export function FiguresForm({ file, preview, entry, onEntry, onSaved }: FiguresFormProps) {
  const go = useGo()
  const mayWrite = useAbilities()('mapping-profile.write')
  const made = mappingOf(entry, preview)
  const mapping: FiguresMapping = { ...made, columns: [...made.columns] }
  const trial = useMutation({
    mutationFn: () => lookAt(file, { sheet: entry.sheet, headerRow: entry.headerRow, mapping }),
    gcTime: 0,
  })
  const change = (part: Partial<Entry>) => {
    trial.reset()
    onEntry({ ...entry, ...part })
  }
  const problems = () =>
    lacksOf(mapping).map(({ path, message }) => ({ path: `mapping.${path}`, code: 'missing', message }))
  return (
    <>
      <EntryForm
        label="列の対応づけ"
        submitLabel="何が変わるかを調べる"
        busyLabel="ファイルを預けています…"
        check={problems}
        onSubmit={async () => {
          const { runId, jobId } = await uploadMapped(file, mapping, entry.attribution)
          await go(`/imports/${runId}?job=${jobId}`)
        }}
        actions={
          <Button onPress={() => trial.isPending || trial.mutate()}>
            {trial.isPending ? '読んでいます…' : '試しに読む'}
          </Button>
        }
      >
        <ColumnsPart preview={preview} entry={entry} onChange={change} />
        <PlacePart entry={entry} onChange={change} />
        <PeriodPart entry={entry} onChange={change} />
        <TablePart entry={entry} onChange={change} />
      </EntryForm>
      {trial.error ? <Failure error={trial.error} /> : null}
      {trial.data ? (
        <ReadingResult
          reading={trial.data.reading}
          lacks={lacksOf(mapping).map(({ message }) => message)}
          hasList={mapping.list !== ''}
        />
      ) : null}
      {mayWrite ? (
        <SaveProfile
          key={entry.profile?.id ?? 'new'}
          step={6}
          profile={entry.profile}
          check={problems}
          onSave={async (named) => {
            const attribution = entry.attribution.trim() || null
            const { id, version, name } = await putProfile({ ...named, mapping, attribution })
            onEntry({ ...entry, profile: { id, version, name } })
            onSaved()
          }}
        />
      ) : null}
    </>
  )
}

type ColumnsPartProps = {
  preview: FiguresPreview
  entry: Entry
  onChange: (part: Partial<Entry>) => void
}

function ColumnsPart({ preview, entry, onChange }: ColumnsPartProps) {
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-1 text-lg font-bold">2. 列を選ぶ</legend>
      <p className="text-sm text-soft">
        公表された数だけを読み込んでください。読み込んだ数は、サインインした職員のだれもが見られます。少ない数は、町の属する保険者が基準を決めているときだけ、Excel
        様式で伏せます。割合や平均は読みません。
      </p>
      <SelectField
        name="mapping.layout"
        label="表の形"
        isComplete
        value={entry.layout}
        onChange={(layout) => onChange({ layout: layout as Entry['layout'] })}
        options={[
          { value: 'columns', label: '列ごとに別の数' },
          { value: 'periods', label: '一つの数が、年度ごとに横に並ぶ' },
        ]}
      />
      {entry.layout === 'periods' ? (
        <>
          <TextField
            name="mapping.measure"
            label="数の名前"
            isRequired
            value={entry.measure}
            onChange={(measure) => onChange({ measure })}
            maxLength={60}
            width={24}
          />
          <SelectField
            name="mapping.unit"
            label="単位"
            isRequired
            value={entry.unit ?? ''}
            onChange={(unit) => onChange({ unit: (unit || null) as FigureUnit | null })}
            options={figureUnits.map((unit) => ({ value: unit, label: unit }))}
          />
        </>
      ) : null}
      <ColumnTable
        preview={preview}
        entry={entry}
        onChoose={(heading, chosen) => onChange({ chosen: { ...entry.chosen, [heading]: chosen } })}
      />
    </fieldset>
  )
}
