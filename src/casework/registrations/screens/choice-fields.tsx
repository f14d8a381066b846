import { RadioChoice } from '../../../ui/choice/index.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { WISHES } from '../codes.ts'

export interface ChoiceEntry {
  route: string
  wish: string
  /** yes · no · unknown */
  consent: string
  isTold: string
  askedOn: string | null
}
export const blankChoice = (today: string, route = ''): ChoiceEntry => ({
  route,
  wish: '',
  consent: 'unknown',
  isTold: 'unknown',
  askedOn: today,
})

const three = (yes: string, no: string) => [
  { value: 'yes', label: yes },
  { value: 'no', label: no },
  { value: 'unknown', label: '未確認' },
]
const threeOf = (value: string): boolean | null => (value === 'unknown' ? null : value === 'yes')

type Props = { value: ChoiceEntry; onChange: (value: ChoiceEntry) => void; withoutChecklist?: boolean }

/** 分岐 (CHK-05, 1): the way to go, by the person's wish and consent; asked, refused and not asked stay three. */
export function ChoiceFields({ value, onChange, withoutChecklist }: Props) {
  const set = (part: Partial<ChoiceEntry>) => onChange({ ...value, ...part })
  const routes = [
    {
      value: 'checklist',
      label: '基本チェックリスト',
      description: '総合事業のサービスで足りそうなとき',
    },
    {
      value: 'certification',
      label: '認定申請',
      description: '介護が必要そうなとき、福祉用具や訪問看護なども使いたいとき',
    },
  ]
  return (
    <>
      <RadioChoice
        name="wish"
        label="本人の希望"
        value={value.wish || null}
        onChange={(wish) => set({ wish })}
        options={WISHES.map(({ code, label }) => ({ value: code, label }))}
        isRequired
      />
      <RadioChoice
        name="isTold"
        label="認定申請がいつでもできることを伝えた"
        value={value.isTold}
        onChange={(isTold) => set({ isTold })}
        options={three('伝えた', '伝えていない')}
        isInline
      />
      <RadioChoice
        name="consent"
        label="進む道への本人の同意"
        value={value.consent}
        onChange={(consent) => set({ consent })}
        options={three('同意あり', '同意なし')}
        isInline
      />
      <RadioChoice
        name="route"
        label="進む道"
        value={value.route || null}
        onChange={(route) => set({ route })}
        options={withoutChecklist ? routes.slice(1) : routes}
        isRequired
      />
      <DateField
        name="askedOn"
        label="希望を聞いた日"
        value={value.askedOn}
        onChange={(askedOn) => set({ askedOn })}
        isRequired
      />
    </>
  )
}

export const choiceBody = (value: ChoiceEntry) => ({
  route: value.route as 'certification' | 'checklist',
  wish: value.wish as 'certification' | 'checklist' | 'noPreference',
  consent: threeOf(value.consent),
  isTold: threeOf(value.isTold),
  askedOn: value.askedOn ?? '',
})
