import type { KeyObject } from 'node:crypto'
import type { Finding, FindingKind } from './finding.ts'
import { CHAIN_START, macOf, sameMac } from './mac.ts'

/** A seal with its line as both stand in the database; `content` is null when the line is gone. */
export interface Link {
  seq: number
  lineId: string
  mac: Buffer
  content: string | null
  epoch: number
  xid: bigint
}

interface Doubt {
  link: Link
  computed: Buffer
  /** what it is when its successor fits the stored mac: it depends on what came before */
  otherwise: 'changed' | 'unverifiable' | 'reordered'
}

/** Order in which lines are sealed. */
export const comesBefore = (a: LinkPlace, b: LinkPlace): boolean =>
  a.epoch !== b.epoch ? a.epoch < b.epoch : a.xid !== b.xid ? a.xid < b.xid : a.lineId < b.lineId

export type LinkPlace = Pick<Link, 'epoch' | 'xid' | 'lineId'>

/**
 * Walks the chain link by link, holding two of them. A link that does not fit is doubtful until its successor tells:
 * the successor was made from the original mac, so it fits the stored mac (the line was changed), the mac computed
 * from the line (the seal was changed), or neither (both were).
 */
export class ChainCheck {
  readonly #key: KeyObject
  readonly #report: (finding: Finding) => void
  #previous: { seq: number; mac: Buffer; isWitness: boolean } = { seq: 0, mac: CHAIN_START, isWitness: true }
  #doubt: Doubt | undefined
  /** the furthest line that is proven */
  #furthest: LinkPlace | undefined

  constructor(key: KeyObject, report: (finding: Finding) => void) {
    this.#key = key
    this.#report = report
  }

  get lastSeq(): number {
    return this.#previous.seq
  }

  get furthest(): LinkPlace | undefined {
    return this.#furthest
  }

  add(link: Link): void {
    if (link.seq !== this.#previous.seq + 1) this.#gapBefore(link)
    if (link.content === null) this.#removed(link)
    else if (!this.#previous.isWitness) this.#settleWithout(link)
    else this.#compare(link, link.content)
    this.#previous = { seq: link.seq, mac: link.mac, isWitness: true }
  }

  /** @param isContradicted whether the head file knows another mac for the last link */
  end(isContradicted: boolean): void {
    if (!this.#doubt && isContradicted) this.#say('rewritten', this.#previous.seq, null)
    this.#settle(isContradicted ? 'rewritten' : (this.#doubt?.otherwise ?? 'changed'))
  }

  #compare(link: Link, content: string): void {
    const computed = macOf(this.#key, this.#previous.mac, content)
    const doubt = this.#doubt
    if (sameMac(computed, link.mac)) {
      const isAhead = doubt && comesBefore(link, placeOf(doubt.link))
      this.#settle(isAhead ? 'reordered' : (doubt?.otherwise ?? 'changed'))
      this.#proven(link)
    } else if (doubt && sameMac(macOf(this.#key, doubt.computed, content), link.mac)) {
      this.#settle('seal-changed')
      this.#proven(link)
    } else {
      const isAhead = doubt && comesBefore(link, placeOf(doubt.link))
      this.#settle(isAhead ? 'reordered' : 'rewritten')
      const otherwise = !doubt ? 'changed' : isAhead ? 'reordered' : 'unverifiable'
      this.#doubt = { link, computed, otherwise }
    }
  }

  #proven(link: Link): void {
    if (this.#furthest && comesBefore(link, this.#furthest)) this.#say('reordered', link.seq, link.lineId)
    else this.#furthest = placeOf(link)
  }

  #removed(link: Link): void {
    this.#settle(this.#doubt?.otherwise ?? 'changed')
    this.#say('removed', link.seq, link.lineId)
  }

  #gapBefore(link: Link): void {
    this.#settle(this.#doubt?.otherwise ?? 'changed')
    this.#report({ kind: 'seal-removed', seq: this.#previous.seq + 1, toSeq: link.seq - 1, lineId: null })
    this.#previous.isWitness = false
  }

  #settleWithout(link: Link): void {
    this.#say('unverifiable', link.seq, link.lineId)
  }

  #settle(kind: FindingKind): void {
    const doubt = this.#doubt
    this.#doubt = undefined
    if (!doubt) return
    const isBehind = this.#furthest && comesBefore(doubt.link, this.#furthest)
    this.#say(isBehind ? 'reordered' : kind, doubt.link.seq, doubt.link.lineId)
  }

  #say(kind: FindingKind, seq: number, lineId: string | null): void {
    this.#report({ kind, seq, toSeq: null, lineId })
  }
}

const placeOf = ({ epoch, xid, lineId }: Link): LinkPlace => ({ epoch, xid, lineId })
