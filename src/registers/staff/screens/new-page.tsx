import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, buttonClass } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { EntryForm, SelectField, TextField } from '../../../ui/form/index.ts'
import { KanaField } from '../../../ui/kana-field/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import { Notice } from '../../../ui/status/index.ts'
import type { NewStaff } from '../schema.ts'
import { addStaff } from './api.ts'
import { FirstPassword } from './first-password.tsx'
import { emptyPost, PostFields, postOf } from './post-fields.tsx'
import { postWords, professionWords } from './words.ts'

const professions = Object.entries(professionWords).map(([value, label]) => ({ value, label }))
const readProfession = (word: string) =>
  (Object.keys(professionWords) as NewStaff['profession'][]).find((one) => one === word)

type Added = {
  staffId: string
  staffNumber: string
  name: string
  firstPassword: string
  post: keyof typeof postWords
}

/** /staff/new: a member of staff with the first post and the account, in one step. */
export default function NewPage() {
  const [added, setAdded] = useState<Added | null>(null)
  if (added) return <AddedPage added={added} onNext={() => setAdded(null)} />
  return (
    <>
      <PageHead title="職員の登録" lead="登録すると口座ができ、最初のパスワードを一度だけお見せします。" />
      <NewForm onAdded={setAdded} />
    </>
  )
}

function NewForm({ onAdded }: { onAdded: (added: Added) => void }) {
  const client = useQueryClient()
  const { today } = useClock()
  const [staffNumber, setStaffNumber] = useState('')
  const [name, setName] = useState('')
  const [kana, setKana] = useState('')
  const [profession, setProfession] = useState('')
  const [post, setPost] = useState(emptyPost(today()))
  const submit = async () => {
    const found = readProfession(profession)
    if (!found) return
    const number = staffNumber.normalize('NFKC').trim()
    const result = await addStaff({ staffNumber: number, name, kana, profession: found, post: postOf(post) })
    await client.invalidateQueries({ queryKey: ['staff', 'list'] })
    onAdded({ ...result, staffNumber: number, name })
  }
  return (
    <div className="max-w-2xl">
      <EntryForm
        label="職員の登録"
        submitLabel="職員を登録する"
        onSubmit={submit}
        readers="システム管理者"
        actions={
          <AppLink to="/staff" className={buttonClass('quiet')}>
            やめて一覧へ戻る
          </AppLink>
        }
      >
        <TextField
          name="staffNumber"
          label="職員番号"
          description="サインインに使います。半角の英数字と . _ -。登録したあとは変えられません。"
          value={staffNumber}
          onChange={setStaffNumber}
          isRequired
          width={16}
        />
        <KanaField
          name={{ name: 'name', label: '氏名', value: name, onChange: setName, isRequired: true }}
          kana={{ name: 'kana', label: '氏名のフリガナ', value: kana, onChange: setKana, isRequired: true }}
        />
        <SelectField
          name="profession"
          label="職種"
          value={profession}
          onChange={setProfession}
          options={professions}
          isRequired
        />
        <PostFields post={post} onChange={setPost} prefix="post." />
      </EntryForm>
    </div>
  )
}

function AddedPage({ added, onNext }: { added: Added; onNext: () => void }) {
  return (
    <>
      <PageHead title="職員を登録しました" />
      {added.post === 'added' ? null : (
        <div className="mb-4 max-w-2xl">
          <Notice tone="info" title={postWords[added.post]} />
        </div>
      )}
      <FirstPassword staffNumber={added.staffNumber} name={added.name} password={added.firstPassword} />
      <div className="mt-5 flex flex-wrap gap-3 print:hidden">
        <Button onPress={onNext}>続けてもう一人登録する</Button>
        <AppLink to={`/staff/${added.staffId}`} className={buttonClass('secondary')}>
          この職員のページへ
        </AppLink>
        <AppLink to="/staff" className={buttonClass('quiet')}>
          一覧へ戻る
        </AppLink>
      </div>
    </>
  )
}
