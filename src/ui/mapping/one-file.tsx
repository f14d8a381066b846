import { useRef } from 'react'
import { buttonClass } from '../button/index.ts'

/** One file, by the browser's own chooser. It is looked at as soon as it is chosen. */
export function OneFile({ file, onChoose }: { file: File | null; onChoose: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3">
      <input
        ref={input}
        id="mapped-file"
        type="file"
        accept=".csv,.xlsx"
        className="peer sr-only"
        aria-label="一覧のファイル"
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          if (chosen) onChoose(chosen)
          if (input.current) input.current.value = '' // the same file can be chosen again after it was mended
        }}
      />
      {/* the browser's own button speaks the browser's language */}
      <label
        htmlFor="mapped-file"
        className={`${buttonClass(file ? 'secondary' : 'primary')} cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-ink`}
      >
        {file ? '別のファイルを選ぶ' : 'ファイルを選ぶ'}
      </label>
      <span className="text-sm text-soft">
        {file ? file.name : 'CSV か Excel（.xlsx）、20 MB まで。選んだだけでは、何も保存しません。'}
      </span>
    </div>
  )
}
