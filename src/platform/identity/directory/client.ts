import * as oidc from 'openid-client'
import type { DirectorySettings } from './settings.ts'

/** What the directory says of who signed in there. */
export interface DirectoryAnswer {
  /** subject: never changes and is never given again */
  subject: string
  /** the claim that holds the staff number */
  staffNumber: string | null
}

/** What has to be remembered between going there and coming back. */
export interface Challenge {
  state: string
  nonce: string
  codeVerifier: string
}

export interface DirectoryClient {
  settings: DirectorySettings
  /** @throws DirectoryUnreachable */
  begin(): Promise<{ address: URL; challenge: Challenge }>
  /** @param returned address with what the directory put behind it @throws DirectoryRefused DirectoryUnreachable */
  finish(returned: URL, challenge: Challenge): Promise<DirectoryAnswer>
}

/** The directory does not answer, or its certificate or settings are wrong. */
export class DirectoryUnreachable extends Error {
  override readonly name = 'DirectoryUnreachable'
}
/** It answered no, or what came back is not what was asked for. */
export class DirectoryRefused extends Error {
  override readonly name = 'DirectoryRefused'
}

const TIMEOUT_SECONDS = 8

/**
 * Authorization code with PKCE, state and nonce; signature, issuer, audience and times of the ID token are checked by the
 * library. Addresses come from the configured issuer's own metadata and from nobody else.
 * @param origin where the product is reached; the directory sends people back below it
 */
export function directoryClient(settings: DirectorySettings, origin: string): DirectoryClient {
  const back = new URL('/api/session/directory/callback', origin)
  let found: Promise<oidc.Configuration> | undefined
  const configuration = () => {
    found ??= discover(settings).catch((cause: unknown) => {
      found = undefined // asked again at the next sign-in
      throw new DirectoryUnreachable('discovery failed', { cause })
    })
    return found
  }
  return {
    settings,
    async begin() {
      const config = await configuration()
      const challenge = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        codeVerifier: oidc.randomPKCECodeVerifier(),
      }
      const address = oidc.buildAuthorizationUrl(config, {
        redirect_uri: back.href,
        scope: 'openid profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(challenge.codeVerifier),
        code_challenge_method: 'S256',
        state: challenge.state,
        nonce: challenge.nonce,
      })
      return { address, challenge }
    },
    async finish(returned, { state, nonce, codeVerifier }) {
      const config = await configuration()
      const current = new URL(back)
      current.search = returned.search
      const tokens = await oidc
        .authorizationCodeGrant(config, current, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        })
        .catch((cause: unknown) => {
          throw isTrouble(cause)
            ? new DirectoryUnreachable('token request failed', { cause })
            : new DirectoryRefused('not signed in there', { cause })
        })
      const claims = tokens.claims()
      if (!claims) throw new DirectoryRefused('no ID token')
      const named = claims[settings.claim]
      return { subject: claims.sub, staffNumber: typeof named === 'string' && named !== '' ? named : null }
    },
  }
}

function discover({ issuer, clientId, clientSecret }: DirectorySettings): Promise<oidc.Configuration> {
  const isPlain = issuer.protocol === 'http:' // only on this machine, see settings
  return oidc.discovery(issuer, clientId, clientSecret, undefined, {
    timeout: TIMEOUT_SECONDS,
    ...(isPlain ? { execute: [oidc.allowInsecureRequests] } : {}),
  })
}

const isTrouble = (cause: unknown): boolean =>
  cause instanceof TypeError ||
  (cause instanceof Error && /timeout|abort/i.test(`${cause.name} ${cause.message}`))
