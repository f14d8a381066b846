import { readFile } from 'node:fs/promises'
import { NoValueInForce } from '../../../law/in-force.ts'
import { TooLarge } from '../../../platform/exact/index.ts'
import { type CaseReport, checkCase, readCase, solvedTexts } from '../case-check/check-case.ts'
import { type Check, said } from '../rules/check.ts'

type Say = (text: string) => void
type Outcome = { file: string } & ({ report: CaseReport } | { problems: string[] })

/** Recomputes published cases. @returns 0 every one is reproduced; 2 one is contradictory, unreadable or not of the form */
export async function checkFiles(files: readonly string[], isJson: boolean, say: Say): Promise<number> {
  if (files.length === 0) {
    console.error('検算するファイルを書いてください。形は src/insurer/premium/cases/README.md にあります。')
    return 2
  }
  const outcomes = await Promise.all(files.map(checked))
  if (isJson) say(JSON.stringify(outcomes.map(asJson), null, 2))
  else for (const outcome of outcomes) say(asText(outcome))
  const isBad = outcomes.some((one) => 'problems' in one || one.report.contradictions.length > 0)
  return isBad ? 2 : 0
}

async function checked(file: string): Promise<Outcome> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch {
    return { file, problems: ['ファイルを読めません。名前と置き場所を確かめてください。'] }
  }
  const read = readCase(text.replace(/^\ufeff/, ''))
  if (!read.ok) return { file, problems: read.problems }
  try {
    return { file, report: checkCase(read.file) }
  } catch (error) {
    if (error instanceof NoValueInForce)
      return {
        file,
        problems: [
          `第${read.file.period}期の国の値（負担割合など）がまだ登録されていません。計画期間の番号を確かめてください。`,
        ],
      }
    if (!(error instanceof TooLarge)) throw error
    return {
      file,
      problems: ['計算の途中の数が大きすぎます。桁と単位（円・千円・人・%）を確かめてください。'],
    }
  }
}

const lines = (title: string, all: readonly string[]) => [title, ...all.map((one) => `  ・${one}`)]
const messages = (checks: readonly Check[]) => checks.map(({ message }) => message)

function asText(outcome: Outcome): string {
  if ('problems' in outcome) return lines(`${outcome.file}: 検算できません`, outcome.problems).join('\n')
  const { report } = outcome
  const { contradictions, warnings, checks } = report
  const name = `${outcome.file}: ${report.title}${report.isSecondary ? '（二次資料による）' : ''}`
  const found =
    contradictions.length === 0
      ? [`${name} 食い違いはありません（検算${checks.length}件）`]
      : lines(
          `${name} 食い違いが${contradictions.length}件あります（検算${checks.length}件）`,
          messages(contradictions),
        )
  return [...found, ...(warnings.length > 0 ? lines('  注意', messages(warnings)) : [])].join('\n')
}

function asJson(outcome: Outcome) {
  if ('problems' in outcome) return { ...outcome, isReproduced: false }
  const { report, file } = outcome
  const { caseId, kind, title, isSecondary, isAnonymised, contradictions, warnings, checks, solved } = report
  const shown = ({ id, validator, label, path, message }: Check) => ({ id, validator, label, path, message })
  return {
    file,
    caseId,
    kind,
    title,
    isSecondary,
    isAnonymised,
    isReproduced: contradictions.length === 0,
    contradictions: contradictions.map(shown),
    warnings: warnings.map(shown),
    solved: solvedTexts(solved),
    checks: checks.map(({ id, validator, label, formula, unit, published, computed, isMet }) => ({
      id,
      validator,
      label,
      formula,
      unit,
      published: said(published),
      computed: said(computed),
      isMet,
    })),
  }
}
