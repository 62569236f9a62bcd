import type { SlackObject } from './message.ts';

/** What a call is answered with instead of being carried out. */
export type Refusal =
  | { readonly status: 429; readonly retryAfterSeconds: number }
  | { readonly status: number }
  | { readonly error: string };

/** Whether a connection is reset, or stays open and silent. */
type Cut = 'reset' | 'silence';

/**
 * What a call meets: a refusal; an answer that comes this many ms after the call was carried out; or a connection that is
 * cut, before or after the call was carried out.
 */
export type Fault =
  | Refusal
  | { readonly lateMs: number }
  | { readonly cut: Cut; readonly after: 'nothing' | 'carrying-out' };

/** Stands for every method. */
export const ANY = '*';

interface Waiting {
  readonly fault: Fault;
  left: number;
}

/** Troubles on demand, each met by the next calls of its method; answers to any response_url meet those of `RESPONSE`. */
export class Faults {
  readonly #waiting = new Map<string, Waiting[]>();

  /** Called when trouble was ordered, met or ended. */
  readonly changed: () => void;

  constructor(changed: () => void = () => undefined) {
    this.changed = changed;
  }

  /** Makes the next calls of `method`, or of `ANY`, fail: one, or as many as told (`Infinity`: until cleared). */
  next(method: string, fault: Fault, times = 1): void {
    this.#waiting.set(method, [...(this.#waiting.get(method) ?? []), { fault, left: times }]);
    this.changed();
  }

  /** The methods for which trouble waits. */
  get waiting(): readonly string[] {
    return [...this.#waiting].filter(([, line]) => line.length > 0).map(([method]) => method);
  }

  /** Takes away what waits for a method, or everything. */
  clear(method?: string): void {
    if (method === undefined) this.#waiting.clear();
    else this.#waiting.delete(method);
    this.changed();
  }

  /** The fault that this call meets, if one waits. */
  take(method: string): Fault | undefined {
    for (const line of [this.#waiting.get(method), this.#waiting.get(ANY)]) {
      const first = line?.[0];
      if (first === undefined) continue;
      first.left -= 1;
      if (first.left <= 0) line?.shift();
      this.changed();
      return first.fault;
    }
    return undefined;
  }
}

/** Where answers to a response_url, uploads, and the app's downloads meet their faults. */
export const RESPONSE = 'response';
export const UPLOAD = 'upload';
export const DOWNLOAD = 'download';

/** An HTTP answer as the local Slack gives it. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: SlackObject;
  /** How long the answer is held back, in ms. */
  readonly lateMs?: number;
  /** The answer never comes. */
  readonly cut?: Cut;
}

/** Answers through a fault, if there is one: with a refusal, late, or not at all. */
export function throughFault(fault: Fault | undefined, answer: () => HttpAnswer): HttpAnswer {
  if (fault === undefined) return answer();
  if ('lateMs' in fault) return { ...answer(), lateMs: fault.lateMs };
  if ('cut' in fault) {
    const carriedOut = fault.after === 'carrying-out' ? answer().body : {};
    return { status: 0, body: carriedOut, cut: fault.cut };
  }
  return refusalAnswer(fault);
}

/** How a refusal looks on the wire. */
function refusalAnswer(fault: Refusal): HttpAnswer {
  if ('error' in fault) return { status: 200, body: { ok: false, error: fault.error } };
  if ('retryAfterSeconds' in fault) return rateLimited(fault.retryAfterSeconds);
  return { status: fault.status, body: { ok: false, error: 'internal_error' } };
}

/** What is answered to a call too many. */
export const rateLimited = (seconds: number): HttpAnswer => ({
  status: 429,
  headers: { 'retry-after': String(seconds) },
  body: { ok: false, error: 'ratelimited' },
});
