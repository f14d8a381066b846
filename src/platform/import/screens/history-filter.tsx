import { useQuery } from '@tanstack/react-query'
import { SelectField } from '../../../ui/form/index.ts'
import { historyKindsQuery } from './api.ts'

/** Kinds that have a history; nothing to choose where there is only one. */
export function HistoryFilter({ kind, onChange }: { kind: string; onChange: (kind: string) => void }) {
  const kinds = useQuery(historyKindsQuery).data ?? []
  if (kinds.length < 2 && kind === '') return null
  return (
    <div className="max-w-md print:hidden">
      <SelectField
        name="of"
        label="種類"
        value={kind}
        onChange={onChange}
        blank="すべて"
        options={kinds.map((one) => ({ value: one.kind, label: one.label }))}
      />
    </div>
  )
}
