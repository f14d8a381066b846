import { useState } from 'react'
import type { IsoDate } from '../../platform/calendar/index.ts'
import { CheckChoice, RadioChoice, SingleCheck } from '../choice/index.ts'
import { DateField } from '../date-field/index.ts'
import { EntryForm, NumberField, SelectField, TextField } from '../form/index.ts'
import { KanaField } from '../kana-field/index.ts'
import { useToast } from '../toast/index.ts'
import { Part } from './part.tsx'

const channels = [
  { value: 'phone', label: '電話' },
  { value: 'visit', label: '来所' },
  { value: 'home', label: '訪問' },
]
const subjects = [
  { value: 'body', label: '体のこと' },
  { value: 'memory', label: 'もの忘れ' },
  { value: 'life', label: '暮らし', description: '買い物、ごみ出し、住まいなど' },
]

type Entry = {
  name: string
  kana: string
  birthOn: IsoDate | null
  calledOn: IsoDate | null
  channel: string | null
  subjects: string[]
  minutes: number | null
  town: string
  text: string
  isConsented: boolean
}
const start: Entry = {
  name: '',
  kana: '',
  birthOn: null,
  calledOn: null,
  channel: null,
  subjects: [],
  minutes: null,
  town: '',
  text: '',
  isConsented: false,
}

export function FormGallery() {
  const [entry, setEntry] = useState(start)
  const show = useToast()
  const set =
    <K extends keyof Entry>(key: K) =>
    (value: Entry[K]) =>
      setEntry((before) => ({ ...before, [key]: value }))
  return (
    <Part title="入力">
      <EntryForm
        label="見本の入力"
        submitLabel="見本を保存する"
        readers="中央センターと保険者"
        onSubmit={() => show('保存しました')}
      >
        <KanaField
          name={{ name: 'name', label: '氏名', value: entry.name, onChange: set('name'), isRequired: true }}
          kana={{ name: 'kana', label: 'フリガナ', value: entry.kana, onChange: set('kana') }}
        />
        <DateField
          name="birthOn"
          label="生年月日"
          value={entry.birthOn}
          onChange={set('birthOn')}
          limits={{ notAfter: '2026-11-22' }}
          showsAge
          isRequired
        />
        <DateField
          name="calledOn"
          label="受付日"
          value={entry.calledOn}
          onChange={set('calledOn')}
          offersToday
        />
        <RadioChoice
          name="channel"
          label="相談の方法"
          options={channels}
          value={entry.channel}
          onChange={set('channel')}
          isRequired
          isInline
        />
        <CheckChoice
          name="subjects"
          label="相談の内容"
          options={subjects}
          value={entry.subjects}
          onChange={set('subjects')}
        />
        <NumberField
          name="minutes"
          label="時間"
          unit="分"
          min={0}
          max={480}
          value={entry.minutes}
          onChange={set('minutes')}
        />
        <SelectField
          name="town"
          label="町"
          options={[
            { value: 'a', label: '巡町一丁目' },
            { value: 'b', label: '巡町二丁目' },
          ]}
          value={entry.town}
          onChange={set('town')}
        />
        <TextField
          name="text"
          label="本文"
          description="聞いたとおりに書きます。"
          value={entry.text}
          onChange={set('text')}
          isLong
          rows={4}
        />
        <SingleCheck
          label="本人の同意を得ました"
          isSelected={entry.isConsented}
          onChange={set('isConsented')}
        />
      </EntryForm>
      <EntryForm label="断られた入力の見本" submitLabel="断られた見本を保存する" onSubmit={() => undefined}>
        <TextField
          name="phone"
          label="電話"
          value="087-00"
          onChange={() => undefined}
          error="電話: 桁が足りません。市外局番から入力してください。"
        />
        <RadioChoice
          name="level"
          label="緊急度"
          options={channels.slice(0, 2)}
          value={null}
          onChange={() => undefined}
          error="緊急度を選んでください。"
          hidesKeys
        />
        <TextField
          name="off"
          label="担当センター"
          value="中央センター"
          onChange={() => undefined}
          isDisabled
        />
      </EntryForm>
    </Part>
  )
}
