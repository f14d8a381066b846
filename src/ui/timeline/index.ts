export {
  Timeline,
  TimelineEntries,
  type TimelineEntriesProps,
  type TimelineItem,
  type TimelineProps,
} from './timeline.tsx'
