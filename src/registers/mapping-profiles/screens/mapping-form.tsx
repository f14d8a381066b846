import { useMutation } from '@tanstack/react-query'
import { Button } from '../../../ui/button/index.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { EntryForm, NumberField, TextField } from '../../../ui/form/index.ts'
import { useGo } from '../../../ui/link/index.ts'
import { SaveProfile } from '../../../ui/mapping/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import type { Preview } from '../schema.ts'
import { lookAt, putProfile, uploadMapped } from './api.ts'
import { ColumnTable } from './column-table.tsx'
import { type Entry, lacks, mappingOf } from './entry.ts'
import { ReadingResult } from './reading-result.tsx'

type MappingFormProps = {
  file: File
  preview: Preview
  entry: Entry
  onEntry: (entry: Entry) => void
  onSaved: () => void
}

/** What each column is and what holds for the whole list; tried out here, read by the engine that shows what would change. */
export function MappingForm({ file, preview, entry, onEntry, onSaved }: MappingFormProps) {
  const go = useGo()
  const mayWrite = useAbilities()('mapping-profile.write')
  const mapping = mappingOf(entry, preview)
  const trial = useMutation({
    mutationFn: () => lookAt(file, { sheet: entry.sheet, headerRow: entry.headerRow, mapping }),
    gcTime: 0,
  })
  const change = (part: Partial<Entry>) => {
    trial.reset()
    onEntry({ ...entry, ...part })
  }
  const problems = () =>
    lacks(entry).map((message) => ({ path: 'mapping.columns', code: 'missing', message }))
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
        <ColumnTable
          preview={preview}
          chosen={entry.chosen}
          onChoose={(heading, field) => change({ chosen: { ...entry.chosen, [heading]: field } })}
        />
        <WholeList entry={entry} onChange={change} />
      </EntryForm>
      {trial.error ? <Failure error={trial.error} /> : null}
      {trial.data ? <ReadingResult preview={trial.data} lacks={lacks(entry)} /> : null}
      {mayWrite ? (
        <SaveProfile
          key={entry.profile?.id ?? 'new'}
          step={4}
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

/** What holds for every row. */
function WholeList({ entry, onChange }: { entry: Entry; onChange: (part: Partial<Entry>) => void }) {
  const hasCode = Object.values(entry.chosen).includes('areaCode')
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-1 text-lg font-bold">3. 一覧の全体</legend>
      <TextField
        name="mapping.category"
        label="施設の種類"
        isRequired
        description="例: 通いの場。読み込んである種類と同じことばにすると、その市区町村の一覧がこのファイルの内容に入れ替わります。"
        value={entry.category}
        onChange={(category) => onChange({ category })}
        maxLength={40}
        width={24}
      />
      <TextField
        name="mapping.areaCode"
        label="市区町村コード"
        isRequired={!hasCode}
        description="6けた。高松市は 372013。ファイルにコードの列があるときは、空けておきます。"
        value={entry.areaCode}
        onChange={(areaCode) => onChange({ areaCode })}
        inputMode="numeric"
        maxLength={6}
        width={8}
      />
      <DateField
        name="mapping.asOf"
        label="いつの一覧か"
        description="一覧に書かれている日です。分からなければ空けておきます。"
        value={entry.asOf}
        onChange={(asOf) => onChange({ asOf })}
      />
      <NumberField
        name="mapping.skipRows"
        label="見出しの下で読まない行の数"
        description="単位や注意書きの行です。"
        min={0}
        max={100}
        value={entry.skipRows}
        onChange={(rows) => onChange({ skipRows: rows ?? 0 })}
      />
      <TextField
        name="attribution"
        label="出典"
        description="一覧の下に、このまま出ます。例: 「高松市オープンデータ」（高松市）、CC BY 4.0"
        value={entry.attribution}
        onChange={(attribution) => onChange({ attribution })}
        maxLength={300}
      />
    </fieldset>
  )
}
