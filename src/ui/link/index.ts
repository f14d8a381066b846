export { AppLink, type AppLinkProps, linkClass } from './link.tsx'
export { useAddressWord, useGo, usePathParam } from './navigation.ts'
