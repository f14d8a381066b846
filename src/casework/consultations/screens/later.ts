import { useQuery, useQueryClient } from '@tanstack/react-query'
import { callPath } from '../../../ui/http/index.ts'
import type { Entry } from './entry.ts'

const path = '/api/drafts/consultation.later'
const key = ['draft', 'consultation.later'] as const

async function readLater(): Promise<Entry[]> {
  const { content } = await callPath<{ content: { entries: Entry[] } | null }>('GET', path)
  return content?.entries ?? []
}

/** Calls that were put aside because the telephone rang again: kept on the server like every draft, 14 days. */
export function useLater() {
  const client = useQueryClient()
  const query = useQuery({ queryKey: key, queryFn: readLater })
  const write = async (entries: Entry[]) => {
    await (entries.length === 0
      ? callPath('DELETE', path)
      : callPath('PUT', path, { json: { content: { entries } } }))
    client.setQueryData(key, entries)
  }
  const others = async (id: string) => (await readLater()).filter((one) => one.id !== id)
  return {
    entries: query.data ?? [],
    /** @throws Problem: then it still stands in the form */
    put: async (entry: Entry) => write([...(await others(entry.id)), entry]),
    drop: async (entry: Entry) => write(await others(entry.id)),
  }
}
