import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Loading } from '../../../ui/empty/index.ts'
import { LookFailure, Offers, OneFile, TargetChoice, TopRows } from '../../../ui/mapping/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import type { FiguresOffer, FiguresPreview } from '../schema.ts'
import { type Look, lookAt, profilesQuery } from './api.ts'
import { type Entry, entryOf, entryOfOffer, withPreview } from './entry.ts'
import { FiguresForm } from './figures-form.tsx'
import { KeptMappings, StoredMeasures } from './kept.tsx'

/** /statistics/mapping: a table of counts that no standard knows: places, counts, of when; tried out, saved by name, read. */
export default function FiguresPage() {
  const [file, setFile] = useState<File | null>(null)
  const [preview, setPreview] = useState<FiguresPreview | null>(null)
  const [entry, setEntry] = useState<Entry | null>(null)
  const client = useQueryClient()
  const look = useMutation({
    mutationFn: ({ of, ...asked }: Look & { of: File }) => lookAt(of, asked),
    gcTime: 0,
  })
  const see = (of: File, asked: Omit<Look, 'mapping'>, next: (seen: FiguresPreview) => Entry) =>
    look.mutate(
      { of, ...asked, mapping: null },
      {
        onSuccess: (seen) => {
          setPreview(seen)
          setEntry(next(seen))
        },
      },
    )
  const begin = (chosen: File) => {
    setFile(chosen)
    setPreview(null)
    see(chosen, { sheet: null, headerRow: null }, entryOf)
  }
  /** The same file by another row or sheet: what was chosen stays where the heading is still there. */
  const lookAgain = (change: Partial<Pick<Entry, 'sheet' | 'headerRow'>>) => {
    if (!file || !entry) return
    const next = { ...entry, ...change }
    const headerRow = 'sheet' in change ? null : next.headerRow
    see(file, { sheet: next.sheet, headerRow }, (seen) => withPreview(next, seen))
  }
  const take = (offer: FiguresOffer) => {
    if (!file) return
    const { sheet } = offer.profile.mapping
    see(file, { sheet, headerRow: offer.headerRow }, (seen) => entryOfOffer(offer, seen))
  }
  return (
    <>
      <PageHead
        title="様式のない統計"
        lead="見出しが決まっていない統計の表を、どの列がどこの何の数かを選んで読み込みます。選んだことは名前を付けて残し、次の年の表にも使えます。"
      />
      <div className="max-w-5xl">
        <TargetChoice current="/statistics/mapping" />
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
            <FiguresForm
              key={`${file.name} ${file.lastModified}`}
              file={file}
              preview={preview}
              entry={entry}
              onEntry={setEntry}
              onSaved={() => void client.invalidateQueries({ queryKey: profilesQuery.queryKey })}
            />
          </>
        ) : null}
        <StoredMeasures />
        <KeptMappings />
      </div>
    </>
  )
}
