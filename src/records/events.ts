import { z } from 'zod';
import { defineKind } from '../store/kind.ts';

/** Slack retries an event for some minutes at most, so what was handled is known for an hour, in ms. */
const REMEMBERED_MS = 60 * 60 * 1000;

/** An event of Slack's that is not handled yet. */
export const PendingEvent = z.object({
  team: z.string(),
  id: z.string(),
  conversation: z.string(),
  body: z.record(z.string(), z.unknown()),
  /** Ms since 1970. */
  receivedAt: z.number(),
  attempts: z.int().min(0),
});
export type PendingEvent = z.infer<typeof PendingEvent>;

/**
 * Pending events of all workspaces lie in one place, that of the house, so that finding those left over looks through
 * nothing else. They are gone when they are handled, within the hour at the latest.
 */
export const PENDING_EVENTS = defineKind({
  kind: 'pending-events',
  version: 1,
  schema: PendingEvent,
  ttlMs: REMEMBERED_MS,
  forgetPerson: 'becomes a former member',
});

/** That an event was handled, by its id, in its workspace. */
export const HANDLED_EVENTS = defineKind({
  kind: 'handled-events',
  version: 1,
  schema: z.object({}),
  ttlMs: REMEMBERED_MS,
  forgetPerson: 'holds no person',
});
