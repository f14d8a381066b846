import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { characterValue } from '../../platform/text/index.ts'
import {
  checkCorporateNumber,
  checkInsurerNumber,
  checkMunicipalityCode,
  checkOfficeNumber,
  completeMunicipalityCode,
  normaliseInsuredNumber,
  padInsurerNumber,
} from './index.ts'

describe('市区町村コード（NUM-01）', () => {
  it.each([
    ['NUM-01-a 渋谷区', '131130'], // 34
    ['NUM-01-b 札幌市', '011002'], // 9 < 11
    ['NUM-01-c 千葉市中央区', '121011'], // 22 mod 11 = 0
    ['NUM-01-d 千代田区', '131016'],
    ['NUM-01-e 函館市', '012025'],
    ['NUM-01-f 大阪市', '271004'],
    ['NUM-01-g 東京都', '130001'],
    ['高松市', '372013'], // standards §1.2: 63
  ])('%s %s は正しい', (_, code) => {
    expect(checkMunicipalityCode(code)).toEqual({ ok: true, value: code })
    expect(completeMunicipalityCode(code.slice(0, 5))).toBe(code)
  })

  it('NUM-01-h 131131 は断り、131130 を示す', () => {
    expect(checkMunicipalityCode('131131')).toMatchObject({
      ok: false,
      code: 'check-digit',
      suggestion: '131130',
    })
  })

  it('NUM-01-i 5けたは検査数字を補う', () => {
    expect(checkMunicipalityCode('１３１１３')).toEqual({ ok: true, value: '131130' })
  })

  it('先頭の0が落ちた5けたは、コード表で見分ける', () => {
    // 11002 is read as 11002 + check digit, or as 011002 without its zero
    const completed = completeMunicipalityCode('11002')
    expect(checkMunicipalityCode('11002')).toEqual({ ok: true, value: completed })
    expect(checkMunicipalityCode('11002', new Set(['011002']))).toEqual({ ok: true, value: '011002' })
    expect(checkMunicipalityCode('11002', new Set(['011002', completed]))).toMatchObject({
      code: 'ambiguous',
    })
  })

  it.each([
    ['', 'blank'],
    ['48000', 'prefecture'],
    ['1311', 'length'],
    ['13113X', 'characters'],
  ])('「%s」は %s として断る', (text, code) => {
    expect(checkMunicipalityCode(text)).toMatchObject({ ok: false, code })
  })
})

describe('保険者番号（NUM-02）', () => {
  it.each([
    ['NUM-02-a', '131136'],
    ['NUM-02-b', '122192'],
    ['NUM-02-c', '121012'],
    ['NUM-02-d', '141002'],
    ['NUM-02-e', '011007'],
    ['水上村', '435073'], // standards §1.3
  ])('%s %s は正しい', (_, number) => {
    expect(checkInsurerNumber(number)).toEqual({ ok: true, value: number })
    expect(checkInsurerNumber(padInsurerNumber(number))).toEqual({ ok: true, value: number })
  })

  it('NUM-02-f 131130 は市区町村コードだと述べて断る', () => {
    const result = checkInsurerNumber('131130')
    expect(result).toMatchObject({ ok: false, code: 'municipality-code', suggestion: '131136' })
    expect(result.ok ? '' : result.message).toContain('市区町村コード')
  })

  it('NUM-02-g 空欄は null', () => {
    expect(checkInsurerNumber('　')).toEqual({ ok: true, value: null })
  })

  it.each([
    ['131137', 'check-digit'],
    ['12131136', 'length'],
    ['13113', 'length'],
    ['H31136', 'characters'],
  ])('%s は %s として断る', (text, code) => {
    expect(checkInsurerNumber(text)).toMatchObject({ ok: false, code })
  })
})

describe('被保険者番号（NUM-03）', () => {
  it.each([
    ['0000012345', '0000012345'],
    ['H000123456', 'H000123456'],
    ['h000123456', 'H000123456'],
    ['００００ ０１２３４５', '0000012345'],
    ['', null],
  ])('「%s」は %s', (text, value) => {
    expect(normaliseInsuredNumber(text)).toEqual({ ok: true, value })
  })

  it('12345 は求められたときだけ0を補う', () => {
    expect(normaliseInsuredNumber('12345')).toMatchObject({
      ok: false,
      code: 'length',
      suggestion: '0000012345',
    })
    expect(normaliseInsuredNumber('12345', { padLeft: true })).toEqual({ ok: true, value: '0000012345' })
  })

  it.each([
    ['12345678901', 'length'],
    ['H12345', 'length'],
    ['A000123456', 'characters'],
  ])('%s は断り、0を補わない', (text, code) => {
    expect(normaliseInsuredNumber(text, { padLeft: true })).toMatchObject({ ok: false, code })
  })

  it('検査数字は計算しない: 10けたの数字はすべて受け取る', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (n) => {
        const number = String(n).padStart(10, '0')
        expect(normaliseInsuredNumber(number)).toEqual({ ok: true, value: number })
      }),
    )
  })
})

describe('事業所番号（NUM-04）', () => {
  it.each([
    ['NUM-04-a', '1300600077'],
    ['NUM-04-b', '1270501180'],
    ['NUM-04-c', '1270500281'],
    ['NUM-04-d', '13A0100019'],
    ['NUM-04-e', '11A2232606'],
    ['NUM-04-f', '1370101238'],
  ])('%s %s は正しい', (_, number) => {
    expect(checkOfficeNumber(number, 'strict')).toEqual({ ok: true, value: number })
  })

  it.each([
    ['NUM-04-g', '1370101230', 'check-digit'],
    ['NUM-04-h', '13I0100010', 'characters'],
    ['NUM-04-i', '137010123', 'length'],
    ['英字が3けた目の外', '1A70101238', 'characters'],
    ['空欄', '', 'blank'],
  ])('%s %s は断る', (_, text, code) => {
    expect(checkOfficeNumber(text)).toMatchObject({ ok: false, code })
  })

  it('NUM-04-j 9999900046（他システムの試験用）は7が正しいと断り、warn では警告つきで受け取る', () => {
    expect(checkOfficeNumber('9999900046')).toMatchObject({ code: 'check-digit', suggestion: '9999900047' }) // sum 53
    expect(checkOfficeNumber('9999900046', 'warn')).toMatchObject({
      ok: true,
      warning: { code: 'check-digit' },
    })
    expect(checkOfficeNumber('9999900047')).toMatchObject({ ok: false, code: 'prefecture' })
    expect(checkOfficeNumber('9999900047', 'warn')).toMatchObject({
      ok: true,
      warning: { code: 'prefecture' },
    })
  })

  it('warn では、検査数字が合わない番号を警告つきで受け取る', () => {
    expect(checkOfficeNumber('1370101230', 'warn')).toMatchObject({
      ok: true,
      value: '1370101230',
      warning: { code: 'check-digit' },
    })
  })
})

describe('文字の値（NUM-05）', () => {
  it.each([
    ['0', 0],
    ['A', 10],
    ['H', 17],
    ['J', 18],
    ['Z', 32],
    ['I', undefined],
    ['O', undefined],
    ['Q', undefined],
    ['a', undefined],
  ])('%s は %s', (c, value) => {
    expect(characterValue(c)).toBe(value)
  })
})

describe('法人番号', () => {
  it('7000012050002（国税庁）は正しい', () => {
    // 2×1 + 5×1 + 2×1 + 1×2 = 11; 11 mod 9 = 2; 9 − 2 = 7
    expect(checkCorporateNumber('7000012050002')).toEqual({ ok: true, value: '7000012050002' })
  })

  it('検査数字が合わなくても断らず、警告する', () => {
    expect(checkCorporateNumber('8000012050002')).toMatchObject({
      ok: true,
      warning: { code: 'check-digit' },
    })
    expect(checkCorporateNumber('700001205000')).toMatchObject({ ok: false, code: 'length' })
    expect(checkCorporateNumber('')).toEqual({ ok: true, value: null })
  })
})
