import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { TextField } from '../../../ui/form/index.ts'
import { findPerson } from './api.ts'

export type FoundPerson = { id: string; name: string; kana: string; birthOn: string | null }
type PersonQuestionProps = { person: FoundPerson | null; onPerson: (person: FoundPerson | null) => void }

/** Whose record was looked at: one person, by the whole number. Nobody can be searched by name here. */
export function PersonQuestion({ person, onPerson }: PersonQuestionProps) {
  const [number, setNumber] = useState('')
  const find = useMutation({
    mutationFn: findPerson,
    onSuccess: ({ items }) => {
      if (items.length === 1) onPerson(items[0] ?? null)
    },
  })
  if (person)
    return (
      <p className="flex items-center gap-2 pt-7">
        見られた人: {person.name}（
        {person.birthOn ? formatDate(person.birthOn as IsoDate, 'short') : '生年月日不明'}）
        <Button size="small" look="quiet" onPress={() => onPerson(null)}>
          外す
        </Button>
      </p>
    )
  const found = find.data?.items
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (number.trim()) find.mutate(number)
      }}
    >
      <div>
        <TextField
          name="number"
          label="見られた人の番号"
          description="被保険者番号か宛名番号。全部の桁を入力してください。"
          value={number}
          onChange={setNumber}
          width={12}
        />
        {found?.length === 0 ? <p role="status">その番号の人は登録されていません。</p> : null}
        {found && found.length > 1
          ? found.map((one) => (
              <Button key={one.id} size="small" onPress={() => onPerson(one)}>
                {one.name}
              </Button>
            ))
          : null}
        {find.error ? <Failure error={find.error} /> : null}
      </div>
      <Button type="submit">番号で絞る</Button>
    </form>
  )
}
