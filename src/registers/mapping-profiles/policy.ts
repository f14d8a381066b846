import { policy } from '../../platform/access/index.ts'

export const mappingProfilesPolicy = policy({
  'mapping-profile.read': {
    sentence: '様式のない一覧の列の対応づけを見て、ファイルを試しに読める',
    roles: ['officer', 'administrator'],
  },
  'mapping-profile.write': {
    sentence: '様式のない一覧の列の対応づけを保存し、消すのは保険者職員だけである',
    roles: ['officer'],
  },
})
