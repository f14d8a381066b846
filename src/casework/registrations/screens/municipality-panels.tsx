import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { RadioChoice } from '../../../ui/choice/index.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { SelectField, TextField } from '../../../ui/form/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { levelLabel } from '../../certifications/codes.ts'
import { ACTS, type Act, END_REASONS, type EndReason } from '../codes.ts'
import { end, recordAct, register, review, sendBack } from './api.ts'
import { checklistOptions } from './checklist-options.ts'
import { DeedForm } from './deed-form.tsx'
import type { PanelProps } from './deed-panels.tsx'

export function RegisterPanel({ course, onClose, onDone }: PanelProps) {
  const [on, setOn] = useState<string | null>(course.today)
  const [localClass, setLocalClass] = useState('')
  return (
    <DeedForm
      course={course}
      title="事業対象者として登録する"
      submitLabel="登録する"
      onClose={onClose}
      onSubmit={async (version) => {
        const stored = await register(course.id, { version, on: on ?? '', localClass: localClass || null })
        onDone(
          stored,
          `${stored.startsOn ? formatDate(stored.startsOn) : ''}から事業対象者として登録しました`,
        )
      }}
    >
      {course.refusals.map((reason) => (
        <Notice key={reason} tone="caution" title="このままでは登録できません">
          {reason}
        </Notice>
      ))}
      {course.preview ? (
        <p>
          今日登録すると、<b>{formatDate(course.preview.from)}</b>から事業対象者です。
        </p>
      ) : null}
      <DateField name="on" label="登録を決めた日" value={on} onChange={setOn} isRequired offersToday />
      {course.localClasses.length > 0 ? (
        <SelectField
          name="localClass"
          label="市独自の区分"
          value={localClass}
          onChange={setLocalClass}
          options={course.localClasses.map(({ code, label }) => ({ value: code, label }))}
          blank="なし"
        />
      ) : null}
      <p className="text-sm text-soft">登録すると、証の再交付と国保連への連絡が予定に入ります。</p>
    </DeedForm>
  )
}

export function ReturnPanel({ course, onClose, onDone }: PanelProps) {
  const [on, setOn] = useState<string | null>(course.today)
  const [reason, setReason] = useState('')
  return (
    <DeedForm
      course={course}
      title="依頼を差し戻す"
      submitLabel="差し戻す"
      onClose={onClose}
      onSubmit={async (version) =>
        onDone(
          await sendBack(course.id, { version, on: on ?? '', reason }),
          '差し戻しました。依頼した職員の予定に理由が出ます',
        )
      }
    >
      <TextField
        name="reason"
        label="差し戻す理由"
        description="何を直せばよいかを書きます。例: 被保険者証がありません"
        value={reason}
        onChange={setReason}
        isLong
        rows={3}
        isRequired
        autoFocus
      />
      <DateField name="on" label="差し戻した日" value={on} onChange={setOn} isRequired />
    </DeedForm>
  )
}

export function ActPanel({ course, onClose, onDone }: PanelProps) {
  const open: Act =
    course.cardReissuedOn === null ? 'card' : course.kokuhorenNotifiedOn === null ? 'kokuhoren' : 'notice'
  const [act, setAct] = useState<string>(open)
  const [on, setOn] = useState<string | null>(course.today)
  const [month, setMonth] = useState(`${course.today.slice(0, 7)}-01`)
  return (
    <DeedForm
      course={course}
      title="行ったことを記録する"
      submitLabel="保存する"
      onClose={onClose}
      onSubmit={async (version) =>
        onDone(
          await recordAct(course.id, {
            version,
            act: act as Act,
            on,
            ...(act === 'kokuhoren' ? { month } : {}),
          }),
          '記録しました',
        )
      }
    >
      <RadioChoice
        name="act"
        label="行ったこと"
        value={act}
        onChange={setAct}
        options={ACTS.map(({ code, label }) => ({ value: code, label }))}
        isRequired
      />
      <DateField name="on" label="行った日" value={on} onChange={setOn} isRequired offersToday />
      {act === 'kokuhoren' ? (
        <SelectField
          name="month"
          label="受給者異動連絡票の月"
          value={month}
          onChange={setMonth}
          options={monthsAround(course.today)}
          isComplete
        />
      ) : null}
    </DeedForm>
  )
}

/** The month before, this month and the next two. */
function monthsAround(today: string) {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return [-1, 0, 1, 2].map((step) => {
    const counted = year * 12 + month - 1 + step
    const first = `${Math.floor(counted / 12)}-${String((counted % 12) + 1).padStart(2, '0')}-01`
    return { value: first, label: formatDate(first).replace(/1日$/, '') }
  })
}

export function ReviewPanel({ course, onClose, onDone }: PanelProps) {
  const newer = course.checklists.filter(
    ({ answeredOn }) => course.checklistOn === null || answeredOn > course.checklistOn,
  )
  const [checklistId, setChecklistId] = useState(newer[0]?.id ?? '')
  const [on, setOn] = useState<string | null>(course.today)
  return (
    <DeedForm
      course={course}
      title="再確認を記録する"
      submitLabel="再確認を保存する"
      onClose={onClose}
      onSubmit={async (version) => {
        const stored = await review(course.id, { version, checklistId, on: on ?? '' })
        onDone(
          stored,
          stored.reviewDue ? `次の再確認は${formatDate(stored.reviewDue)}までです` : '再確認を記録しました',
        )
      }}
    >
      {newer.length === 0 ? (
        <Notice tone="caution" title="登録より新しいチェックリストがありません">
          先に基本チェックリストを行ってください。
        </Notice>
      ) : null}
      <SelectField
        name="checklistId"
        label="新しい基本チェックリスト"
        value={checklistId}
        onChange={setChecklistId}
        options={checklistOptions(newer)}
        isRequired
      />
      <DateField name="on" label="確かめた日" value={on} onChange={setOn} isRequired />
    </DeedForm>
  )
}

export function EndPanel({ course, onClose, onDone }: PanelProps) {
  const [first] = course.endProposals
  const [reason, setReason] = useState<string | null>(first ? 'certification' : null)
  const [certificationId, setCertificationId] = useState(first?.certificationId ?? '')
  const [on, setOn] = useState<string | null>(course.today)
  const [lastDay, setLastDay] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const proposal = course.endProposals.find((one) => one.certificationId === certificationId)
  const computed = reason === 'certification' ? (proposal?.lastDay ?? null) : null
  const isByPerson = reason === 'died' || reason === 'movedOut'
  return (
    <DeedForm
      course={course}
      title="登録を終える"
      submitLabel="終了を保存する"
      onClose={onClose}
      onSubmit={async (version) => {
        const stored = await end(course.id, {
          version,
          end: reason as EndReason,
          on: on ?? '',
          certificationId: reason === 'certification' ? certificationId || null : null,
          lastDay: computed === null ? lastDay : null,
          note: note.trim() || null,
        })
        onDone(stored, `${stored.endedOn ? formatDate(stored.endedOn) : ''}で登録を終えました`)
      }}
    >
      <RadioChoice
        name="end"
        label="終了の理由"
        value={reason}
        onChange={setReason}
        options={END_REASONS.map(({ code, label }) => ({ value: code, label }))}
        isRequired
      />
      {reason === 'certification' ? (
        <SelectField
          name="certificationId"
          label="始まる認定"
          value={certificationId}
          onChange={setCertificationId}
          options={course.endProposals.map((one) => ({
            value: one.certificationId,
            label: `${levelLabel(one.level)}（${formatDate(one.validFrom)}から）`,
          }))}
          isRequired
        />
      ) : null}
      {computed ? (
        <p>
          最後の日は、認定の始まる日の前日の<b>{formatDate(computed)}</b>です。
        </p>
      ) : reason === null ? null : (
        <DateField
          name="lastDay"
          label="最後の日"
          description={
            isByPerson
              ? '空けておくと、利用者の記録の日（死亡・転出の日）になります'
              : reason === 'certification'
                ? '要介護の認定です。使ったサービスを確かめて決めます'
                : undefined
          }
          value={lastDay}
          onChange={setLastDay}
          isRequired={!isByPerson}
        />
      )}
      <DateField name="on" label="終了を決めた日" value={on} onChange={setOn} isRequired />
      <TextField name="note" label="備考" value={note} onChange={setNote} />
    </DeedForm>
  )
}
