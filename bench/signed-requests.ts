import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { signatureHeaders } from '../src/playground/delivery/signature.ts';

export interface Target {
  url: string;
  signingSecret: string;
}

/** One request that Slack would make: its body, and whether it is JSON. */
export interface Request {
  body: string;
  isEvent: boolean;
}

export interface Acks {
  sent: number;
  /** Requests that got no 200. */
  failed: number;
  p50Ms: number;
  p99Ms: number;
  mostMs: number;
}

/** Slack gives up on a request after this long. */
const GIVES_UP_AFTER_MS = 3_000;
const MICROSECONDS = 1_000;

/**
 * Sends signed requests at an even rate, each at its time whether or not earlier ones were answered, as many people do; the
 * time of an ack counts from when its request was due. `make` gets that time, in ms since 1970.
 */
export async function sendAt(
  perSecond: number,
  seconds: number,
  target: Target,
  make: (n: number, dueMs: number) => Request,
): Promise<Acks> {
  const delays = createHistogram();
  const open = new Set<Promise<void>>();
  const began = Date.now();
  const total = Math.round(perSecond * seconds);
  let failed = 0;
  for (let n = 0; n < total; n += 1) {
    const due = began + (n * 1_000) / perSecond;
    if (due > Date.now()) await setTimeout(due - Date.now());
    const one = send(target, make(n, Math.round(due)), due, delays)
      .then((isAcknowledged) => {
        if (!isAcknowledged) failed += 1;
      })
      .finally(() => open.delete(one));
    open.add(one);
  }
  await Promise.all(open);
  const at = (percentile: number): number => delays.percentile(percentile) / MICROSECONDS;
  return { sent: total, failed, p50Ms: at(50), p99Ms: at(99), mostMs: delays.max / MICROSECONDS };
}

async function send(
  { url, signingSecret }: Target,
  { body, isEvent }: Request,
  dueMs: number,
  delays: RecordableHistogram,
): Promise<boolean> {
  const contentType = isEvent ? 'application/json' : 'application/x-www-form-urlencoded';
  const record = (): void =>
    delays.record(
      Math.max(1, Math.round((performance.timeOrigin + performance.now() - dueMs) * MICROSECONDS)),
    );
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': contentType, ...signatureHeaders(signingSecret, body, Date.now()) },
      body,
      signal: AbortSignal.timeout(GIVES_UP_AFTER_MS),
    });
    await response.text();
    record();
    return response.ok;
  } catch {
    record();
    return false;
  }
}
