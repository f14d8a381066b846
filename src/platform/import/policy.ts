import { policy } from '../access/index.ts'

export const importPolicy = policy({
  'import.own': {
    sentence: '自分が読み込ませたファイルの結果を見られる(読み込む権限は種類ごとに別にある)',
    roles: ['officer', 'certificationOfficer', 'administrator'],
  },
  'import.statistics': {
    sentence: '公表された統計を読み込める',
    roles: ['officer', 'administrator'],
  },
  'import.history': {
    sentence: '公表されたファイル(統計、事業所、境界など)を、だれがいつ読み込んだかを見られる',
    roles: ['officer', 'certificationOfficer', 'administrator'],
  },
  'import.undo': {
    sentence: '公表されたファイルの、種類ごとに最も新しい読み込みを取り消せる(読み込む権限のある種類だけ)',
    roles: ['officer', 'administrator'],
  },
  'import.people': {
    sentence: '基幹システムの被保険者の一覧を読み込める',
    roles: ['officer', 'certificationOfficer'],
  },
})
