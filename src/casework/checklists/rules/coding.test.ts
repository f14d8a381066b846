import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODINGS, type Coding } from '../codes.ts'
import { ANSWERED_ON, cellsWith, parameters, range } from '../factory.ts'
import { questions } from '../forms/kihon-checklist/form.ts'
import type { QuestionNumber } from '../forms/kihon-checklist/items.ts'
import { type Answer, type Answers, type Cells, readAnswers, writeAnswers } from './coding.ts'
import { countCriteria } from './criteria.ts'
import { judge } from './judgement.ts'
import { itemNumbers, pointsOf } from './points.ts'

/** Item 12 scores 0; 第1号, no 認定. */
function judged(coding: Coding, ones: readonly number[]) {
  const read = readAnswers(coding, cellsWith(ones))
  if (read.outcome === 'refused') throw new Error('these cells are readable')
  const points = pointsOf(read.answers, 0)
  const { value } = judge({
    criteria: countCriteria(points, parameters.criteria).value,
    insuredType: 'category1Insured',
    certification: null,
    answeredOn: ANSWERED_ON,
  })
  return {
    scored: itemNumbers.filter((no) => points[no] === 1),
    met: value.met,
    judgement: value.judgement,
  }
}

const REVERSED = [...range(1, 8), 16, 19]
const NOTHING = { scored: [], met: [], judgement: 'notTarget' }
const ALL_REVERSED = {
  scored: REVERSED,
  met: ['overall', 'motor', 'seclusion', 'cognition'],
  judgement: 'target',
}

describe('CHK-01 記入の読み方: 用紙の数字か、はい・いいえか', () => {
  it('CHK-01-a 用紙の数字がすべて0なら0点、はい・いいえと読み違えると10点になる', () => {
    expect(judged('paperNumber', [])).toEqual(NOTHING)
    expect(judged('yesNo', [])).toEqual(ALL_REVERSED)
  })

  it('CHK-01-b 用紙の数字で1～8、16、19が1なら10点、読み違えると0点になる', () => {
    expect(judged('paperNumber', REVERSED)).toEqual(ALL_REVERSED)
    expect(judged('yesNo', REVERSED)).toEqual(NOTHING)
  })

  it('CHK-01-c はい・いいえで1～7がはいなら3点、読み違えると7点でも基準に届かない', () => {
    expect(judged('yesNo', range(1, 7))).toEqual({
      scored: [8, 16, 19],
      met: ['seclusion', 'cognition'],
      judgement: 'target',
    })
    expect(judged('paperNumber', range(1, 7))).toEqual({
      scored: range(1, 7),
      met: [],
      judgement: 'notTarget',
    })
  })

  it.each([undefined, null])('読み方の宣言がなければ(%s)、推測せずに断る', (coding) => {
    expect(readAnswers(coding, cellsWith([]))).toEqual({ outcome: 'refused', reason: 'codingNotDeclared' })
  })

  it('空欄は無回答、回答拒否は回答拒否で、どちらも「いいえ」にも0点にもならない', () => {
    const read = readAnswers('yesNo', { 1: '', 2: null, 3: '回答拒否', 4: ' ０ ', 5: '１' })
    if (read.outcome === 'refused') throw new Error('these cells are readable')
    expect([1, 2, 3, 4, 5, 6].map((no) => read.answers[no as QuestionNumber])).toEqual([
      null,
      null,
      'declined',
      'no',
      'yes',
      null,
    ])
    const points = pointsOf(read.answers, null)
    expect([points[1], points[3], points[4], points[5], points[12]]).toEqual([null, null, 1, 0, null])
  })

  it('はい・いいえの言葉は、はい・いいえの読み方でだけ読む', () => {
    const words: Cells = { 1: 'はい', 9: 'いいえ' }
    expect(readAnswers('yesNo', words)).toMatchObject({ outcome: 'read', answers: { 1: 'yes', 9: 'no' } })
    expect(readAnswers('paperNumber', words)).toEqual({
      outcome: 'refused',
      reason: 'unreadCells',
      cells: [
        { no: 1, reason: 'wordInPaperNumber' },
        { no: 9, reason: 'wordInPaperNumber' },
      ],
    })
  })

  it.each(['2', '-1', '01', '0.5', 'yes', '不明'])(
    '「%s」は読めない値として、項目を示して全体を断る',
    (value) => {
      expect(readAnswers('paperNumber', { ...cellsWith([]), 20: value })).toEqual({
        outcome: 'refused',
        reason: 'unreadCells',
        cells: [{ no: 20, reason: 'unknownValue' }],
      })
    },
  )
})

const anAnswer = fc.constantFrom<Answer>('yes', 'no', 'declined', null)
const someAnswers = fc
  .array(anAnswer, { minLength: questions.length, maxLength: questions.length })
  .map((answers) => Object.fromEntries(questions.map(({ no }, i) => [no, answers[i]])) as Answers)

describe('CHK-01 どの回答でも成り立つこと', () => {
  it.each(CODINGS)('$label: 書いて読むと同じ回答に戻る', ({ code }) => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        expect(readAnswers(code, writeAnswers(code, answers))).toEqual({
          outcome: 'read',
          coding: code,
          answers,
        })
      }),
    )
  })

  it('用紙の数字は、そのまま点数である', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const cells = writeAnswers('paperNumber', answers)
        const points = pointsOf(answers, null)
        for (const { no } of questions) if (points[no] !== null) expect(cells[no]).toBe(String(points[no]))
      }),
    )
  })

  it('二つの読み方の違いは、逆の並びの10項目だけに出る', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const [paper, words] = [writeAnswers('paperNumber', answers), writeAnswers('yesNo', answers)]
        const differing = questions.filter(({ no }) => paper[no] !== words[no]).map(({ no }) => no)
        const answered = REVERSED.filter((no) => ['yes', 'no'].includes(answers[no as QuestionNumber] ?? ''))
        expect(differing).toEqual(answered)
      }),
    )
  })
})
