import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { DAY_MS, RETENTION_DAYS } from '../retention.ts';
import type { Page } from '../store/documents.ts';
import { defineKind } from '../store/kind.ts';
import type { Entry, Store } from '../store/store.ts';
import { newestFirst } from './record.ts';

/** One line of the audit list. It holds user ids, never names or texts about people. */
export const AuditEntry = z.object({
  /** When, in ms since 1970. */
  at: z.int(),
  /** The user id of who did it; "a former member" once forgotten; "the operator" for whoever runs Rolefit. */
  by: z.string(),
  /** What was changed or done, such as `settings.tone`. */
  what: z.string(),
  from: z.json().optional(),
  to: z.json().optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AUDIT = defineKind({
  kind: 'audit',
  version: 1,
  schema: AuditEntry,
  ttlMs: RETENTION_DAYS.audit * DAY_MS,
  forgetPerson: 'becomes a former member',
});

/** An entry to be written together with what it tells of. */
export const auditEntry = (entry: AuditEntry): Entry => ({
  kind: AUDIT,
  id: `${newestFirst(entry.at)}-${randomUUID()}`,
  value: entry,
});

/** A line for each field that differs, under `what.field`. */
export const auditChanges = <T extends object>(
  what: string,
  { by, at }: { by: string; at: number },
  before: T,
  after: T,
): Entry[] =>
  (Object.keys(after) as (keyof T & string)[])
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) =>
      auditEntry({ at, by, what: `${what}.${field}`, from: json(before[field]), to: json(after[field]) }),
    );

const json = (value: unknown) => z.json().optional().parse(value);

/** The audit list of a workspace, newest first. `after` is the `next` of the page before. @throws StoreError */
export const listAudit = (
  store: Store,
  workspace: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Page<AuditEntry>> => store.documents(AUDIT, workspace).page({ after, limit });
