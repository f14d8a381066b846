import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { twoFactor, username } from 'better-auth/plugins'
import type pg from 'pg'

/** What 12 hours at one desk are in seconds: the absolute end of a session, whatever happens in it. */
export const SESSION_SECONDS = 12 * 60 * 60

interface AuthParts {
  /** as meguri_identity with search_path identity */
  pool: pg.Pool
  /** signs cookies and encrypts second-factor secrets */
  secret: string
  origin: string
}

/**
 * better-auth owns the tables of schema `identity` (names in our style), password hashing, the second factor's
 * encryption and the rows of sessions. Its own HTTP handler is not mounted: no sign-up, no e-mail, no password
 * recovery from outside exists. `second_factor` belongs to its twoFactor plugin.
 */
export function authOptions({ pool, secret, origin }: AuthParts) {
  return {
    appName: 'めぐり',
    baseURL: origin,
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, autoSignIn: false, minPasswordLength: 12 },
    advanced: { database: { generateId: 'uuid' } },
    user: {
      modelName: 'login',
      fields: {
        emailVerified: 'email_verified',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: {
        insurerId: { type: 'number', required: true, fieldName: 'insurer_id', input: false },
        staffId: { type: 'string', required: true, unique: true, fieldName: 'staff_id', input: false },
        mustChangePassword: {
          type: 'boolean',
          required: true,
          defaultValue: true,
          fieldName: 'must_change_password',
          input: false,
        },
      },
    },
    session: {
      modelName: 'session',
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      fields: {
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'login_id',
      },
      additionalFields: {
        postId: { type: 'string', required: true, fieldName: 'post_id', input: false },
        lastUsedAt: { type: 'date', required: true, fieldName: 'last_used_at', input: false },
      },
    },
    account: {
      modelName: 'credential',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'login_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    plugins: [
      username({ schema: { user: { fields: { displayUsername: 'display_username' } } } }),
      twoFactor({
        twoFactorTable: 'second_factor',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'second_factor',
            fields: {
              backupCodes: 'backup_codes',
              userId: 'login_id',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
  } satisfies BetterAuthOptions
}

export const createAuth = (parts: AuthParts) => betterAuth(authOptions(parts))
export type Auth = ReturnType<typeof createAuth>
