import { useRef } from 'react'
import { buttonClass } from '../../../ui/button/index.ts'
import { useField } from '../../../ui/form/index.ts'
import { ErrorText, LabelText, labelClass } from '../../../ui/form/parts.tsx'

const MAX_BYTES = 20 * 1024 * 1024

/** One Excel file, by the browser's own chooser. */
export function FileChoice({ file, onChange }: { file: File | null; onChange: (file: File | null) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const { id, message } = useField('file', null, () => {
    if (!file) return '様式の Excel ファイルを選んでください。'
    return file.size > MAX_BYTES
      ? `${file.name}: 20 MB を超えています。画像や使わないシートを除いて保存し直してください。`
      : null
  })
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={labelClass}>
        <LabelText label="様式のファイル" isRequired />
      </label>
      <span id={`${id}-note`} className="text-sm text-soft">
        Excel ブック（.xlsx、.xlsm）、20 MB まで。マクロは動かさず、そのまま残します。
      </span>
      <div className="relative flex flex-wrap items-center gap-3">
        <input
          ref={input}
          id={id}
          type="file"
          accept=".xlsx,.xlsm"
          aria-describedby={`${id}-note${message ? ` ${id}-error` : ''}`}
          aria-invalid={message ? true : undefined}
          onChange={(event) => {
            onChange(event.target.files?.[0] ?? null)
            if (input.current) input.current.value = '' // the same file can be chosen again after it was mended
          }}
          className="peer sr-only"
        />
        {/* the browser's own button speaks the browser's language; this one does its work and shows its focus */}
        <label
          htmlFor={id}
          className={`${buttonClass('secondary')} cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-ink`}
        >
          {file ? '別のファイルにする' : 'ファイルを選ぶ'}
        </label>
        <span>{file ? file.name : <span className="text-soft">まだ選んでいません</span>}</span>
      </div>
      {message ? (
        <span id={`${id}-error`}>
          <ErrorText>{message}</ErrorText>
        </span>
      ) : null}
    </div>
  )
}
