import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { environment, freePort, MEGURI } from './place.ts'

/** How long the supervisor waits before it starts the server again; systemd's default. */
const RESTART_MS = 100
const KEPT_LINES = 400

/** `bin/meguri serve` kept running as systemd would: the same command again whenever it ends. Nothing else helps it. */
export class Supervised {
  readonly origin: string
  readonly #words: string[]
  readonly #env: Record<string, string>
  #child: ChildProcess | undefined
  #isOver = false
  #ended: Promise<void> = Promise.resolve()
  /** how each life ended: an exit code, or a signal */
  readonly ends: string[] = []
  /** milliseconds from a start to the first ready answer, of starts that came so far */
  readonly startMs: number[] = []
  /** the last lines of both outputs */
  readonly said: string[] = []

  private constructor(dataDir: string, port: number, env: Record<string, string>) {
    this.origin = `http://127.0.0.1:${port}`
    this.#words = ['serve', '--data', dataDir, '--port', String(port)]
    this.#env = env
  }

  static async start(dataDir: string, env: Record<string, string> = {}): Promise<Supervised> {
    const server = new Supervised(dataDir, await freePort(), env)
    server.#launch()
    await server.ready()
    return server
  }

  get pid(): number | undefined {
    const child = this.#child
    return child && child.exitCode === null && child.signalCode === null ? child.pid : undefined
  }

  #launch(): void {
    const child = spawn(MEGURI, this.#words, {
      env: environment(this.#env),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    const begun = performance.now()
    void this.#whenReady(child).then((isReady) => {
      if (isReady) this.startMs.push(Math.round(performance.now() - begun))
    })
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => this.#hear(text))
    this.#ended = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        this.ends.push(signal ?? String(code))
        resolve()
        if (!this.#isOver) void sleep(RESTART_MS).then(() => !this.#isOver && this.#launch())
      })
    })
  }

  #hear(text: string): void {
    this.said.push(...text.split('\n').filter((line) => line !== ''))
    if (this.said.length > KEPT_LINES) this.said.splice(0, this.said.length - KEPT_LINES)
  }

  async #whenReady(child: ChildProcess): Promise<boolean> {
    while (child.exitCode === null && child.signalCode === null) {
      if (await isReady(this.origin)) return true
      await sleep(25)
    }
    return false
  }

  /** @throws when it is not ready in time, with what it said last */
  async ready(limitMs = 120_000): Promise<number> {
    const begun = performance.now()
    while (!(await isReady(this.origin))) {
      if (performance.now() - begun > limitMs)
        throw new Error(`not ready after ${limitMs} ms:\n${this.said.slice(-15).join('\n')}`)
      await sleep(25)
    }
    return performance.now() - begun
  }

  kill(): void {
    this.#child?.kill('SIGKILL')
  }

  /** In order, as `systemctl stop`. @returns what it ended with */
  async stop(): Promise<string | undefined> {
    this.#isOver = true
    this.#child?.kill('SIGTERM')
    await this.#ended
    return this.ends.at(-1)
  }
}

const isReady = (origin: string): Promise<boolean> =>
  fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.ok,
    () => false,
  )
