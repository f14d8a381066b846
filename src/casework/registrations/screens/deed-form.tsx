import { type ReactNode, useState } from 'react'
import { EntryForm } from '../../../ui/form/index.ts'
import type { Conflict } from '../../../ui/http/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import type { Course } from './api.ts'

type DeedFormProps = {
  course: Course
  title: string
  submitLabel: string
  onClose: () => void
  /** with the version that is stored now */
  onSubmit: (version: number) => Promise<void>
  children: ReactNode
}

/** A panel with a form on a course. When somebody saved first it says so; sent again, the deed holds. */
export function DeedForm({ course, title, submitLabel, onClose, onSubmit, children }: DeedFormProps) {
  const [version, setVersion] = useState(course.version)
  const [isStale, setStale] = useState(false)
  const onConflict = (conflict: Conflict) => {
    setVersion((conflict.stored as Course).version)
    setStale(true)
  }
  return (
    <Panel title={title} onClose={onClose}>
      {isStale ? (
        <div className="mb-3">
          <Notice tone="caution" title="ほかの人が先に保存しました" role="alert">
            画面の内容を見比べて、それでも進めるときは、もう一度押してください。
          </Notice>
        </div>
      ) : null}
      <EntryForm
        label={title}
        submitLabel={submitLabel}
        readers={course.readers}
        onConflict={onConflict}
        onSubmit={() => onSubmit(version)}
      >
        {children}
      </EntryForm>
    </Panel>
  )
}
