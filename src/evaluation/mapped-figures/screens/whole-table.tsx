import { dashMeanings, figureLevels } from '../../../exchange/mapped-figures/mapping.ts'
import { prefectureNames } from '../../../exchange/municipality-codes/prefectures.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { NumberField, SelectField, TextField } from '../../../ui/form/index.ts'
import type { Entry } from './entry.ts'

type PartProps = { entry: Entry; onChange: (part: Partial<Entry>) => void }

/** Of which places the rows are. */
export function PlacePart({ entry, onChange }: PartProps) {
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-1 text-lg font-bold">3. どこの数か</legend>
      <SelectField
        name="mapping.level"
        label="行は何の地域か"
        isComplete
        value={entry.level}
        onChange={(level) => onChange({ level: level as Entry['level'] })}
        options={figureLevels.map(({ level, label }) => ({ value: level, label }))}
      />
      {entry.level === 'town' ? (
        <TextField
          name="mapping.municipalityCode"
          label="どの市区町村の町か（市区町村コード）"
          isRequired
          description="6けた。高松市は 372013。"
          value={entry.municipalityCode}
          onChange={(municipalityCode) => onChange({ municipalityCode })}
          inputMode="numeric"
          maxLength={6}
          width={8}
        />
      ) : (
        <SelectField
          name="mapping.prefecture"
          label="都道府県"
          blank="表に書いてある、または全国の表"
          description="一つの都道府県の表で、都道府県の列がないときに選びます。同じ名前の市を取りちがえないためです。"
          value={entry.prefecture}
          onChange={(prefecture) => onChange({ prefecture })}
          options={prefectureNames.map((name) => ({ value: name, label: name }))}
        />
      )}
      <SelectField
        name="mapping.otherPlaces"
        label="知らない地域の行"
        isComplete
        description="合計、計、全国の行は、どちらでも読みません。"
        value={entry.otherPlaces}
        onChange={(otherPlaces) => onChange({ otherPlaces: otherPlaces as Entry['otherPlaces'] })}
        options={[
          { value: 'refuse', label: '断る（近い名前を示す）' },
          { value: 'leave-out', label: 'その行を読まない（どの行かを示す）' },
        ]}
      />
    </fieldset>
  )
}

const PERIOD_KINDS = [
  { value: 'fiscal-year', label: '一つの年度' },
  { value: 'day', label: '一つの日（時点）' },
  { value: 'column', label: '列に書いてある' },
]

/** Of when the counts are. */
export function PeriodPart({ entry, onChange }: PartProps) {
  const isWritten = entry.layout === 'periods' || entry.periodKind === 'column'
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-1 text-lg font-bold">4. いつの数か</legend>
      {entry.layout === 'columns' ? (
        <SelectField
          name="mapping.period"
          label="いつの数か"
          isComplete
          value={entry.periodKind}
          onChange={(kind) => onChange({ periodKind: kind as Entry['periodKind'] })}
          options={PERIOD_KINDS}
        />
      ) : null}
      {!isWritten && entry.periodKind === 'day' ? (
        <DateField
          name="mapping.period.day"
          label="日"
          isRequired
          value={entry.day}
          onChange={(day) => onChange({ day })}
        />
      ) : null}
      {!isWritten && entry.periodKind === 'fiscal-year' ? (
        <NumberField
          name="mapping.period.year"
          label="年度（西暦）"
          isRequired
          description="令和6年度は 2024。終わっていない年度の数は、一年の数としては読みません。"
          min={1950}
          max={2200}
          value={entry.year}
          onChange={(year) => onChange({ year })}
        />
      ) : null}
      {isWritten ? (
        <SelectField
          name="mapping.bareYear"
          label="「年度」と書いていない年（2023、令和5年）"
          isComplete
          value={entry.bareYear}
          onChange={(bareYear) => onChange({ bareYear: bareYear as Entry['bareYear'] })}
          options={[
            { value: 'fiscal-year', label: '年度（4月から3月）' },
            { value: 'calendar-year', label: '暦年（1月から12月）' },
          ]}
        />
      ) : null}
    </fieldset>
  )
}

/** What holds for every count. */
export function TablePart({ entry, onChange }: PartProps) {
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-1 text-lg font-bold">5. 表の全体</legend>
      <TextField
        name="mapping.list"
        label="統計の名前"
        isRequired
        description="例: 通いの場。「延べ参加者数（通いの場）」のように、数の名前のうしろに出ます。次の年も同じ名前にすると、一つの数として続きます。"
        value={entry.list}
        onChange={(list) => onChange({ list })}
        maxLength={40}
        width={24}
      />
      <SelectField
        name="mapping.release"
        label="速報・確定・改訂"
        isComplete
        value={entry.release}
        onChange={(release) => onChange({ release: release as Entry['release'] })}
        options={['速報', '確定', '改訂'].map((one) => ({ value: one, label: one }))}
      />
      <SelectField
        name="mapping.dash"
        label="「-」の意味"
        isComplete
        description="表の凡例で確かめてください。どれを選んでも 0 にはしません。空欄は「数がない」、*** は「伏せてある」とします。"
        value={entry.dash}
        onChange={(dash) => onChange({ dash: dash as Entry['dash'] })}
        options={dashMeanings.map(({ meaning, label }) => ({ value: meaning, label }))}
      />
      <NumberField
        name="mapping.skipRows"
        label="見出しの下で読まない行の数"
        description="単位や注意書きの行です。"
        min={0}
        max={100}
        value={entry.skipRows}
        onChange={(rows) => onChange({ skipRows: rows ?? 0 })}
      />
      <TextField
        name="attribution"
        label="出典"
        description="数と図のそばに、このまま出ます。例: 「高松市オープンデータ」（高松市）、CC BY 4.0"
        value={entry.attribution}
        onChange={(attribution) => onChange({ attribution })}
        maxLength={300}
      />
    </fieldset>
  )
}
