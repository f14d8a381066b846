import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { Problem } from '../../../ui/http/index.ts'
import { PrintButton } from '../../../ui/print/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { nameOf } from '../pictures/place-points.ts'
import type { IndicatorList } from '../schema.ts'
import { type At, saveSheet, saveValues, valuesQuery } from './api.ts'
import { KeepView } from './views.tsx'
import type { Compared } from './where.ts'

type ExportsProps = {
  listed: IndicatorList['items'][number]
  at: At
  code: string | null
  compared: Compared
}

/** The figures of this page as a file or on paper, and the page itself under a name. */
export function Exports({ listed, at, code, compared }: ExportsProps) {
  const show = useToast()
  const [busy, setBusy] = useState<string | null>(null)
  const values = useQuery(valuesQuery(listed.id, at))
  const place = values.data?.items.find((one) => one.code === code)
  const run = async (what: string, save: () => Promise<void>) => {
    setBusy(what)
    try {
      await save()
    } catch (error) {
      const why =
        error instanceof Problem && error.detail ? error.detail : '少し待って、もう一度お試しください。'
      show(`${what}を作れませんでした。${why}`, { tone: 'danger' })
    } finally {
      setBusy(null)
    }
  }
  const label = (what: string) => (busy === what ? '作っています…' : what)
  return (
    <>
      <Button
        size="small"
        isDisabled={busy !== null}
        onPress={() => void run('Excel', () => saveValues(listed, at, 'xlsx'))}
      >
        {label('Excel')}
      </Button>
      <Button
        size="small"
        isDisabled={busy !== null}
        onPress={() => void run('CSV', () => saveValues(listed, at, 'csv'))}
      >
        {label('CSV')}
      </Button>
      {place ? (
        <Button
          size="small"
          isDisabled={busy !== null}
          onPress={() =>
            void run('PDF（1枚）', () =>
              saveSheet(listed, at, { code: place.code, name: nameOf(place) }, compared),
            )
          }
        >
          {label('PDF（1枚）')}
        </Button>
      ) : null}
      <PrintButton size="small" />
      <KeepView suggestion={place ? `${nameOf(place)} ${listed.title}` : listed.title} />
    </>
  )
}
