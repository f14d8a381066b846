import { careServices } from '../../exchange/care-offices/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import { checkOfficeNumber } from '../numbers/index.ts'
import { differenceOf, differenceStatement, type StoredDifference } from './differences.ts'
import type { Office, OfficeService } from './schema.ts'
import { ATTRIBUTION, linesOf, serviceOf } from './words.ts'

type StoredOffice = {
  id: string
  officeNumber: string
  municipalityCode: string
  municipalityName: string
  prefectureName: string
}

const SERVICES = `select s.service_code as code, l.service_name as "serviceName", s.name, s.kana, s.address, s.building, s.latitude,
    s.longitude, s.phone, s.fax, s.corporate_number as "corporateNumber", s.corporate_name as "corporateName", s.days,
    s.days_note as "daysNote", s.capacity, s.url, s.integrated, s.care_standard as "careStandard",
    s.disability_standard as "disabilityStandard", s.note, r.file_name as "fileName", s.source_row as "sourceRow",
    l.as_of as "asOf", l.dated_by as "datedBy"
  from registers.care_office_service s
  join registers.care_office_load l on l.service_code = s.service_code and l.prefecture_code = s.prefecture_code
  join platform.dataset_release r on r.id = l.release_id
  where s.office_number = $1 and s.municipality_code = $2 order by s.service_code, s.site`

/** One office with what every file says of it. @throws notFound */
export async function officeOf(work: Work, id: string): Promise<Office> {
  return work.read(async (tx) => {
    const [office] = await tx.query<StoredOffice>(
      `select id, office_number as "officeNumber", municipality_code as "municipalityCode", municipality_name as "municipalityName",
         prefecture_name as "prefectureName" from registers.care_office where id = $1`,
      [id],
    )
    if (!office) throw notFound()
    const prefecture = office.municipalityCode.slice(0, 2)
    const { text, values } = differenceStatement(work, office.officeNumber)
    const [stored, [difference], loads, lines] = await Promise.all([
      tx.query<Omit<OfficeService, 'label'>>(SERVICES, [office.officeNumber, office.municipalityCode]),
      tx.query<StoredDifference>(text, values),
      tx.query<{ code: string }>(
        'select service_code as code from registers.care_office_load where left(prefecture_code, 2) = $1',
        [prefecture],
      ),
      tx.query<Parameters<typeof linesOf>[0][number]>(ATTRIBUTION, [prefecture]),
    ])
    const services = stored.map((one) => ({ ...one, ...serviceOf(one.code) }))
    const number = checkOfficeNumber(office.officeNumber, 'warn')
    const loaded = new Set(loads.map(({ code }) => code))
    const shown = difference ? differenceOf(difference) : null
    return {
      ...office,
      hasRightNumber: number.ok && number.warning === undefined,
      names: namesOf(services, shown),
      services,
      difference: shown,
      notLoaded: careServices.filter(({ code }) => !loaded.has(code)).map(({ code }) => serviceOf(code)),
      attribution: linesOf(lines),
    }
  })
}

/** The name that was chosen, else all that are written here. */
function namesOf(services: readonly OfficeService[], difference: Office['difference']): string[] {
  const decision = difference?.decision
  if (decision?.isCurrent && decision.shownName !== null) return [decision.shownName]
  return [...new Set(services.map(({ name }) => name))]
}
