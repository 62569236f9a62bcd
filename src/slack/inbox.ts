import type { Logger } from '../ops/log.ts';
import { type EventProgress, HANDLED_EVENTS, PENDING_EVENTS, type PendingEvent } from '../records/events.ts';
import type { Documents } from '../store/documents.ts';
import { StoreError } from '../store/errors.ts';
import { HOUSE } from '../store/house.ts';
import type { Store } from '../store/store.ts';
import { ConversationQueue } from './conversation-queue.ts';
import { logFailure } from './failure.ts';
import type { Incoming } from './incoming.ts';

/** An event's turn in its conversation comes within this time, in ms; else it stays for the next round. */
const TURN_MS = 60_000;
/** How often events that nobody finished are taken over, and how old they must be by then, in ms. */
const ROUND_MS = 30_000;
/** An event that was begun this often and never finished is given up. */
const MOST_ATTEMPTS = 5;

export interface InboxParts {
  store: Store;
  log: Logger;
  /** Ms since 1970. */
  now?: () => number;
}

/** Handles one event. `takenOver` when an earlier attempt at it may have got anywhere, in whichever process. */
export type Handler = (event: Incoming, takenOver: boolean) => Promise<void>;

/**
 * Events from before they are acknowledged until they are handled, in the store: what one process leaves behind another
 * takes over, and an event that comes twice, to whichever process, is handled once.
 */
export class Inbox {
  readonly #parts: InboxParts;
  readonly #handler: Handler;
  readonly #pending: Documents<PendingEvent>;
  readonly #arrivals = new ConversationQueue();
  readonly #running = new Set<Promise<void>>();
  #rounds: NodeJS.Timeout | undefined;

  constructor(parts: InboxParts, handler: Handler) {
    this.#parts = parts;
    this.#handler = handler;
    this.#pending = parts.store.documents(PENDING_EVENTS, HOUSE);
  }

  /** Begins to take over what is left behind: now, and every half minute. */
  start(): void {
    this.#rounds = setInterval(() => void this.takeOver(ROUND_MS), ROUND_MS).unref();
    void this.takeOver(0);
  }

  /**
   * Keeps an event; when this resolves it will be handled whatever happens to this process, and `handled` tells when. Events
   * of one conversation are handled in the order in which this was called.
   * @throws StoreError; then it must not be acknowledged.
   */
  receive(event: Incoming): Promise<{ handled: Promise<void> }> {
    return this.#arrivals.run(event.conversation, async () => {
      if ((await this.#progressOf(event))?.isHandled) return { handled: Promise.resolve() };
      if (!(await this.#pending.read(keyOf(event)))) {
        const receivedAt = (this.#parts.now ?? Date.now)();
        await this.#pending.write(keyOf(event), { ...event, receivedAt });
      }
      return { handled: this.#handle(event) };
    });
  }

  /** Handles what has waited for `olderThanMs`, in the order it came. What another is at work on is left to it. */
  async takeOver(olderThanMs: number): Promise<void> {
    try {
      const before = (this.#parts.now ?? Date.now)() - olderThanMs;
      const left: PendingEvent[] = [];
      for await (const { value } of this.#pending.list()) if (value.receivedAt <= before) left.push(value);
      left.sort((a, b) => a.receivedAt - b.receivedAt);
      await Promise.all(left.map((event) => this.#handle(event)));
    } catch (error) {
      logFailure(this.#parts.log, error, { in: 'inbox' });
    }
  }

  /** Begins nothing new and resolves when nothing is in hand. */
  async stop(): Promise<void> {
    clearInterval(this.#rounds);
    await Promise.allSettled(this.#running);
  }

  #handle(event: Incoming): Promise<void> {
    const handled = this.#inTurn(event);
    this.#running.add(handled);
    const done = (): boolean => this.#running.delete(handled);
    handled.then(done, done);
    return handled;
  }

  /** A failure is logged; the event stays for another attempt. */
  async #inTurn(event: Incoming): Promise<void> {
    const { store, log } = this.#parts;
    try {
      await store.exclusive(`conversation:${event.conversation}`, () => this.#attempt(event), {
        waitMs: TURN_MS,
      });
    } catch (error) {
      if (error instanceof StoreError && error.code === 'busy') return;
      logFailure(log, error, { event: event.id });
    }
  }

  /** Within a turn. An attempt is noted before it begins, so that whoever comes after one that died knows of it. */
  async #attempt(event: Incoming): Promise<void> {
    const progress = this.#parts.store.documents(HANDLED_EVENTS, event.team);
    const { attempts = 0, isHandled = false } = (await progress.read(event.id)) ?? {};
    if (!isHandled && attempts < MOST_ATTEMPTS) {
      await progress.write(event.id, { attempts: attempts + 1, isHandled: false });
      await this.#handler(event, attempts > 0);
      await progress.write(event.id, { attempts: attempts + 1, isHandled: true });
    } else if (!isHandled) {
      this.#parts.log.error({ event: event.id }, 'an event was given up after several attempts');
    }
    await this.#remove(event);
  }

  #progressOf({ team, id }: Incoming): Promise<EventProgress | undefined> {
    return this.#parts.store.documents(HANDLED_EVENTS, team).read(id);
  }

  async #remove(event: Incoming): Promise<void> {
    await this.#pending.remove(keyOf(event));
  }
}

const keyOf = ({ team, id }: Incoming): string => `${team}/${id}`;
