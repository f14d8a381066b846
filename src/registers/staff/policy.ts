import { policy } from '../../platform/access/index.ts'

export const staffPolicy = policy({
  'staff.manage': {
    sentence: '自分の保険者の職員と職を登録し、職を終え、パスワードと2要素を出し直す',
    roles: ['administrator'],
  },
})
