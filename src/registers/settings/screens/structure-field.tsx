import { useMemo, useRef, useState } from 'react'
import { FieldEditor } from '../../../platform/computation/screens/editors.tsx'
import { entryOf, inputOf } from '../../../platform/computation/screens/entry.ts'
import { fieldOf } from '../../../platform/computation/screens/field.ts'
import type { Setting } from '../schema.ts'

type StructureFieldProps = {
  title: string
  shape: Extract<Setting['input'], { kind: 'structure' }>['shape']
  value: unknown
  onChange: (value: unknown) => void
}

/** A value with parts, as its schema says: a list of like things is a table to type and to paste from Excel. */
export function StructureField({ title, shape, value, onChange }: StructureFieldProps) {
  const field = useMemo(() => ({ ...fieldOf(shape, 'value'), title }), [shape, title])
  const [entry, setEntry] = useState<unknown>(() => entryOf(field, value))
  const latest = useRef(entry)
  const put = (next: unknown) => {
    latest.current = next
    setEntry(next)
    onChange(inputOf(field, next))
  }
  return <FieldEditor field={field} path="value" value={entry} onChange={put} hasOwn={false} />
}
