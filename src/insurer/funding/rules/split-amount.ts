import type { BenefitShares } from '../../../law/insurer/funding-shares.ts'
import { type Direction, divide, product, type Ratio } from '../../../platform/exact/index.ts'

/** How a division is done; a rule hands in its own `round`, which tells the loss. */
export type Divide = (label: string, exact: Ratio, direction: Direction) => number

export interface Split {
  /** without 調整交付金 */
  nationYen: number
  adjustmentGrantYen: number
  prefectureYen: number
  municipalityYen: number
  /** 第2号被保険者 */
  category2Yen: number
  /** 第1号被保険者: what the others leave */
  category1Yen: number
}

/** α and the other shares as parts of one amount. */
export interface AmountShares {
  public: BenefitShares
  /** 58567 is 5.8567 % */
  grantPerMillion: number
  category2PerMille: number
}

const MILLION = 1000 * 1000

/**
 * One amount among its payers, each to 1 yen half up and the difference to 第1号.
 * @returns parts that sum to the amount; 第1号 may come out below zero where its share is nearly nothing
 * @source 介護保険法第121条～第125条
 */
export function splitAmount(
  amountYen: number,
  { public: shares, grantPerMillion, category2PerMille }: AmountShares,
  by: Divide = (_, exact, direction) => divide(exact, direction),
): Split {
  const part = (label: string, share: number, of: number) =>
    by(label, { over: product(amountYen, share), under: of }, 'half-up')
  const nationYen = part('国の負担', shares.nationPerMille, 1000)
  const adjustmentGrantYen = part('調整交付金', grantPerMillion, MILLION)
  const prefectureYen = part('都道府県の負担', shares.prefecturePerMille, 1000)
  const municipalityYen = part('市町村の負担', shares.municipalityPerMille, 1000)
  const category2Yen = part('第2号被保険者の負担', category2PerMille, 1000)
  const othersYen = nationYen + adjustmentGrantYen + prefectureYen + municipalityYen + category2Yen
  return {
    nationYen,
    adjustmentGrantYen,
    prefectureYen,
    municipalityYen,
    category2Yen,
    category1Yen: amountYen - othersYen,
  }
}

/** A share of the public part (1 − α) as ten-thousandths of the whole: 38.5 % is 3850. */
export const shareOfPublic = (sharePerMille: number, category1PerMille: number): Ratio => ({
  over: product(sharePerMille, 1000 - category1PerMille, 10),
  under: 1000,
})

/** 包括的支援事業・任意事業: the same split, the public part divided among the three, nothing of 調整交付金 and 第2号. */
export function splitComprehensive(
  amountYen: number,
  shares: BenefitShares,
  category1PerMille: number,
  by: Divide = (_, exact, direction) => divide(exact, direction),
): Split {
  const part = (label: string, sharePerMille: number) =>
    by(label, publicPart(amountYen, sharePerMille, category1PerMille), 'half-up')
  const nationYen = part('国の負担', shares.nationPerMille)
  const prefectureYen = part('都道府県の負担', shares.prefecturePerMille)
  const municipalityYen = part('市町村の負担', shares.municipalityPerMille)
  return {
    nationYen,
    adjustmentGrantYen: 0,
    prefectureYen,
    municipalityYen,
    category2Yen: 0,
    category1Yen: amountYen - nationYen - prefectureYen - municipalityYen,
  }
}

/** amount × (1 − α) × share, exact. */
export const publicPart = (amountYen: number, sharePerMille: number, category1PerMille: number): Ratio => ({
  over: product(amountYen, sharePerMille, 1000 - category1PerMille),
  under: MILLION,
})
