import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { DocumentError, pdf } from './pdf.ts'

const at = Temporal.Instant.from('2026-11-22T10:00:00+09:00')
const page = 'platform/documents/testing/page.typ'
const data = {
  title: '試しの書類',
  made: '令和8年11月22日',
  sample: '見本',
  rows: [
    ['氏名', '見本川 例子'],
    ['備考', '#panic("命令ではない") *太字でもない*'],
  ],
}

describe('PDF の書類', () => {
  it('同じ内容と日時からは同じファイルができ、和文の書体が入る', async () => {
    const first = await pdf(page, data, at)
    expect(first.subarray(0, 5).toString()).toBe('%PDF-')
    expect(first.toString('latin1')).toMatch(/BIZUDPGothic/)
    expect((await pdf(page, data, at)).equals(first)).toBe(true)
  })

  it('入力された文は、組版の命令としては働かない', async () => {
    await expect(pdf(page, data, at)).resolves.toBeInstanceOf(Buffer)
  })

  it('ひな形がなければ、そう言って止まる', async () => {
    await expect(pdf('platform/documents/none.typ', {}, at)).rejects.toBeInstanceOf(DocumentError)
  })

  it.runIf(hasPdftotext())('印字された文字がそのまま読み取れる', async () => {
    const bytes = await pdf(page, data, at)
    const text = execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' })
    expect(text).toContain('見本川 例子')
    expect(text).toContain('#panic("命令ではない")')
  })
})

function hasPdftotext(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
