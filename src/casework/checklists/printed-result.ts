import { formatDate } from '../../platform/calendar/index.ts'
import type { Checklist } from './answers.ts'
import { type CriterionKey, JUDGEMENTS, type Judgement, labelOf } from './codes.ts'
import { APPLY_ANY_TIME } from './printed-form.ts'

/** Plain words for each criterion; ours, no official text. */
const NAMES: Readonly<Record<CriterionKey, string>> = {
  overall: '暮らし全体',
  motor: '体の動き',
  nutrition: '食事と体重',
  oral: 'お口のはたらき',
  seclusion: '外出',
  cognition: 'もの忘れ',
  depression: '気持ちの元気',
}
const WORDS = {
  met: '気をつけたいところです。',
  notMet: '今のところ、当てはまりません。',
  undetermined: '答えのない質問があり、分かりません。',
} as const

const MEANINGS: Readonly<Record<Judgement, string>> = {
  target:
    '回答が基準の一つ以上に当てはまりました。介護予防・生活支援サービスを使えることがあります。使うには、市町村の手続きが必要です。',
  notTarget: '回答は、どの基準にも当てはまりませんでした。これは要介護認定の結果ではありません。',
  undetermined: '答えのない質問があるため、まだ判定できません。担当の職員と一緒に確かめます。',
  notApplicable:
    '基本チェックリストで判定するのは、65歳以上の方（第1号被保険者）です。介護が必要なときは、要介護認定を申請してください。',
}

const NEXT: Readonly<Record<Judgement, readonly string[]>> = {
  target: ['気になることや、続けたいことを、担当の職員にお話しください。'],
  notTarget: [
    '地域の体操教室や通いの場は、どなたでも参加できます。',
    '体調が変わったときは、もう一度確かめられます。',
  ],
  undetermined: ['答えのなかった質問を、担当の職員と確かめましょう。'],
  notApplicable: ['お困りのことを、担当の職員にお話しください。'],
}

/** What the person's page shows: the professional's judgement where there is one, else the proposal, marked as such. */
export function resultPage(record: Checklist) {
  const judgement = record.confirmation?.judgement ?? record.proposal.judgement
  return {
    title: '基本チェックリストの結果',
    name: record.person.name,
    day: `${formatDate(record.answeredOn)}に答えた結果です。`,
    judgement: labelOf(JUDGEMENTS, judgement),
    state: [record.withdrawnAt ? '取下げ' : '', record.confirmation ? '' : '判定案（職員の確認前）']
      .filter(Boolean)
      .join('　'),
    meaning: MEANINGS[judgement],
    domains: record.result.criteria.map(({ key, result }) => [
      NAMES[key as CriterionKey],
      WORDS[result],
      result === 'met',
    ]),
    next: [...NEXT[judgement], APPLY_ANY_TIME],
    footnote: 'この結果は、病気の診断ではありません。心配なことは、かかりつけの医師にもご相談ください。',
  }
}
