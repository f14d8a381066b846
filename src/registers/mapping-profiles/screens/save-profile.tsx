import { useState } from 'react'
import { useClock } from '../../../ui/clock/clock.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { type FieldProblem, newId } from '../../../ui/http/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { FacilityMapping, MappingProfile } from '../schema.ts'
import { putProfile } from './api.ts'
import type { Entry } from './entry.ts'

type SaveProfileProps = {
  entry: Entry
  mapping: FacilityMapping
  check: () => FieldProblem[]
  onSaved: (profile: MappingProfile) => void
}

/** Keeps what was chosen under a name: the next file with these headings offers it. */
export function SaveProfile({ entry, mapping, check, onSaved }: SaveProfileProps) {
  const { profile } = entry
  const { nowMs } = useClock()
  const [id] = useState(() => profile?.id ?? newId(nowMs()))
  const [name, setName] = useState(profile?.name ?? '')
  const show = useToast()
  const save = async () => {
    const version = profile?.version ?? null
    const attribution = entry.attribution.trim() || null
    onSaved(await putProfile({ id, version, name, mapping, attribution }))
    show('対応づけを保存しました')
  }
  return (
    <section aria-labelledby="save-profile" className="mt-8 rounded-lg border border-line p-4">
      <h2 id="save-profile" className="text-lg font-bold">
        4. 対応づけを残す
      </h2>
      <p className="mb-3 text-sm text-soft">
        次の年のファイルに、同じ見出しがあれば自動で出てきます。見出しの文字で探すので、列の順が変わっても構いません。
      </p>
      <EntryForm
        label="対応づけを残す"
        submitLabel={profile ? '対応づけを保存し直す' : '対応づけを保存する'}
        check={check}
        onSubmit={save}
        readers="同じ保険者の、市町村の担当者とシステム管理者"
      >
        <TextField
          name="name"
          label="対応づけの名前"
          isRequired
          value={name}
          onChange={setName}
          maxLength={60}
          width={30}
        />
      </EntryForm>
    </section>
  )
}
