import { useEffect, useId, useRef } from 'react'
import { formatDate } from '../../platform/calendar/index.ts'
import { Button } from '../button/index.ts'
import { dayInJapan, timeInJapan } from '../clock/clock.ts'
import { EntryForm } from '../form/index.ts'
import { Conflict, type FieldProblem } from '../http/index.ts'
import { Notice } from '../status/index.ts'
import { backToForm, conflicted, type Editing, resolved, sidesOf } from './editing.ts'
import { MergeField } from './merge-field.tsx'
import { type Choice, differencesOf, type Group } from './merge-three-way.ts'

/** A field that people wrote: its word, and its value as they read it; '' is a blank. */
export type MergeFieldOf<T> = {
  key: keyof T & string
  label: string
  show: (entry: T) => string
  /** fields that only mean something with this one, and go with it; `show` says them all */
  together?: readonly (keyof T & string)[]
  /** a free text: what both wrote can be put together */
  isText?: boolean
}

export type MergeFieldsProps<T extends object> = {
  /** with a merge under way */
  editing: Editing<T>
  onChange: (editing: Editing<T>) => void
  fields: readonly MergeFieldOf<T>[]
  /** saves what both sides made; throws as the form's own save does */
  onSave: (editing: Editing<T>) => Promise<void>
  /** what a 409 brought, as the form holds it */
  storedOf: (conflict: Conflict) => { entry: T; version: number }
  /** who saved last and when (an instant), when that is known */
  savedBy?: { name: string | null; at: string | null } | null
  /** the check of the form, of the merged entry */
  check?: (entry: T) => FieldProblem[]
  readers: string
  /** beside other things on a page (the gallery): the focus is not taken */
  keepsFocus?: boolean
}

/**
 * Somebody else saved first: both sides field by field, only where they differ. What one side alone changed is chosen
 * already; what both changed must be chosen, texts can be put together. Nothing of either side is lost by going back.
 */
export function MergeFields<T extends object>(props: MergeFieldsProps<T>) {
  const { editing, onChange, fields, onSave, storedOf } = props
  const headingId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const { keepsFocus } = props
  useEffect(() => {
    if (!keepsFocus) heading.current?.focus() // the form that had the focus is gone
  }, [keepsFocus])
  const { merging } = editing
  if (!merging) return null
  const groups = fields.map(({ key, together = [] }): Group<T> => [key, ...together])
  const sides = sidesOf(editing)
  const differences = differencesOf(sides, groups)
  const both = differences.filter(({ by }) => by === 'both')
  const choose = (key: keyof T, choice: Choice) =>
    onChange({ ...editing, merging: { ...merging, choices: { ...merging.choices, [key]: choice } } })
  const save = async () => {
    const next = resolved(editing, groups)
    try {
      await onSave(next)
    } catch (error) {
      // A third person: what was just put together now stands against what they saved.
      if (error instanceof Conflict) {
        const { entry, version } = storedOf(error)
        return onChange(conflicted(next, entry, version))
      }
      throw error
    }
  }
  return (
    <section aria-labelledby={headingId} className="max-w-5xl">
      <div className="mb-4">
        <Notice tone="caution" title="ほかの人が先に保存しました。両方を見くらべてください" role="alert">
          <p>{savedLine(props.savedBy)}</p>
          <p>
            {both.length > 0
              ? `両方で変わった項目が${both.length}つあります。どちらを残すかを選んでください。`
              : '同じ項目は変わっていません。このまま保存すると、両方の変更が残ります。'}
          </p>
        </Notice>
      </div>
      <h2 id={headingId} ref={heading} tabIndex={-1} className="mb-2 text-xl font-bold">
        どちらを残すか
      </h2>
      <EntryForm
        label="どちらを残すか"
        submitLabel="選んだ内容で保存する"
        readers={props.readers}
        onSubmit={save}
        check={() => props.check?.(resolved(editing, groups).entry) ?? []}
        actions={
          <Button look="quiet" onPress={() => onChange(backToForm(editing, groups))}>
            入力に戻る
          </Button>
        }
      >
        {differences.length === 0 ? <p>内容は同じです。このまま保存できます。</p> : null}
        {differences.map((difference) => (
          <MergeField
            key={difference.key}
            field={fields.find(({ key }) => key === difference.key)!}
            difference={difference}
            sides={sides}
            choices={merging.choices}
            onChoose={(choice) => choose(difference.key, choice)}
          />
        ))}
      </EntryForm>
    </section>
  )
}

function savedLine(savedBy: MergeFieldsProps<object>['savedBy']): string {
  if (!savedBy?.name && !savedBy?.at) return ''
  const when = savedBy.at ? `${formatDate(dayInJapan(savedBy.at))} ${timeInJapan(savedBy.at)}` : ''
  return `先に保存した人: ${savedBy.name ?? '記録がありません'}${when ? `（${when}）` : ''}`
}
