import { CASEWORKERS, policy } from '../../platform/access/index.ts'

const READERS = [...CASEWORKERS, 'clerk', 'certificationOfficer', 'contractedCareManager'] as const

/** How far each right reaches is the role's reach: own centres, own assignments, or the whole insurer. */
export const peoplePolicy = policy({
  'person.read': {
    sentence: '自分の範囲（センター・委託・保険者）の利用者を探し、フェースシートと経過を見られる',
    roles: READERS,
  },
  'person.list': { sentence: '自分の範囲の利用者の一覧を見られる', roles: READERS },
  'person.export': {
    sentence: '利用者の一覧をファイルに書き出せる。書き出した全員が監査に残る',
    roles: ['centreManager', 'coreCentreStaff', 'officer', 'districtNurse', 'certificationOfficer'],
  },
  'person.register': {
    sentence: '利用者を手で登録できる。登録の前に、保険者全体から二重登録の候補を伏せた形で見られる',
    roles: [...CASEWORKERS, 'clerk'],
  },
  'person.change': {
    sentence: '自分の範囲の利用者について、基幹系システムが持たない項目と連絡先を直せる',
    roles: [...CASEWORKERS, 'clerk'],
  },
  'person.history': {
    sentence: '自分の範囲の利用者について、変更前の内容を見られる',
    roles: [...CASEWORKERS, 'certificationOfficer'],
  },
  'person.inquire': {
    sentence: '照会: 氏名と生年月日がわかる人の担当センターを尋ねられる。対象外の人は出ない',
    roles: [...CASEWORKERS, 'clerk', 'certificationOfficer'],
  },
  'person.transfer': {
    sentence: '自分の範囲の利用者を、ほかのセンターへ引き継げる',
    roles: ['centreManager', 'coreCentreStaff', 'officer'],
  },
  'person.compare': {
    sentence: '自分の範囲の二つの記録を並べて見て、同じ方なら保険者へ統合を依頼できる',
    roles: [...CASEWORKERS, 'clerk'],
  },
  'person.merge': {
    sentence: '同じ方の二つの記録を統合し、取り消せる。センター長は、二つとも自分のセンターの方に限る',
    roles: ['officer', 'centreManager'],
  },
  'person.duplicates': {
    sentence: '保険者全体から二重登録の候補を探し、一覧で見比べ、別の方なら候補から外せる',
    roles: ['officer'],
  },
  'person.record-event': {
    sentence: '自分の範囲の利用者の死亡・転出を、届出の前に知ったときに記録し、取り消せる',
    roles: [...CASEWORKERS, 'clerk'],
  },
  'person.restrict': {
    sentence: '支援措置と閲覧制限を、理由を添えて手で決められる',
    roles: ['officer'],
  },
  'person.hidden-address': {
    sentence: '支援措置対象者の住所と電話を見られる',
    roles: ['officer', 'districtNurse'],
  },
})
