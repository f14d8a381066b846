import type { default as RegistersSchema } from './registers/RegistersSchema.ts';
import type { default as CaseworkSchema } from './casework/CaseworkSchema.ts';
import type { default as EvaluationSchema } from './evaluation/EvaluationSchema.ts';
import type { default as PlatformSchema } from './platform/PlatformSchema.ts';
import type { default as AuditSchema } from './audit/AuditSchema.ts';

type Database = RegistersSchema & CaseworkSchema & EvaluationSchema & PlatformSchema & AuditSchema;

export type { Database as default };