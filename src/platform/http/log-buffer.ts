const FLUSH_MS = 50
const FLUSH_LENGTH = 64 * 1024

/**
 * Gathers log lines and writes them together: one write a request would cost the server more than the line is worth.
 * Whatever waits is written at the end of the process too; only a `kill -9` loses the last 50 milliseconds of log.
 * @param write takes text at once (process.stderr.write)
 */
export function bufferedLog(write: (text: string) => void): (text: string) => void {
  let waiting = ''
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (waiting === '') return
    const text = waiting
    waiting = ''
    write(text)
  }
  process.on('exit', flush)
  return (text) => {
    waiting += text
    if (waiting.length >= FLUSH_LENGTH) flush()
    else timer ??= setTimeout(flush, FLUSH_MS).unref()
  }
}
