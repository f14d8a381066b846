import { formatDate } from '../../platform/calendar/index.ts'
import { CARD_PLACES, NOTIFICATION_KINDS } from './codes.ts'
import type { Course } from './read.ts'

export interface PrintedPerson {
  name: string
  kana: string
  birthOn: string | null
  sex: string
  insuredNumber: string | null
  postalCode: string | null
  address: string | null
  phone: string | null
}
export interface PrintedCentre {
  name: string
  address: string | null
  phone: string | null
  officeNumber: string | null
}
interface Facts {
  course: Course
  person: PrintedPerson
  centre: PrintedCentre | null
  insurer: { name: string }
  classLabel: string | null
}

const SEXES: Readonly<Record<string, string>> = { male: '男', female: '女' }
const box = (isChosen: boolean, label: string) => [isChosen, label] as const

/** 届出書: the fields that municipalities' forms share; a municipality's own form goes before this one. */
export function notificationPage({ course, person, centre, insurer }: Facts) {
  return {
    title: '介護予防サービス計画作成・介護予防ケアマネジメント依頼（変更）届出書',
    to: `${insurer.name}長　様`,
    kinds: NOTIFICATION_KINDS.map(({ code, label }) =>
      box(course.notificationKind === code, label.slice(0, 2)),
    ),
    groups: [box(false, '要支援認定者'), box(course.checklistOn !== null, '事業対象者')],
    person: [
      ['フリガナ', person.kana],
      ['被保険者氏名', person.name],
      ['被保険者番号', person.insuredNumber ?? ''],
      [
        '生年月日・性別',
        [person.birthOn ? formatDate(person.birthOn) : '', SEXES[person.sex] ?? '']
          .filter(Boolean)
          .join('　'),
      ],
      [
        '住所',
        [person.postalCode ? `〒${person.postalCode}` : '', person.address ?? ''].filter(Boolean).join(' '),
      ],
      ['電話番号', person.phone ?? ''],
      ['個人番号', ''],
    ],
    centre: [
      ['事業者（地域包括支援センター）', centre?.name ?? ''],
      ['事業所番号', centre?.officeNumber ?? ''],
      ['所在地', centre?.address ?? ''],
      ['電話番号', centre?.phone ?? ''],
      ['サービスを始める日', ''],
      ['委託を受ける居宅介護支援事業者', ''],
    ],
    checklist: course.checklistOn ? formatDate(course.checklistOn) : '',
    cards: CARD_PLACES.map(({ code, label }) => box(course.cardPlace === code, label)),
    received: course.notificationOn ? formatDate(course.notificationOn) : '',
    consent:
      '介護予防サービス計画または介護予防ケアマネジメントを作るために必要なときは、要介護認定・基本チェックリストの内容を、上の事業者に示すことに同意します。',
    note: '様式は市町村ごとに定められています。この様式と同意の文は、届出に共通する項目を並べた見本で、公的な様式の文言は確かめていません。提出先の市町村の様式を先にお使いください。',
  }
}

/** 登録のお知らせ, in plain words. */
export function noticePage({ course, person, centre, insurer, classLabel }: Facts) {
  const day = (on: string | null) => (on === null ? '' : formatDate(on))
  return {
    title: '事業対象者の登録のお知らせ',
    name: person.name,
    number: person.insuredNumber ?? '',
    from: insurer.name,
    on: day(course.decidedOn),
    lead: '基本チェックリストの結果と届出にもとづき、次のとおり「事業対象者」として登録しました。',
    facts: [
      ['登録の始まり', day(course.startsOn)],
      ['基本チェックリストを行った日', day(course.checklistOn)],
      ['届出を受け付けた日', day(course.notificationOn)],
      ...(classLabel ? [['市の区分', classLabel]] : []),
      ...(course.endedOn ? [['登録の終わり', day(course.endedOn)]] : []),
      ['次に確かめる時期', course.reviewDue ? `${day(course.reviewDue)}まで` : '市町村の定めはありません'],
      ['担当する地域包括支援センター', [centre?.name, centre?.phone].filter(Boolean).join('　')],
    ],
    next: [
      '被保険者証は、「事業対象者」と書いたものに替わります。',
      '使うサービスは、担当の地域包括支援センターと一緒に決めます。',
      '要介護認定は、いつでも申請できます。',
      '転出するときや、サービスを使わなくなったときは、担当のセンターか市町村にお知らせください。',
    ],
    note: 'このお知らせの文は見本です。公的な様式の文言は確かめていません。',
  }
}
