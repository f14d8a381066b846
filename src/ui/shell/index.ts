export { PageHead, type PageHeadProps, useCrumb, WithContext } from './page.tsx'
export type { Found } from './search.ts'
export { SearchBox, type SearchBoxProps } from './search-box.tsx'
export { Shell } from './shell.tsx'
