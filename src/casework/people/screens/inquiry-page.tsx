import { useEffect, useRef, useState } from 'react'
import type { IsoDate } from '../../../platform/calendar/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { EntryForm } from '../../../ui/form/index.ts'
import { KanaField } from '../../../ui/kana-field/index.ts'
import { PageHead, WithContext } from '../../../ui/shell/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import type { InquiryAnswer, InquiryBody } from '../schema.ts'
import { inquire } from './api.ts'
import { InquiryAnswers } from './inquiry-answers.tsx'

/** 照会: who looks after a caller. Nothing of it is kept on the screen, in the address or as a draft. */
export default function InquiryPage() {
  const { today } = useClock()
  const [name, setName] = useState('')
  const [kana, setKana] = useState('')
  const [birthOn, setBirthOn] = useState<IsoDate | null>(null)
  const [answer, setAnswer] = useState<{ items: InquiryAnswer['items']; asked: InquiryBody } | null>(null)
  /** An answer belongs to what was asked; what is typed after it makes it go. */
  const put =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setAnswer(null)
      set(value)
    }
  const submit = async () => {
    if (birthOn === null) return
    const asked = { name: name.trim(), kana: kana.trim(), birthOn }
    setAnswer({ items: (await inquire(asked)).items, asked })
  }
  const check = () =>
    name.trim() === '' && kana.trim() === ''
      ? [
          {
            path: 'kana',
            code: 'blank',
            message: 'フリガナ: 氏名かフリガナのどちらかを、姓と名の両方入力してください。',
          },
        ]
      : []
  return (
    <>
      <PageHead
        title="照会（担当センターを尋ねる）"
        lead="電話をかけてきた方の担当センターがわからないときに使います。氏名、フリガナ、生年、担当センターだけがわかります。"
      />
      <WithContext
        label="照会の結果"
        context={answer ? <Answer {...answer} /> : <p className="text-sm text-soft">答えはここに出ます。</p>}
      >
        <div className="mb-4">
          <Notice tone="info" title="照会は、すべて記録されます">
            <p className="text-sm">
              だれが、いつ、どなたについて尋ねたかが監査の記録に残ります。相談や引き継ぎに必要なときだけ使ってください。
            </p>
          </Notice>
        </div>
        <EntryForm
          label="照会"
          submitLabel="照会する"
          busyLabel="照会しています…"
          readers="照会したことの記録は監査担当だけ（ここに入力した内容は保存されません）"
          onSubmit={submit}
          check={check}
        >
          <KanaField
            name={{ name: 'name', label: '氏名（姓と名）', value: name, onChange: put(setName) }}
            kana={{ name: 'kana', label: 'フリガナ（姓と名）', value: kana, onChange: put(setKana) }}
          />
          <DateField
            name="birthOn"
            label="生年月日"
            value={birthOn}
            onChange={put(setBirthOn)}
            limits={{ notAfter: today() }}
            isRequired
          />
        </EntryForm>
      </WithContext>
    </>
  )
}

/** On a small window it stands below the form: it comes into sight by itself. */
function Answer({ items, asked }: { items: InquiryAnswer['items']; asked: InquiryBody }) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' }) // newer browsers answer with a promise, which is no clean-up
  }, [])
  return (
    <section ref={box} aria-labelledby="answer-heading">
      <h2 id="answer-heading" className="text-lg font-bold">
        照会の結果
      </h2>
      <InquiryAnswers items={items} asked={asked} />
    </section>
  )
}
