import type { Bulletin } from '../bulletin.ts';
import type { SlackObject } from '../message.ts';
import type { DeliveryNews, News } from '../news.ts';

/** What is handed to the app. */
export interface Parcel {
  readonly kind: DeliveryNews['kind'];
  readonly payload: SlackObject;
  /** 0 at first, then the number of the retry. */
  readonly attempt: number;
  readonly retryReason?: string;
}

/** The way to the app: hands a parcel over and gives back what the acknowledgement held. Throws NotDelivered. */
export interface Courier {
  hand(parcel: Parcel): Promise<SlackObject>;
}

/** The app did not acknowledge. `reason` is what Slack tells the app at the next try, and people of a command. */
export class NotDelivered extends Error {
  readonly code = 'not_delivered';
  readonly reason: 'timeout' | 'connection_failed' | 'http_error' | 'no_connection';

  constructor(reason: 'timeout' | 'connection_failed' | 'http_error' | 'no_connection') {
    super(`The app did not acknowledge: ${reason}`);
    this.reason = reason;
    this.name = 'NotDelivered';
  }
}

/** The app must acknowledge within this time, in ms. */
export const ACK_TIMEOUT_MS = 3000;
/** Slack tries an event again at once, after a minute and after five, in ms. */
const RETRY_DELAYS_MS: readonly number[] = [0, 60_000, 300_000];

/** Hands parcels to the app, tries events again, and tells how each attempt went. */
export class Dispatch {
  readonly #timers = new Set<NodeJS.Timeout>();

  readonly courier: () => Courier;
  readonly news: Bulletin<News>;
  readonly retryDelaysMs: readonly number[];

  constructor(
    courier: () => Courier,
    news: Bulletin<News>,
    retryDelaysMs: readonly number[] = RETRY_DELAYS_MS,
  ) {
    this.courier = courier;
    this.news = news;
    this.retryDelaysMs = retryDelaysMs;
  }

  /** Hands over once. Throws NotDelivered. */
  async hand(parcel: Parcel): Promise<SlackObject> {
    const { kind, payload, attempt } = parcel;
    const since = performance.now();
    const told = () => ({ kind, payload, attempt, tookMs: Math.round(performance.now() - since) });
    try {
      const answer = await this.courier().hand(parcel);
      this.news.post('delivery', told());
      return answer;
    } catch (error) {
      if (!(error instanceof NotDelivered)) throw error;
      this.news.post('delivery', { ...told(), failure: error.reason });
      throw error;
    }
  }

  /** Hands an event over, and again later while the app does not acknowledge. */
  async handEvent(payload: SlackObject, attempt = 0, retryReason?: string): Promise<void> {
    try {
      await this.hand({
        kind: 'events_api',
        payload,
        attempt,
        ...(retryReason === undefined ? {} : { retryReason }),
      });
    } catch (error) {
      if (!(error instanceof NotDelivered)) throw error;
      const delay = this.retryDelaysMs[attempt];
      if (delay === undefined) return;
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        void this.handEvent(payload, attempt + 1, error.reason);
      }, delay);
      this.#timers.add(timer);
    }
  }

  /** Gives up what waits for another try. */
  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
