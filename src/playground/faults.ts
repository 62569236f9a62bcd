import type { SlackObject } from './message.ts';

/** What a call is answered with instead of being carried out. */
export type Fault =
  | { readonly status: 429; readonly retryAfterSeconds: number }
  | { readonly status: number }
  | { readonly error: string };

/** Troubles on demand: each is met once, by the next call of its method. */
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

/** An HTTP answer as the local Slack gives it. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: SlackObject;
}

/** How a fault looks on the wire. */
export function faultAnswer(fault: Fault): HttpAnswer {
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
