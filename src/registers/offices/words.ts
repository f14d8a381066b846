import { careService } from '../../exchange/care-offices/index.ts'

/** Three digits and our short label; an unknown code is its own label. */
export const serviceOf = (code: string): { code: string; label: string } => ({
  code,
  label: careService(code)?.label ?? code,
})

/** 出典 with the note that the terms ask for: the list is made from the files, it is not them. */
export const processedLine = ({
  attribution,
  licence,
}: {
  attribution: string | null
  licence: string | null
}): string => {
  const words = attribution ?? '出典の記載がないファイル'
  const processed = words.includes('加工して作成') ? words : `${words}を加工して作成`
  return `出典: ${processed}${licence === null || words.includes(licence) ? '' : `（${licence}）`}`
}

/** Lines of the files that a prefecture or municipality is made from; all of them without a code. $1: two digits or null */
export const ATTRIBUTION = `select distinct r.attribution, r.licence from registers.care_office_load l
  join platform.dataset_release r on r.id = l.release_id
  where $1::text is null or left(l.prefecture_code, 2) = $1 order by 1, 2`

export const linesOf = (
  rows: readonly { attribution: string | null; licence: string | null }[],
): string[] => [...new Set(rows.map(processedLine))]
