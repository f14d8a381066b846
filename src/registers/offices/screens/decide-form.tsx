import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { RadioChoice } from '../../../ui/choice/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { Difference } from '../schema.ts'
import { decide, withdraw } from './api.ts'

type Outcome = 'one-office' | 'different-offices'
type DecideFormProps = { difference: Difference; onClose: () => void }

/** What the officer decides of one number: which texts are shown, or that they are different offices; always with a reason. */
export function DecideForm({ difference, onClose }: DecideFormProps) {
  const client = useQueryClient()
  const show = useToast()
  const { texts, decision, officeNumber, textsHash } = difference
  const names = [...new Set(texts.map(({ name }) => name))]
  const addresses = [...new Set(texts.map(({ address }) => address))]
  const [outcome, setOutcome] = useState<Outcome | null>(decision?.outcome ?? null)
  const [name, setName] = useState<string | null>(names.length === 1 ? (names[0] ?? null) : null)
  const [address, setAddress] = useState<string | null>(
    addresses.length === 1 ? placeOf(addresses, addresses[0] ?? null) : null,
  )
  const [reason, setReason] = useState('')
  const refresh = () => client.invalidateQueries({ queryKey: ['offices'] })
  const submit = async () => {
    if (outcome === null) return
    const stored = await decide({
      officeNumber,
      version: decision?.version ?? null,
      textsHash,
      outcome,
      shownName: outcome === 'one-office' ? name : null,
      shownAddress:
        outcome === 'one-office' && address !== null ? (addresses[Number(address)] ?? null) : null,
      reason,
    })
    await refresh()
    const undo = async () => {
      await withdraw(stored.id, stored.version)
      await refresh()
    }
    show('名称・住所のちがいを決めました', { undo })
    onClose()
  }
  return (
    <EntryForm
      label={`${officeNumber}の名称と住所を決める`}
      submitLabel="決定を保存する"
      onSubmit={submit}
      actions={<Button onPress={onClose}>やめる</Button>}
    >
      <RadioChoice
        name="outcome"
        label="これは"
        isRequired
        value={outcome}
        onChange={(value) => setOutcome(value as Outcome)}
        options={[
          { value: 'one-office', label: '一つの事業所', description: '一覧に出す名称と住所を選びます。' },
          {
            value: 'different-offices',
            label: '別の事業所',
            description:
              '一覧に、それぞれを別の行で出します（空白や番地の書き方だけのちがいは一つの行です）。',
          },
        ]}
      />
      {outcome === 'one-office' && names.length > 1 ? (
        <RadioChoice
          name="shownName"
          label="一覧に出す名称"
          isRequired
          hidesKeys
          value={name}
          onChange={setName}
          options={names.map((value) => ({ value, label: value }))}
        />
      ) : null}
      {outcome === 'one-office' && addresses.length > 1 ? (
        <RadioChoice
          name="shownAddress"
          label="一覧に出す住所"
          isRequired
          hidesKeys
          value={address}
          onChange={setAddress}
          options={addresses.map((value) => ({
            value: placeOf(addresses, value),
            label: value ?? '（記載なし）',
          }))}
        />
      ) : null}
      <TextField
        name="reason"
        label="理由"
        description="何で確かめたか。例: 指定の通知書、事業所への電話。"
        value={reason}
        onChange={setReason}
        isRequired
        maxLength={500}
      />
    </EntryForm>
  )
}

/** Radio values are texts; an address may be none. */
const placeOf = (addresses: readonly (string | null)[], address: string | null): string =>
  String(addresses.indexOf(address))
