import type { SlackObject } from './message.ts';

/** What a call is answered with instead of being carried out. */
export type Refusal =
  | { readonly status: 429; readonly retryAfterSeconds: number }
  | { readonly status: number }
  | { readonly error: string };

/** What a call meets: a refusal, or an answer that comes this many ms after the call was carried out. */
export type Fault = Refusal | { readonly lateMs: number };

/** Troubles on demand: each is met once, by the next call of its method, or of any response_url under `RESPONSE`. */
export class Faults {
  readonly #waiting = new Map<string, Fault[]>();

  /** Makes the next call of `method` fail. Several wait in line. */
  next(method: string, fault: Fault): void {
    this.#waiting.set(method, [...(this.#waiting.get(method) ?? []), fault]);
  }

  /** The fault that this call meets, if one waits. */
  take(method: string): Fault | undefined {
    return this.#waiting.get(method)?.shift();
  }
}

/** Where answers to a response_url meet their faults. */
export const RESPONSE = 'response';

/** An HTTP answer as the local Slack gives it. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: SlackObject;
  /** How long the answer is held back, in ms. */
  readonly lateMs?: number;
}

/** Answers through a fault, if there is one: with a refusal, or late. */
export function throughFault(fault: Fault | undefined, answer: () => HttpAnswer): HttpAnswer {
  if (fault === undefined) return answer();
  return 'lateMs' in fault ? { ...answer(), lateMs: fault.lateMs } : refusalAnswer(fault);
}

/** How a refusal looks on the wire. */
function refusalAnswer(fault: Refusal): HttpAnswer {
  if ('error' in fault) return { status: 200, body: { ok: false, error: fault.error } };
  if ('retryAfterSeconds' in fault) {
    return {
      status: 429,
      headers: { 'retry-after': String(fault.retryAfterSeconds) },
      body: { ok: false, error: 'ratelimited' },
    };
  }
  return { status: fault.status, body: { ok: false, error: 'internal_error' } };
}
