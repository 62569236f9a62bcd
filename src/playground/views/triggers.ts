import { randomBytes } from 'node:crypto';
import { ApiError } from '../api-error.ts';

/** What a person did that lets the app open a view. */
export interface Trigger {
  readonly person: string;
  /** The conversation they had open. */
  readonly conversation?: string | undefined;
  /** The view they did it in. */
  readonly viewId?: string | undefined;
}

interface Issued extends Trigger {
  readonly until: number;
  isUsed: boolean;
}

const LIFE_MS = 3000;
/** When there are more, the oldest are forgotten. */
const MOST_ISSUED = 1000;

/** Trigger ids: each opens one view within three seconds of what the person did. */
export class Triggers {
  readonly #issued = new Map<string, Issued>();

  readonly now: () => number;

  /** `now` gives ms since 1970. */
  constructor(now: () => number) {
    this.now = now;
  }

  issue(trigger: Trigger): string {
    const at = this.now();
    const id = `${at}.${this.#issued.size}.${randomBytes(16).toString('hex')}`;
    this.#issued.set(id, { ...trigger, until: at + LIFE_MS, isUsed: false });
    const [oldest] = this.#issued.keys();
    if (oldest !== undefined && this.#issued.size > MOST_ISSUED) this.#issued.delete(oldest);
    return id;
  }

  /** What was done, if its id may still be used. Throws an ApiError in Slack's words. */
  find(id: string): Trigger {
    const issued = this.#issued.get(id);
    if (issued === undefined) throw new ApiError('invalid_trigger_id');
    if (issued.isUsed) throw new ApiError('exchanged_trigger_id');
    if (this.now() > issued.until) throw new ApiError('expired_trigger_id');
    return issued;
  }

  /** Uses an id up. */
  spend(id: string): void {
    const issued = this.#issued.get(id);
    if (issued !== undefined) issued.isUsed = true;
  }
}
