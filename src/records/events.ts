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

/** How far an event came. */
const EventProgress = z.object({
  /** How often it was begun to be handled, the successful time included. */
  attempts: z.int().min(1).default(1),
  isHandled: z.boolean().default(true),
});
export type EventProgress = z.infer<typeof EventProgress>;

/**
 * How far events came, by their id, in their workspace. Apart from the pending events, which two processes may write at the
 * same moment: this is written under the lock of the event's conversation only.
 */
export const HANDLED_EVENTS = defineKind({
  kind: 'handled-events',
  version: 1,
  schema: EventProgress,
  ttlMs: REMEMBERED_MS,
  forgetPerson: 'holds no person',
});
