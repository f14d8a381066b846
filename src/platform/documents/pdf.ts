import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const WORKSPACE = join(import.meta.dirname, '..', '..')
const FONTS = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/biz-udpgothic/package.json'))

export class DocumentError extends Error {}

let compiler: NodeCompiler | undefined

/**
 * One PDF from a Typst template of an area. The template reads its data by `json(bytes(sys.inputs.data))`; it never
 * becomes markup, so no text that somebody typed can act as Typst code.
 * @param template path below `src`, e.g. 'casework/people/documents/face-sheet.typ'
 * @param data what the template shows; the same values the screen got
 * @param at instant of making, printed by the template and stored in the file
 * @returns the file's bytes
 * @throws DocumentError when the template does not compile: a fault of ours, with Typst's own words
 */
export async function pdf(template: string, data: unknown, at: Temporal.Instant): Promise<Buffer> {
  if (!existsSync(join(WORKSPACE, template))) throw new DocumentError(`template ${template} does not exist`)
  const typst = await loadCompiler()
  const main = { mainFilePath: join(WORKSPACE, template), inputs: { data: JSON.stringify(data) } }
  const result = typst.compile({ ...main, resetRead: false })
  const document = result.result
  if (!document)
    throw new DocumentError(`${template}: ${JSON.stringify(result.takeError()?.shortDiagnostics ?? [])}`)
  const bytes = typst.pdf(document, { creationTimestamp: Math.floor(at.epochMilliseconds / 1000) })
  typst.evictCache(10)
  return bytes
}

/** Loaded when the first document is asked for: 40 MB that most processes never need. */
async function loadCompiler(): Promise<NodeCompiler> {
  if (compiler) return compiler
  const typst = await import('@myriaddreamin/typst-ts-node-compiler')
  const fontPaths = [join(FONTS, '400Regular'), join(FONTS, '700Bold')]
  compiler = typst.NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontPaths }] })
  return compiler
}
