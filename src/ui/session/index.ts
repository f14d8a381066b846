export { SessionProvider, useAbilities, useSession } from './context.tsx'
export type { Post, Sample, Session, SignedIn, Working } from './types.ts'
