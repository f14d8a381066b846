import { policy, ROLE_NAMES } from '../access/index.ts'

export const draftPolicy = policy({
  'draft.own': { sentence: '自分の書きかけの内容を14日間残し、続きを書ける', roles: ROLE_NAMES },
})
