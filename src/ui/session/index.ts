export { SessionProvider, useAbilities, useSession } from './context.tsx'
export type { Post, Sample, Session, SignedIn } from './types.ts'
