import { useState } from 'react'
import { RadioChoice, SingleCheck } from '../../../ui/choice/index.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { SelectField, TextField } from '../../../ui/form/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { CARD_PLACES, type CardPlace, NOTIFICATION_KINDS, type NotificationKind } from '../codes.ts'
import { fork, request, takeChecklist, withdraw } from './api.ts'
import { checklistOptions } from './checklist-options.ts'
import { blankChoice, ChoiceFields, choiceBody } from './choice-fields.tsx'
import { DeedForm } from './deed-form.tsx'
import type { PanelProps } from './deed-panels.tsx'

export function ForkPanel({ course, onClose, onDone }: PanelProps) {
  const isLate = ['criteriaMet', 'awaitingNotification', 'returned', 'checklistRoute'].includes(course.state)
  const [choice, setChoice] = useState(blankChoice(course.today, isLate ? 'certification' : ''))
  const [on, setOn] = useState<string | null>(course.today)
  const [reason, setReason] = useState('')
  return (
    <DeedForm
      course={course}
      title="認定申請かチェックリストかを決める"
      submitLabel="保存して進む"
      onClose={onClose}
      onSubmit={async (version) =>
        onDone(
          await fork(course.id, { version, on: on ?? '', reason, ...choiceBody(choice) }),
          '進む道を記録しました',
        )
      }
    >
      <ChoiceFields value={choice} onChange={setChoice} withoutChecklist={isLate} />
      <DateField name="on" label="決めた日" value={on} onChange={setOn} isRequired />
      <TextField name="reason" label="理由" value={reason} onChange={setReason} isRequired />
    </DeedForm>
  )
}

export function ChecklistPanel({ course, onClose, onDone }: PanelProps) {
  const options = checklistOptions(course.checklists)
  const [checklistId, setChecklistId] = useState(options[0]?.value ?? '')
  const [on, setOn] = useState<string | null>(course.today)
  return (
    <DeedForm
      course={course}
      title="チェックリストを取り込む"
      submitLabel="取り込む"
      onClose={onClose}
      onSubmit={async (version) =>
        onDone(
          await takeChecklist(course.id, { version, checklistId, on: on ?? '' }),
          '「基準に該当」を記録しました',
        )
      }
    >
      <SelectField
        name="checklistId"
        label="基本チェックリスト"
        value={checklistId}
        onChange={setChecklistId}
        options={options}
        isRequired
      />
      <DateField name="on" label="確かめた日" value={on} onChange={setOn} isRequired />
    </DeedForm>
  )
}

/** 届出書 and the hand-over to the municipality in one go; without the 届出 the course waits for it. */
export function RequestPanel({ course, onClose, onDone }: PanelProps) {
  const isMunicipality = useAbilities()('registration.decide')
  const [has, setHas] = useState('yes')
  const [on, setOn] = useState<string | null>(course.today)
  const [filedOn, setFiledOn] = useState<string | null>(course.notificationOn ?? course.today)
  const [kind, setKind] = useState<string>(course.notificationKind ?? 'new')
  const [cardPlace, setCardPlace] = useState<string | null>(course.cardPlace)
  const [hasReissue, setReissue] = useState(course.hasReissueForm === true)
  const [note, setNote] = useState(course.requestNote ?? '')
  const title = isMunicipality ? '届出を受理する' : '市へ登録を依頼する'
  const mayWait = course.state !== 'awaitingNotification'
  const isFiled = !mayWait || has === 'yes'
  return (
    <DeedForm
      course={course}
      title={title}
      submitLabel={isFiled ? title : '届出待ちにする'}
      onClose={onClose}
      onSubmit={async (version) => {
        const stored = await request(course.id, {
          version,
          on: on ?? '',
          note: note.trim() || null,
          notification: isFiled
            ? {
                on: filedOn ?? '',
                kind: kind as NotificationKind,
                cardPlace: cardPlace as CardPlace,
                hasReissueForm: cardPlace === 'lost' ? hasReissue : null,
              }
            : null,
        })
        onDone(
          stored,
          stored.state === 'awaitingNotification'
            ? '届出待ちにしました。届出書を受け取る予定を作りました'
            : isMunicipality
              ? '届出を受理しました'
              : '市へ登録を依頼しました。市の担当者の予定に入りました',
        )
      }}
    >
      <p className="text-sm">
        届出書（介護予防サービス計画作成・介護予防ケアマネジメント依頼（変更）届出書）は、この手続きの画面からPDFで印刷できます。
      </p>
      {mayWait ? (
        <RadioChoice
          name="has"
          label="届出書"
          value={has}
          onChange={setHas}
          options={[
            { value: 'yes', label: '受け取った' },
            { value: 'no', label: 'まだ（届出待ちにする）' },
          ]}
          isInline
        />
      ) : null}
      {isFiled ? (
        <>
          <DateField
            name="notification.on"
            label="届出書を受け取った日"
            value={filedOn}
            onChange={setFiledOn}
            isRequired
          />
          <RadioChoice
            name="notification.kind"
            label="届出の種類"
            value={kind}
            onChange={setKind}
            options={NOTIFICATION_KINDS.map(({ code, label }) => ({ value: code, label }))}
            isRequired
          />
          <RadioChoice
            name="notification.cardPlace"
            label="被保険者証"
            value={cardPlace}
            onChange={setCardPlace}
            options={CARD_PLACES.map(({ code, label }) => ({ value: code, label }))}
            isRequired
          />
          {cardPlace === 'lost' ? (
            <SingleCheck label="再交付申請書を添えた" isSelected={hasReissue} onChange={setReissue} />
          ) : null}
          <TextField
            name="note"
            label="市への連絡"
            description="例: 12月からサービスを始めたい"
            value={note}
            onChange={setNote}
            isLong
            rows={2}
          />
        </>
      ) : null}
      <DateField
        name="on"
        label={isMunicipality ? '受理した日' : '依頼した日'}
        value={on}
        onChange={setOn}
        isRequired
      />
    </DeedForm>
  )
}

export function WithdrawPanel({ course, onClose, onDone }: PanelProps) {
  const [on, setOn] = useState<string | null>(course.today)
  const [reason, setReason] = useState('')
  return (
    <DeedForm
      course={course}
      title="手続きを取り下げる"
      submitLabel="取り下げる"
      onClose={onClose}
      onSubmit={async (version) =>
        onDone(await withdraw(course.id, { version, on: on ?? '', reason }), '手続きを取り下げました')
      }
    >
      <p className="text-sm">手続きは理由とともに残り、この手続きからの予定は終わります。</p>
      <DateField name="on" label="取り下げた日" value={on} onChange={setOn} isRequired />
      <TextField name="reason" label="理由" value={reason} onChange={setReason} isRequired />
    </DeedForm>
  )
}
