import { type DragEvent, useRef, useState } from 'react'
import { Button, buttonClass } from '../../../ui/button/index.ts'
import { useField } from '../../../ui/form/index.ts'
import { ErrorText, LabelText, labelClass } from '../../../ui/form/parts.tsx'
import { chooseFiles, sizeText } from './chosen-files.ts'

type FileFieldProps = {
  name: string
  label: string
  files: readonly File[]
  onChange: (files: File[]) => void
  /** with their dot: '.csv' */
  extensions: readonly string[]
}

/** Several files, by the browser's own chooser or dropped on the frame. The same name a second time replaces the first. */
export function FileField({ name, label, files, onChange, extensions }: FileFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const { id, message } = useField(name, refused, () =>
    files.length === 0 ? `${label}を選んでください。` : null,
  )
  const take = (given: FileList | null) => {
    const { kept, complaint } = chooseFiles(files, given ?? [], extensions)
    setRefused(complaint)
    onChange(kept)
    if (input.current) input.current.value = '' // the same file can be chosen again after it was mended
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the second way; the chooser inside is the first
    <div
      className={`relative flex flex-col gap-2 rounded-lg border-2 border-dashed p-4 ${isOver ? 'border-accent bg-accent-soft' : 'border-edge'}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <label htmlFor={id} className={labelClass}>
        <LabelText label={label} isRequired />
      </label>
      <span id={`${id}-note`} className="text-sm text-soft">
        {extensions.join('、')} を選ぶか、この枠に置いてください。いくつでも、1つ20 MB、合わせて24 MBまで。
      </span>
      <div>
        <input
          ref={input}
          id={id}
          type="file"
          multiple
          accept={extensions.join(',')}
          aria-describedby={`${id}-note${message ? ` ${id}-error` : ''}`}
          aria-invalid={message ? true : undefined}
          onChange={(event) => take(event.target.files)}
          className="peer sr-only"
        />
        {/* the browser's own button speaks the browser's language; this one does its work and shows its focus */}
        <label
          htmlFor={id}
          className={`${buttonClass('secondary')} cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-ink`}
        >
          {files.length > 0 ? 'ファイルを加える' : 'ファイルを選ぶ'}
        </label>
      </div>
      {message ? (
        <span id={`${id}-error`}>
          <ErrorText>{message}</ErrorText>
        </span>
      ) : null}
      {files.length > 0 ? (
        <ul aria-label="選んだファイル" className="divide-y divide-line border-y border-line text-sm">
          {files.map((file) => (
            <li key={file.name} className="flex flex-wrap items-center gap-x-4">
              <span className="flex-1">{file.name}</span>
              <span className="tabular-nums text-soft">{sizeText(file.size)}</span>
              <Button
                size="small"
                look="quiet"
                aria-label={`${file.name}を外す`}
                onPress={() => onChange(files.filter((one) => one !== file))}
              >
                外す
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
