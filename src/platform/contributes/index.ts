export {
  type AsOnField,
  type AsOnSource,
  type Card,
  type CardSource,
  type Consequence,
  type Contributes,
  cardSource,
  type DependentSource,
  type FactSource,
  type MenuEntry,
  type NoticeSource,
  type PersonEvent,
  type SearchHit,
  type SearchHitSource,
  type Waiting,
} from './contributes.ts'
export { allContributes, joinContributes } from './find.ts'
export {
  newestFirst,
  sortableInstant,
  type TimelineFilter,
  type TimelineItem,
  type TimelinePlace,
  type TimelineSource,
  timelineSource,
} from './timeline.ts'
