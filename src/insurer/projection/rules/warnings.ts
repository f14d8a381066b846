import type { WarningLimits } from '../../../law/insurer/projection-warnings.ts'

export interface Warning {
  code:
    | 'users-change'
    | 'benefit-per-user'
    | 'over-certified'
    | 'no-base-users'
    | 'clamped'
    | 'sum-differs'
    | 'over-ceiling'
    | 'no-insured'
    | 'kind-ended'
  /** Japanese: which, how much */
  text: string
}
export interface WatchedYear {
  fiscalYear: number
  users: number
  benefitYen: number
}
export interface Watched {
  /** the first year is the base year */
  services: readonly { name: string; years: readonly WatchedYear[] }[]
  levels: readonly {
    level: string
    fiscalYear: number
    certified: number
    facilityUsers: number
    residentialUsers: number
  }[]
  /** cells × levels whose rate met a limit, of all */
  clamped: { cells: number; of: number }
  /** a total that was given beside its parts */
  sums: readonly { label: string; total: number; parts: readonly number[] }[]
  /** 総合事業 against its ceiling (CSP-01), by year */
  generalProject: readonly { fiscalYear: number; costYen: number; capYen: number }[]
}

const yen = (amount: number) => amount.toLocaleString('en-US')
/** More than so many ‰ away, in whole numbers; from nothing to something is always more. */
const isFar = (now: bigint, before: bigint, perMille: number) =>
  (now > before ? now - before : before - now) * 1000n > BigInt(perMille) * before

/** PRJ-011: what to look at before a projection is used. None of these stops it. */
export function warningsOf(watched: Watched, limits: WarningLimits): Warning[] {
  return [
    ...watched.services.flatMap((service) => serviceWarnings(service, limits)),
    ...watched.levels.flatMap(levelWarning),
    ...clampWarning(watched.clamped, limits),
    ...watched.sums.flatMap(sumWarning),
    ...watched.generalProject.flatMap(ceilingWarning),
  ]
}

function serviceWarnings({ name, years }: Watched['services'][number], limits: WarningLimits): Warning[] {
  const found: Warning[] = []
  if (years[0]?.users === 0)
    found.push({
      code: 'no-base-users',
      text: `${name}: 基準年の利用者が0人です。0人のまま推計されます。月報の月が足りないときは、別の月を確かめてください。`,
    })
  years.forEach((year, index) => {
    const before = years[index - 1]
    if (!before || before.fiscalYear !== year.fiscalYear - 1) return
    if (isFar(BigInt(year.users), BigInt(before.users), limits.usersChangePerMille))
      found.push({
        code: 'users-change',
        text: `${name} ${year.fiscalYear}年度: 利用者が前年の${yen(before.users)}人から${yen(year.users)}人に変わります。`,
      })
    const perUser = [
      BigInt(year.benefitYen) * BigInt(before.users),
      BigInt(before.benefitYen) * BigInt(year.users),
    ] as const
    if (year.users > 0 && before.users > 0 && isFar(...perUser, limits.benefitPerUserPerMille))
      found.push({
        code: 'benefit-per-user',
        text: `${name} ${year.fiscalYear}年度: 利用者1人当たりの給付費が、前年と大きく違います。`,
      })
  })
  return found
}

function levelWarning(one: Watched['levels'][number]): Warning[] {
  const living = one.facilityUsers + one.residentialUsers
  if (living <= one.certified) return []
  return [
    {
      code: 'over-certified',
      text: `${one.level} ${one.fiscalYear}年度: 施設と居住系の利用者${yen(living)}人が、認定者${yen(one.certified)}人をこえています。`,
    },
  ]
}

function clampWarning({ cells, of }: Watched['clamped'], { clampedCellsPerMille }: WarningLimits): Warning[] {
  if (cells * 1000 <= of * clampedCellsPerMille) return []
  const text = `認定率が上限か下限に達したセルが、${yen(of)}のうち${yen(cells)}あります。伸びの選び方を確かめてください。`
  return [{ code: 'clamped', text }]
}

function sumWarning({ label, total, parts }: Watched['sums'][number]): Warning[] {
  const sum = parts.reduce((all, one) => all + one, 0)
  if (sum === total) return []
  return [{ code: 'sum-differs', text: `${label}: 内訳の合計${yen(sum)}が、合計${yen(total)}と違います。` }]
}

function ceilingWarning({ fiscalYear, costYen, capYen }: Watched['generalProject'][number]): Warning[] {
  if (costYen <= capYen) return []
  const text = `総合事業 ${fiscalYear}年度: ${yen(costYen)}円が、上限の${yen(capYen)}円を${yen(costYen - capYen)}円こえています。個別協議がいります。`
  return [{ code: 'over-ceiling', text }]
}
