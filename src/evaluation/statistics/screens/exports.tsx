import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { PrintButton } from '../../../ui/print/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { saveTowns } from './api.ts'

/** The figures of this page as a file or on paper. */
export function Exports({ code, day }: { code: string; day: string }) {
  const show = useToast()
  const [busy, setBusy] = useState<'csv' | 'xlsx' | 'geojson' | null>(null)
  const save = async (format: 'csv' | 'xlsx' | 'geojson') => {
    setBusy(format)
    try {
      await saveTowns(code, day, format)
    } catch {
      show('書き出せませんでした。少し待って、もう一度お試しください。', { tone: 'danger' })
    } finally {
      setBusy(null)
    }
  }
  return (
    <>
      <Button onPress={() => void save('xlsx')} isDisabled={busy !== null}>
        {busy === 'xlsx' ? '書き出しています…' : 'Excel で書き出す'}
      </Button>
      <Button onPress={() => void save('csv')} isDisabled={busy !== null}>
        {busy === 'csv' ? '書き出しています…' : 'CSV で書き出す'}
      </Button>
      <Button onPress={() => void save('geojson')} isDisabled={busy !== null}>
        {busy === 'geojson' ? '書き出しています…' : '地図用（GeoJSON）'}
      </Button>
      <PrintButton />
    </>
  )
}
