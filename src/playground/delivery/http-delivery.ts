import { z } from 'zod';
import { isObject } from '../block-text.ts';
import type { SlackObject } from '../message.ts';
import { ACK_TIMEOUT_MS, type Courier, NotDelivered, type Parcel } from './delivery.ts';
import { signatureHeaders } from './signature.ts';

/** Events come as JSON, commands as a form, clicks as a form with the JSON in `payload`. */
function bodyOf({ kind, payload }: Parcel): { body: string; contentType: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' };
  const fields =
    kind === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
  return { body: new URLSearchParams(fields).toString(), contentType: 'application/x-www-form-urlencoded' };
}

/** JSON text that holds an object. */
const readable = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.unknown()));

/** The channel whose turn a parcel waits for. What a person does is waited for by themselves. */
function channelOf({ kind, payload }: Parcel): string | undefined {
  const { event } = payload;
  return kind === 'events_api' && isObject(event) && typeof event.channel === 'string'
    ? event.channel
    : undefined;
}

/**
 * Signed requests to the app's request URL; the events of one channel one after the other, so that they stay in order. Of
 * several addresses, as of one that several instances share, each takes its turn, and a retry goes to the next.
 */
export class HttpDelivery implements Courier {
  readonly #last = new Map<string, Promise<unknown>>();
  /** Which of the addresses each payload went to first. */
  readonly #first = new WeakMap<SlackObject, number>();
  #turn = 0;

  readonly requestUrls: readonly string[];
  readonly signingSecret: string;
  readonly now: () => number;
  readonly ackTimeoutMs: number;

  constructor(
    requestUrls: readonly string[],
    signingSecret: string,
    now: () => number,
    ackTimeoutMs: number = ACK_TIMEOUT_MS,
  ) {
    this.requestUrls = requestUrls;
    this.signingSecret = signingSecret;
    this.now = now;
    this.ackTimeoutMs = ackTimeoutMs;
  }

  hand(parcel: Parcel): Promise<SlackObject> {
    const channel = channelOf(parcel);
    if (channel === undefined) return this.#request(parcel);
    const request = (): Promise<SlackObject> => this.#request(parcel);
    const mine = (this.#last.get(channel) ?? Promise.resolve()).then(request, request);
    this.#last.set(channel, mine);
    return mine;
  }

  async #request(parcel: Parcel): Promise<SlackObject> {
    const { body, contentType } = bodyOf(parcel);
    const answer = await this.#post(this.#addressFor(parcel), body, {
      'content-type': contentType,
      ...signatureHeaders(this.signingSecret, body, this.now()),
      ...(parcel.attempt === 0
        ? {}
        : {
            'x-slack-retry-num': String(parcel.attempt),
            'x-slack-retry-reason':
              parcel.retryReason === 'timeout' ? 'http_timeout' : String(parcel.retryReason),
          }),
    });
    if (!answer.ok) throw new NotDelivered('http_error');
    const text = await answer.text();
    if (text === '') return {};
    if (!answer.headers.get('content-type')?.includes('json')) return { text };
    const read = readable.safeParse(text);
    if (!read.success) throw new NotDelivered('http_error');
    return read.data;
  }

  #addressFor({ payload, attempt }: Parcel): string {
    const first = this.#first.get(payload) ?? this.#turn++;
    this.#first.set(payload, first);
    return this.requestUrls[(first + attempt) % this.requestUrls.length] ?? '';
  }

  async #post(url: string, body: string, headers: Record<string, string>): Promise<Response> {
    try {
      return await fetch(url, {
        method: 'POST',
        body,
        headers,
        signal: AbortSignal.timeout(this.ackTimeoutMs),
      });
    } catch (error) {
      throw new NotDelivered(
        error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'connection_failed',
      );
    }
  }
}
