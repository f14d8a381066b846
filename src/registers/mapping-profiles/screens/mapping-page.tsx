import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Loading } from '../../../ui/empty/index.ts'
import { LookFailure, Offers, OneFile, TargetChoice, TopRows } from '../../../ui/mapping/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import type { Offer, Preview } from '../schema.ts'
import { type Look, lookAt } from './api.ts'
import { type Entry, entryOf, entryOfOffer, withPreview } from './entry.ts'
import { MappingForm } from './mapping-form.tsx'
import { SavedProfiles } from './saved-profiles.tsx'

/** /facilities/mapping: a list that no standard knows: which column is which field, tried out, saved by name, read. */
export default function MappingPage() {
  const [file, setFile] = useState<File | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [entry, setEntry] = useState<Entry | null>(null)
  const client = useQueryClient()
  const look = useMutation({
    mutationFn: ({ of, ...asked }: Look & { of: File }) => lookAt(of, asked),
    gcTime: 0,
  })
  const begin = (chosen: File) => {
    setFile(chosen)
    setPreview(null)
    look.mutate(
      { of: chosen, sheet: null, headerRow: null, mapping: null },
      {
        onSuccess: (seen) => {
          setPreview(seen)
          setEntry(entryOf(seen))
        },
      },
    )
  }
  /** The same file by another row or sheet: what was chosen stays where the heading is still there. */
  const lookAgain = (change: Partial<Pick<Entry, 'sheet' | 'headerRow'>>) => {
    if (!file || !entry) return
    const next = { ...entry, ...change }
    look.mutate(
      { of: file, sheet: next.sheet, headerRow: 'sheet' in change ? null : next.headerRow, mapping: null },
      {
        onSuccess: (seen) => {
          setPreview(seen)
          setEntry(withPreview(next, seen))
        },
      },
    )
  }
  const take = (offer: Offer) => {
    if (!file) return
    const { sheet } = offer.profile.mapping
    look.mutate(
      { of: file, sheet, headerRow: offer.headerRow, mapping: null },
      {
        onSuccess: (seen) => {
          setPreview(seen)
          setEntry(entryOfOffer(offer, seen))
        },
      },
    )
  }
  return (
    <>
      <PageHead
        title="様式のない一覧"
        lead="見出しが市独自の一覧（通いの場、相談窓口など）を、どの列が何かを選んで読み込みます。選んだことは名前を付けて残し、次の年のファイルにも使えます。"
      />
      <div className="max-w-5xl">
        <TargetChoice current="/facilities/mapping" />
        <OneFile file={file} onChoose={begin} />
        {look.error ? <LookFailure error={look.error} /> : null}
        {look.isPending && !preview ? <Loading label="ファイルを見ています…" /> : null}
        {file && preview && entry ? (
          <>
            <Offers offers={preview.offers} usedId={entry.profile?.id ?? null} onTake={take} />
            <TopRows
              preview={preview}
              sheet={entry.sheet}
              onHeaderRow={(headerRow) => lookAgain({ headerRow })}
              onSheet={(sheet) => lookAgain({ sheet })}
            />
            <MappingForm
              key={`${file.name} ${file.lastModified}`}
              file={file}
              preview={preview}
              entry={entry}
              onEntry={setEntry}
              onSaved={() => void client.invalidateQueries({ queryKey: ['mapping-profiles'] })}
            />
          </>
        ) : null}
        <SavedProfiles />
      </div>
    </>
  )
}
