import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { EntryForm, useField } from '../../../ui/form/index.ts'
import type { Conflict } from '../../../ui/http/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { SearchBox } from '../../../ui/shell/index.ts'
import { joinRecord, type Record } from './api.ts'
import type { EntryPerson } from './entry.ts'

type JoinPanelProps = {
  record: Record
  readers: string
  onClose: () => void
  onDone: (record: Record) => void
}

/** 氏名不明 → 対象者: about whom the call was, found out later. */
export function JoinPanel({ record, readers, onClose, onDone }: JoinPanelProps) {
  const [person, setPerson] = useState<EntryPerson | null>(null)
  const [version, setVersion] = useState(record.version)
  return (
    <Panel title="対象者を決める" onClose={onClose}>
      <p className="mb-3 text-sm">
        氏名のわからなかった方がだれかわかったときに決めます。この相談の予定・紹介・業務記録
        {record.abuseCaseId ? '・虐待対応' : ''}も、その方のものになります。
      </p>
      {version === record.version ? null : (
        <p role="alert" className="mb-3 text-danger">
          ほかの人がこの記録を直しました。それでも決めるときは、もう一度押してください。
        </p>
      )}
      <EntryForm
        label="対象者を決める"
        submitLabel={person ? `${person.name} さんの相談にする` : 'この方の相談にする'}
        readers={readers}
        onConflict={(conflict: Conflict) => setVersion((conflict.stored as Record).version)}
        onSubmit={async () => onDone(await joinRecord(record.id, version, person?.id ?? null))}
      >
        <Who person={person} onChange={setPerson} />
        <p className="text-sm">
          見つからないときは、<AppLink to="/people/new">利用者の登録</AppLink>
          をしてから、この画面で決めてください。
        </p>
      </EntryForm>
    </Panel>
  )
}

type WhoProps = { person: EntryPerson | null; onChange: (person: EntryPerson | null) => void }

function Who({ person, onChange }: WhoProps) {
  const { id, message } = useField('personId', null, () =>
    person ? null : '対象者: 探して、一人を選んでください。',
  )
  return (
    <div id={id}>
      <p className="font-bold">
        対象者<span className="ml-2 text-sm font-normal text-danger">※必須</span>
      </p>
      {person ? (
        <p className="flex flex-wrap items-center gap-3 rounded-lg border border-accent bg-accent-soft px-3 py-1.5">
          <span className="font-bold">{person.name}</span>
          <span className="text-soft">{person.kana}</span>
          <Button size="small" look="quiet" onPress={() => onChange(null)}>
            選び直す
          </Button>
        </p>
      ) : (
        <SearchBox
          label="相談の対象者（カナ・番号・電話・住所）"
          onOpen={(found) => onChange({ id: found.id, name: found.name, kana: found.kana })}
        />
      )}
      {message ? <p className="text-sm text-danger">{message}</p> : null}
    </div>
  )
}
