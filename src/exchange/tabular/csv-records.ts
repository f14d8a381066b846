/** Broken quoting at a record, or a limit passed. `record` counts from 1. */
export class CsvBroken extends Error {
  override readonly name = 'CsvBroken'
  readonly code: 'quote' | 'open-quote' | 'columns' | 'cell-length'
  readonly record: number

  constructor(code: CsvBroken['code'], record: number) {
    super(`${code} in record ${record}`)
    this.code = code
    this.record = record
  }
}

interface Options {
  delimiter: string
  maxColumns: number
  maxCellLength: number
}

type State = 'start' | 'plain' | 'quoted' | 'after-quote'

/**
 * Cuts text, given in parts, into records (RFC 4180): CRLF, LF and CR mixed, line ends inside quotes kept. A blank line is a record
 * of one empty cell, as a spreadsheet shows it; a line end at the end of the text begins none.
 */
export class CsvRecords {
  readonly #options: Options
  #state: State = 'start'
  #afterReturn = false
  #cell = ''
  #cells: string[] = []
  #done: string[][] = []
  #count = 0

  constructor(options: Options) {
    this.#options = options
  }

  /** @returns the records that ended in this part */
  push(text: string): string[][] {
    for (let at = 0; at < text.length; ) {
      const next = this.#isBetweenRecords() ? this.#takeLine(text, at) : at
      at = next > at ? next : this.#take(text, at)
    }
    return this.#hand()
  }

  #isBetweenRecords(): boolean {
    return this.#state === 'start' && !this.#afterReturn && this.#cells.length === 0 && this.#cell === ''
  }

  /** A whole line without quotes, as nearly all are, cut at once. @returns where the next begins, or `at`: not such a line */
  #takeLine(text: string, at: number): number {
    const end = text.indexOf('\n', at)
    if (end < 0) return at
    const line = text.slice(at, text.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end)
    if (line.includes('"') || line.includes('\r')) return at
    const cells = line.split(this.#options.delimiter)
    const { maxColumns, maxCellLength } = this.#options
    if (cells.length > maxColumns) throw new CsvBroken('columns', this.#count + 1)
    if (line.length > maxCellLength && cells.some((cell) => cell.length > maxCellLength))
      throw new CsvBroken('cell-length', this.#count + 1)
    this.#done.push(cells)
    this.#count++
    return end + 1
  }

  /** @returns the last record, when the text did not end with a line end @throws CsvBroken inside open quotes */
  end(): string[][] {
    if (this.#state === 'quoted') throw new CsvBroken('open-quote', this.#count + 1)
    if (this.#cells.length > 0 || this.#cell !== '' || this.#state === 'after-quote') this.#endRecord()
    return this.#hand()
  }

  #take(text: string, at: number): number {
    const c = text[at]
    if (this.#afterReturn) {
      this.#afterReturn = false
      if (c === '\n') return at + 1
    }
    if (this.#state === 'quoted') return this.#takeQuoted(text, at)
    if (this.#state === 'start' && c === '"') {
      this.#state = 'quoted'
      return at + 1
    }
    if (this.#state === 'after-quote' && c === '"') {
      this.#add('"')
      this.#state = 'quoted'
      return at + 1
    }
    if (c === this.#options.delimiter) this.#endCell()
    else if (c === '\n' || c === '\r') {
      this.#endRecord()
      this.#afterReturn = c === '\r'
    } else if (this.#state === 'after-quote') throw new CsvBroken('quote', this.#count + 1)
    else return this.#takePlain(text, at)
    return at + 1
  }

  #takeQuoted(text: string, at: number): number {
    const quote = text.indexOf('"', at)
    this.#add(text.slice(at, quote < 0 ? text.length : quote))
    if (quote < 0) return text.length
    this.#state = 'after-quote'
    return quote + 1
  }

  #takePlain(text: string, at: number): number {
    let end = at
    const delimiter = this.#options.delimiter.charCodeAt(0)
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end)
      if (code === delimiter || code === 10 || code === 13) break
    }
    this.#add(text.slice(at, end))
    this.#state = 'plain'
    return end
  }

  #add(part: string): void {
    this.#cell += part
    if (this.#cell.length > this.#options.maxCellLength) throw new CsvBroken('cell-length', this.#count + 1)
  }

  #endCell(): void {
    this.#cells.push(this.#cell)
    this.#cell = ''
    this.#state = 'start'
    if (this.#cells.length > this.#options.maxColumns) throw new CsvBroken('columns', this.#count + 1)
  }

  #endRecord(): void {
    this.#endCell()
    this.#done.push(this.#cells)
    this.#cells = []
    this.#count++
  }

  #hand(): string[][] {
    const done = this.#done
    this.#done = []
    return done
  }
}
