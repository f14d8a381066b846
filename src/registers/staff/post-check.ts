import { ROLES, type RoleName } from '../../platform/access/index.ts'
import type { FieldError } from '../../platform/errors/index.ts'
import type { NewPost } from './schema.ts'

const isRole = (role: string): role is RoleName => role in ROLES

/** What a post lacks to be worked in: a role that reaches by centre needs one, an entrusted one an organisation. */
export function postErrors(post: NewPost): FieldError[] {
  const error = (path: string, code: string, message: string) => [{ path, code, message }]
  if (!isRole(post.role)) return error('post.role', 'unknown-role', '職の種類を一覧から選んでください。')
  const { reach, label } = ROLES[post.role]
  if (reach === 'centre' && !post.centreId) {
    return error(
      'post.centreId',
      'centre-needed',
      `${label}は、センターの記録を扱う職です。センターを選んでください。`,
    )
  }
  if (reach === 'assignment' && !post.organisationId) {
    return error(
      'post.organisationId',
      'organisation-needed',
      `${label}は、事業所に委託された記録を扱う職です。事業所を選んでください。`,
    )
  }
  if (post.validTo !== null && post.validTo < post.validFrom) {
    return error(
      'post.validTo',
      'ends-before-it-begins',
      '職の終わる日が始まる日より前です。どちらかを直してください。',
    )
  }
  return []
}
