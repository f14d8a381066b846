import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { keepAllDrafts } from '../draft/index.ts'
import { Failure, Loading } from '../empty/index.ts'
import { onSessionLost } from '../http/index.ts'
import { fetchSession, sessionKey, signOut } from './api.ts'
import { ChangePassword } from './change-password.tsx'
import { ChoosePost } from './choose-post.tsx'
import { IdleWatch } from './idle-watch.tsx'
import { LoginPage } from './login-page.tsx'
import { SecondFactorPage } from './second-factor-page.tsx'
import { SignInPanel } from './sign-in-panel.tsx'
import type { SignedIn, Working } from './types.ts'

type SessionActions = { session: Working; leave: () => Promise<void>; refresh: () => Promise<void> }

const SessionContext = createContext<SessionActions | null>(null)

/** Who works here, as which post. @throws Error outside of the signed-in part */
export function useSession(): SessionActions {
  const value = useContext(SessionContext)
  if (!value) throw new Error('useSession needs a SessionProvider with somebody signed in')
  return value
}

/** The server's list of abilities as a question: `may('person.read')`. */
export function useAbilities(): (ability: string) => boolean {
  const { abilities } = useSession().session
  return useCallback((ability) => abilities.includes(ability), [abilities])
}

/**
 * Shows the sign-in page until somebody is in, then the children. When the session is lost later, the page stays where it
 * is, covered by a panel that asks for the password again; every request that was refused waits for it and is sent again.
 */
export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const query = useQuery({ queryKey: sessionKey, queryFn: fetchSession, staleTime: Number.POSITIVE_INFINITY })
  const known = useRef<SignedIn | null>(null)
  const [isLost, setLost] = useState(false)
  const waiting = useRef<((isBack: boolean) => void)[]>([])
  if (query.data?.signedIn) known.current = query.data
  const session = known.current

  useEffect(
    () =>
      onSessionLost(async () => {
        if (!known.current) return false
        const now = await client
          .fetchQuery({ queryKey: sessionKey, queryFn: fetchSession, staleTime: 0 })
          .catch(() => null)
        // Still signed in, but something has to be done first (the post has ended): its page takes over, no panel.
        if (now?.signedIn && now.restricted) return false
        setLost(true)
        return new Promise<boolean>((resolve) => waiting.current.push(resolve))
      }),
    [client],
  )

  const refresh = useCallback(async () => {
    await client.invalidateQueries({ queryKey: sessionKey })
  }, [client])

  const startAs = useCallback(async () => {
    // nothing that the ended post could read comes back in the new one
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
    await refresh()
  }, [client, refresh])

  const comeBack = useCallback(async () => {
    const next = await client.fetchQuery({ queryKey: sessionKey, queryFn: fetchSession, staleTime: 0 })
    if (!next.signedIn) return
    // Another person must not see what the first one had on the screen.
    if (known.current && next.staff.id !== known.current.staff.id) return window.location.assign('/')
    setLost(false)
    for (const resolve of waiting.current.splice(0)) resolve(true)
  }, [client])

  const leave = useCallback(async () => {
    keepAllDrafts()
    await signOut().catch(() => undefined) // already out is out
    window.location.assign('/')
  }, [])
  const expire = useCallback(async () => {
    keepAllDrafts()
    setLost(true)
    await new Promise((resolve) => setTimeout(resolve, 500)) // the drafts leave first
    await signOut().catch(() => undefined)
  }, [])

  if (query.error && !session) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading label="めぐりを開いています…" />
  if (!session) {
    const { sample, directory } = query.data.signedIn ? { sample: null, directory: null } : query.data
    return <LoginPage sample={sample} directory={directory} onSignedIn={refresh} />
  }
  if (session.mustChangePassword) return <ChangePassword isForced onChanged={refresh} onLeave={leave} />
  if (session.restricted === 'second-factor') return <SecondFactorPage onDone={refresh} onLeave={leave} />
  const { post } = session
  if (!post) return <ChoosePost session={session} onTaken={startAs} onLeave={leave} />
  return (
    <SessionContext.Provider value={{ session: { ...session, post }, leave, refresh }}>
      <div inert={isLost}>{children}</div>
      {isLost ? (
        <SignInPanel staffNumber={session.staff.staffNumber} onSignedIn={comeBack} onLeave={leave} />
      ) : (
        <IdleWatch idleMinutes={session.idleMinutes} onExpired={() => void expire()} />
      )}
    </SessionContext.Provider>
  )
}
