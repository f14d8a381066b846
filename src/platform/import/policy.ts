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
  'import.people': {
    sentence: '基幹システムの被保険者の一覧を読み込める',
    roles: ['officer', 'certificationOfficer'],
  },
})
