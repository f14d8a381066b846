import type { default as LineTable } from './Line.ts';
import type { default as SealTable } from './Seal.ts';

export default interface AuditSchema {
  line: LineTable;

  seal: SealTable;
}