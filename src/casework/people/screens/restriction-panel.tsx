import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { RadioChoice } from '../../../ui/choice/index.ts'
import { dayInJapan } from '../../../ui/clock/clock.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { Sheet } from '../schema-sheet.ts'
import { refreshPerson } from './api.ts'
import { fetchRestrictions, setRestriction } from './api-life.ts'

const WORDS = { protected: '支援措置', locked: '閲覧制限' } as const
type Kind = keyof typeof WORDS

/** 支援措置・閲覧制限 by the insurer's officer: what happens at once is said before. */
export function RestrictionPanel({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) {
  const { person } = sheet
  const client = useQueryClient()
  const show = useToast()
  const [kind, setKind] = useState<Kind>('protected')
  const [reason, setReason] = useState('')
  const past = useQuery({
    queryKey: ['person', person.id, 'restrictions'],
    queryFn: () => fetchRestrictions(person.id),
    gcTime: 0,
  })
  const isSet = kind === 'protected' ? person.isProtected : person.isLocked
  const save = async () => {
    await setRestriction(person.id, { version: person.version, kind, isOn: !isSet, reason: reason.trim() })
    await refreshPerson(client, person.id)
    onClose()
    show(isSet ? `${WORDS[kind]}を外しました` : `${WORDS[kind]}の対象にしました`)
  }
  return (
    <Panel title="支援措置・閲覧制限" onClose={onClose}>
      <EntryForm
        label="支援措置・閲覧制限"
        submitLabel={isSet ? `${WORDS[kind]}を外す` : `${WORDS[kind]}の対象にする`}
        readers="保険者の職員（理由と経過は、センターの職員には見えません）"
        onSubmit={save}
      >
        <RadioChoice
          name="kind"
          label="どちらを決めるか"
          options={[
            { value: 'protected', label: `支援措置（今は${person.isProtected ? '対象' : '対象外'}）` },
            { value: 'locked', label: `閲覧制限（今は${person.isLocked ? '対象' : '対象外'}）` },
          ]}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
        />
        <p className="text-sm">{effectOf(kind, isSet)}</p>
        <TextField
          name="reason"
          label="理由"
          description="例: 本人の申し出（届出の前）"
          value={reason}
          onChange={setReason}
          maxLength={500}
          isLong
          rows={2}
          isRequired
        />
      </EntryForm>
      {past.error ? <Failure error={past.error} onRetry={() => void past.refetch()} /> : null}
      {past.data && past.data.items.length > 0 ? (
        <section aria-labelledby="past-heading" className="mt-6 text-sm">
          <h3 id="past-heading" className="font-bold">
            これまで
          </h3>
          <ul className="divide-y divide-line">
            {past.data.items.map((one) => (
              <li key={one.id} className="py-1">
                {WORDS[one.kind]}　{formatDate(one.sinceOn as IsoDate, 'short')} から（
                {one.setByName ?? '不明'}）理由: {one.reason}
                {one.endedAt
                  ? `　${formatDate(dayInJapan(one.endedAt), 'short')} に外しました（${one.endedByName ?? '不明'}）理由: ${one.endedReason}`
                  : ''}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Panel>
  )
}

function effectOf(kind: Kind, isSet: boolean): string {
  if (kind === 'locked') {
    return isSet
      ? '担当センターの外からの検索にも出るようになります。'
      : '担当センターの外からの検索と照会に出なくなります。'
  }
  return isSet
    ? '住所と電話が、ふつうに見えるようになります。すぐに変わります。'
    : '住所と電話は、すぐに市の担当者だけのものになり、前の履歴からも消えます。取り込みで勝手に外れることはありません。'
}
