export { FilterChips, type FilterChipsProps } from './filter-chips.tsx'
export { type Keyset, useKeyset } from './keyset.ts'
export { type Column, List, type ListProps, type Sort } from './list.tsx'
export type { RowKey } from './row-keys.ts'
