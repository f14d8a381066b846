import { formatDate } from '../../platform/calendar/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { pdf } from '../../platform/documents/index.ts'
import { notFound } from '../../platform/errors/index.ts'
import type { Course, EntrustmentShown } from './answers.ts'
import { CHANGES, COURSE_TYPES, LEVELS, labelOf, MODES, SUBJECTS, WAYS } from './codes.ts'
import { courseIn } from './read.ts'

const none = '記録なし'
const day = (on: string | null): string => (on === null ? none : formatDate(on))
const monthWord = (month: string | null): string =>
  month === null ? none : formatDate(`${month}-01`).replace(/1日$/u, '')

/** 引き継ぎ書: one contract of a course on paper, with what the contractor needs to begin. @throws 404 */
export async function printHandOver(work: Work, courseId: string, entrustmentId: string): Promise<Buffer> {
  work.about('entrustment', entrustmentId)
  const { course, sample } = await work.read(async (tx) => {
    const [course, [installation]] = await Promise.all([
      courseIn(tx, work, courseId),
      tx.query<{ is_sample: boolean }>('select is_sample from registers.insurer where insurer_id = $1', [
        work.actor.insurerId,
      ]),
    ])
    return { course, sample: installation?.is_sample ?? false }
  })
  const entrustment = course.entrustments.find(({ id }) => id === entrustmentId)
  if (!entrustment) throw notFound()
  const now = work.clock.now()
  return pdf(
    'casework/care-management/documents/hand-over.typ',
    {
      ...handOverSheet(course, entrustment),
      made: formatDate(work.today),
      sample: sample ? '見本（人も数字も架空です）' : undefined,
    },
    now,
  )
}

/** What the paper shows: texts only, in the words of the screen. */
export function handOverSheet(course: Course, one: EntrustmentShown) {
  return {
    title: '介護予防ケアマネジメント 引き継ぎ書',
    readers: `${course.centre?.name ?? '担当センター'}と${one.organisation.name}`,
    facts: [
      ['利用者', `${course.person.name}（${course.person.kana}）`],
      ['要介護度', course.level === null ? none : labelOf(LEVELS, course.level)],
      ['委託元', course.centre?.name ?? none],
      ['センターの責任者', course.staff?.name ?? none],
      ['委託先', one.organisation.name],
      ['委託先の担当', one.contractor?.name ?? '受領した介護支援専門員'],
      ['委託の期間', `${formatDate(one.from)} から ${one.to === null ? '定めなし' : formatDate(one.to)}`],
      ['類型', course.type === null ? '未決定' : labelOf(COURSE_TYPES, course.type)],
      ['サービスの開始月', monthWord(course.startMonth)],
      ['計画の期間', `${day(course.planFrom)} から ${day(course.planTo)}`],
      ['評価期間の終わり', day(course.evaluationOn)],
      ['モニタリング', labelOf(MODES, course.mode.kind)],
      ['次の訪問の期限', day(course.visitDueOn)],
      ['契約の同意', day(course.contract.consentedOn)],
      ['運営協議会', day(one.committeeOn)],
      ['受領', one.receivedAt === null ? 'まだ' : `${one.receivedByName ?? ''}`],
    ],
    handOver: one.handOver,
    services: course.services.map((service) => [service.label, service.officeName ?? '未定']),
    records: course.records
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .slice(0, 6)
      .map((record) => [
        formatDate(record.doneOn, 'short'),
        `${labelOf(SUBJECTS, record.subject)}・${labelOf(WAYS, record.way)}`,
        record.result,
        labelOf(CHANGES, record.change),
      ]),
  }
}
