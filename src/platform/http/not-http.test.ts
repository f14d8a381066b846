import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemOf } from './accident.ts'
import { type Listening, listen } from './listen.ts'

let server: Listening
const heard: { text: string | null; error: Error | null }[] = []
beforeAll(async () => {
  const answer = async (request: Request) => {
    try {
      heard.push({ text: await request.text(), error: null })
    } catch (error) {
      heard.push({ text: null, error: error as Error })
    }
    return new Response('届いた')
  }
  server = await listen(answer, '127.0.0.1', 0)
})
afterAll(() => server.close(0))

/** Sends bytes as they are and hears the line to its end. */
function say(bytes: string, { hangUp = false } = {}): Promise<string> {
  const port = Number(new URL(server.address).port)
  return new Promise((resolve, reject) => {
    let said = ''
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.write(Buffer.from(bytes, 'latin1'))
      if (hangUp) setTimeout(() => socket.destroy(), 50)
    })
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => {
      said += text
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(said))
  })
}

describe('HTTP でない列', () => {
  it.each([
    ['方法でない語', 'x\r\n\r\n', 400],
    ['制御文字のパス', 'GET /api/\u0007 HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['送り先のない要求', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['壊れた送り先', 'GET / HTTP/1.1\r\nHost: a b\r\n\r\n', 400],
    ['全体への OPTIONS', 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['長さが二つ', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef', 400],
    [
      '長さと chunked',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['長いヘッダー', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['とても長いヘッダー', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(900_000)}\r\n\r\n`, 431],
  ])('%sは日本語の problem+json で断り、接続を閉じる', async (_, bytes, status) => {
    const [head = '', body = ''] = (await say(bytes)).split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(head).toContain('content-type: application/problem+json')
    expect(head).toContain('connection: close')
    const problem = JSON.parse(body)
    expect(problem).toMatchObject({ status, errors: [] })
    expect(problem.title).toMatch(/[ぁ-ん]/)
    expect(Number(/content-length: (\d+)/.exec(head)?.[1])).toBe(Buffer.byteLength(body))
    expect(heard).toEqual([])
  })

  it('知らない期待(Expect)は気にせずに答える', async () => {
    const said = await say('GET / HTTP/1.1\r\nHost: x\r\nExpect: x\r\nConnection: close\r\n\r\n')
    expect(said).toMatch(/^HTTP\/1\.1 200 /)
    expect(heard.splice(0)).toHaveLength(1)
  })

  it('HTTP/1.0 は送り先がなくても答える', async () => {
    expect(await say('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /)
    expect(heard.splice(0)).toHaveLength(1)
  })

  it('本文の途中で切れた要求は、データベースの事故ではなく、読み取れない要求', async () => {
    await say('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"a":', { hangUp: true })
    while (heard.length === 0) await sleep(10)
    const { error } = heard.splice(0)[0]!
    expect(error).toBeInstanceOf(Error)
    expect(problemOf(error!)).toMatchObject({ status: 400, code: 'malformed' })
  })
})
