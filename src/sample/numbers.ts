import { localGovernmentCheckDigit, modulus10CheckDigit } from '../platform/text/index.ts'

/** Numbers that the sample invents: valid by their check digit, impossible by their prefecture (99) or exchange (000). */

/** 介護保険者番号 (NUM-02) from its first five digits. */
export const insurerNumber = (five: string): string => `${five}${modulus10CheckDigit(five)}`

/** 事業所番号 (NUM-04) from its first nine characters. */
export const officeNumber = (nine: string): string => `${nine}${modulus10CheckDigit(nine)}`

/** 市町村コード (NUM-01) from its first five digits. */
export const municipalityCode = (five: string): string => `${five}${localGovernmentCheckDigit(five)}`

const digits = (n: number, length: number) => String(n).padStart(length, '0')

/** Landline of the sample: no exchange begins with 0, so nobody has this number. */
export const landline = (n: number): string => `099-000-${digits(n % 10_000, 4)}`

/** Mobile number of the sample, recognisable as invented. */
export const mobile = (n: number): string => `090-0000-${digits(n % 10_000, 4)}`

/** Postal code of the sample: 999-9nnn, behind the last block that we know of. */
export const postalCode = (n: number): string => `999-9${digits(n % 1000, 3)}`

/** 宛名番号, 15 digits; 世帯番号, 15 digits; 被保険者番号, 10 digits: all begin with 99. */
export const residentNumber = (n: number): string => `99${digits(n, 13)}`
export const householdNumber = (n: number): string => `998${digits(n, 12)}`
export const insuredNumber = (n: number): string => `99${digits((n * 7919 + 13) % 100_000_000, 8)}`
