import { policy } from '../../platform/access/index.ts'

export const staffPolicy = policy({
  'staff.manage': {
    sentence: '自分の保険者の職員と職を登録し、職を終え、パスワードと2要素を出し直す',
    roles: ['administrator'],
  },
  'staff.confirm': {
    sentence: '保険者全体の職、管理者の職、管理者自身の職を、頼んだ人でも本人でもない二人目として確認する',
    roles: ['administrator', 'officer'],
  },
})
