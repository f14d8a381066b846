import type { Figures, LoadPlan } from '../figures.ts'
import { across, type Line, range, ratios } from '../part.ts'
import { load } from '../processes.ts'
import { type Asked, type Framework, isThere, type Missing } from './framework.ts'

export type Peers = Record<'parse' | 'strapi', Framework | Missing>
type Sides = Record<keyof Peers, () => Promise<Figures>>

/** A load for each peer that is there, to be measured in turn with the product; one that is missing has no key, and no figures later. */
export function peerSides(
  peers: Peers,
  dataDir: string,
  planOf: (asked: Asked) => Omit<LoadPlan, 'port'>,
): Sides {
  const sides: Partial<Sides> = {}
  for (const [name, peer] of Object.entries(peers) as [keyof Peers, Peers[keyof Peers]][])
    if (isThere(peer)) sides[name] = () => load(peer, dataDir, planOf(peer.asked))
  return sides as Sides
}

export async function stopAll(peers: Peers): Promise<void> {
  for (const peer of Object.values(peers)) if (isThere(peer)) await peer.stop()
}

/**
 * A line for each peer: how many times as much the product does in a second. Parse Server is what the goal is set against; a peer
 * that is not there, or did not answer everything, is said so in its line.
 */
export function peerLines(
  what: string,
  atLeast: number,
  peers: Peers,
  product: Figures[],
  measured: Partial<Record<keyof Peers, Figures[]>>,
): Line[] {
  return (['parse', 'strapi'] as const).map((name) => {
    const { title } = peers[name]
    const goal = name === 'parse' ? `≥ ${atLeast} ×` : 'shown'
    const line = { what: `${what} against ${title}`, goal }
    const [peer, runs] = [peers[name], measured[name]]
    if (!isThere(peer) || !runs) {
      const cause = isThere(peer) ? 'it was not loaded' : peer.cause
      return {
        ...line,
        measured: `not measured: ${cause}`,
        spread: '—',
        isMet: name === 'parse' ? false : null,
      }
    }
    const more = ratios(product, runs, 'perSecond')
    const [own, other] = [across(product, 'perSecond'), across(runs, 'perSecond')]
    const failed = runs.reduce((sum, { errors }) => sum + errors, 0)
    const said = failed > 0 ? `; ${failed} requests failed at the peer` : ''
    return {
      ...line,
      measured: `${more.median} × (${own.median}/s : ${other.median}/s), p99 ${across(product, 'p99').median} ms : ${across(runs, 'p99').median} ms${said}`,
      spread: `${range(more, ' ×')}; ${range(own, '/s')} : ${range(other, '/s')}`,
      isMet: name === 'parse' ? more.median >= atLeast : null,
    }
  })
}
