import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { ExportButtons } from '../../../ui/save/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { loadFile, type Of, type Place, savePaper } from './api.ts'

/** The report as a file or on paper: of a submitted month the newest version, else the draft, which says so. */
export function Documents({ place, of }: { place: Place; of: Of }) {
  const show = useToast()
  const [busy, setBusy] = useState<'form' | 'annex' | null>(null)
  const paper = async (part: 'form' | 'annex') => {
    setBusy(part)
    try {
      await savePaper(place, of, part)
    } catch {
      show('PDF を作れませんでした。少し待って、もう一度お試しください。', { tone: 'danger' })
    } finally {
      setBusy(null)
    }
  }
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-sm text-soft">{of === 'present' ? '下書きの書類' : `第${of}版の書類`}</span>
        <Button size="small" onPress={() => busy || void paper('form')}>
          {busy === 'form' ? '作っています…' : '様式（PDF 1枚）'}
        </Button>
        <Button size="small" onPress={() => busy || void paper('annex')}>
          {busy === 'annex' ? '作っています…' : '別表（PDF）'}
        </Button>
      </div>
      <ExportButtons load={(format) => loadFile(place, of, format)} />
    </div>
  )
}
