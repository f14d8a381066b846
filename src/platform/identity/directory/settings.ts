import { existsSync, readFileSync } from 'node:fs'

/** A city's directory that speaks OpenID Connect; null everywhere: sign-in by staff number and password only. */
export interface DirectorySettings {
  /** issuer, an https address (http only on this machine) */
  issuer: URL
  clientId: string
  clientSecret: string
  /** 保険者番号 whose staff the directory speaks for; null: of the only insurer of the installation */
  insurerNumber: string | null
  /** claim of the ID token that holds the staff number */
  claim: string
  /** what the button calls it: 「○○市のアカウント」 */
  label: string
  /** the directory itself asks for two factors; otherwise ours is asked as after a password */
  provesTwoFactors: boolean
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Reads MEGURI_OIDC_ISSUER, _CLIENT_ID, _CLIENT_SECRET_FILE, _INSURER, _CLAIM, _LABEL, _TWO_FACTORS.
 * @param problem is told, in Japanese, everything that is wrong
 * @returns null when MEGURI_OIDC_ISSUER is not set
 */
export function readDirectorySettings(
  environment: Record<string, string | undefined>,
  problem: (sentence: string) => void,
): DirectorySettings | null {
  const issuerText = environment.MEGURI_OIDC_ISSUER?.trim()
  if (!issuerText) return null
  const issuer = URL.parse(issuerText)
  const isAllowed =
    issuer !== null &&
    (issuer.protocol === 'https:' || (issuer.protocol === 'http:' && LOOPBACK.has(issuer.hostname)))
  if (!isAllowed)
    problem(`環境変数 MEGURI_OIDC_ISSUER「${issuerText}」: https:// で始まるアドレスを書いてください`)
  const clientId = environment.MEGURI_OIDC_CLIENT_ID?.trim() ?? ''
  if (clientId === '')
    problem('環境変数 MEGURI_OIDC_CLIENT_ID: ディレクトリーに登録した利用者ID（client id）を書いてください')
  const clientSecret = readSecret(environment.MEGURI_OIDC_CLIENT_SECRET_FILE, problem)
  const insurerNumber = environment.MEGURI_OIDC_INSURER?.trim() || null
  if (insurerNumber !== null && !/^[0-9]{6}$/.test(insurerNumber))
    problem(`環境変数 MEGURI_OIDC_INSURER「${insurerNumber}」: 保険者番号（6けたの数字）を書いてください`)
  if (!isAllowed || clientId === '' || clientSecret === null) return null
  return {
    issuer,
    clientId,
    clientSecret,
    insurerNumber,
    claim: environment.MEGURI_OIDC_CLAIM?.trim() || 'preferred_username',
    label: environment.MEGURI_OIDC_LABEL?.trim() || '庁内のアカウント',
    provesTwoFactors: environment.MEGURI_OIDC_TWO_FACTORS === '1',
  }
}

/** Secrets come from a file, never from the environment itself, which other processes can read. */
function readSecret(path: string | undefined, problem: (sentence: string) => void): string | null {
  const name = '環境変数 MEGURI_OIDC_CLIENT_SECRET_FILE'
  if (!path) {
    problem(`${name}: 秘密の文字列（client secret）を入れたファイルの場所を書いてください`)
    return null
  }
  if (!existsSync(path)) {
    problem(`${name}「${path}」: ファイルがありません`)
    return null
  }
  const secret = readFileSync(path, 'utf8').trim()
  if (secret.length < 16) {
    problem(`${name}: 中の文字列が短すぎます。16文字以上のものをディレクトリーで作り直してください`)
    return null
  }
  return secret
}
