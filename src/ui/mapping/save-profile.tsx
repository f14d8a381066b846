import { useState } from 'react'
import { useClock } from '../clock/clock.ts'
import { EntryForm, TextField } from '../form/index.ts'
import { type FieldProblem, newId } from '../http/index.ts'
import { useToast } from '../toast/index.ts'
import type { KeptProfile } from './shapes.ts'

type SaveProfileProps = {
  /** its number among the steps of the page */
  step: number
  /** the saved mapping that this came from; null: a new one */
  profile: KeptProfile | null
  check: () => FieldProblem[]
  /** sends what is chosen under this name; `version` null: a new one */
  onSave: (named: { id: string; version: number | null; name: string }) => Promise<void>
}

/** Keeps what was chosen under a name: the next file with these headings offers it. */
export function SaveProfile({ step, profile, check, onSave }: SaveProfileProps) {
  const { nowMs } = useClock()
  const [id] = useState(() => profile?.id ?? newId(nowMs()))
  const [name, setName] = useState(profile?.name ?? '')
  const show = useToast()
  const save = async () => {
    await onSave({ id, version: profile?.version ?? null, name })
    show('対応づけを保存しました')
  }
  return (
    <section aria-labelledby="save-profile" className="mt-8 rounded-lg border border-line p-4">
      <h2 id="save-profile" className="text-lg font-bold">
        {step}. 対応づけを残す
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
