import { setTimeout } from 'node:timers/promises';
import { happened } from '../ops/happening.ts';
import { neverSent } from './never-sent.ts';
import { isSlacks } from './slacks-own.ts';

/** Slack may take this long over an answer, in ms. */
const TIMEOUT_MS = 10_000;
/** A response_url takes five answers: three tries at the verdict leave two for telling of a failure. */
const TRIES = 3;
const WAIT_MS = 300;
/** Who typed a command is not kept waiting longer, in ms; then they are told that it failed. */
const LONGEST_WAIT_MS = 60_000;

/** Slack did not take an answer. `waitMs` is set where it may take it later. */
class ResponseUrlError extends Error {
  readonly code = 'response_url';
  readonly status: number;
  readonly waitMs: number | undefined;

  constructor(status: number, said: string, waitMs: number | undefined) {
    super(`A response_url refused an answer: ${status} ${said}`);
    this.name = 'ResponseUrlError';
    this.status = status;
    this.waitMs = waitMs;
  }
}

/** Where an answer goes. */
export interface ResponseUrl {
  /** As it came with the command or click; Slack's or not. */
  url: string;
  /** Where the Web API is, if not at Slack's own address. */
  slackApiUrl?: string | undefined;
}

/**
 * Answers a command or a click, at Slack and nowhere else. Waits as Slack says after a 429; tries again after a 5xx or when the answer could not be
 * sent, but not when it was sent and Slack went silent, since it may stand there already.
 * @throws ResponseUrlError when Slack refuses, or the address is not Slack's; fetch's own error when Slack cannot be reached or is silent.
 */
export async function postToResponseUrl(
  { url, slackApiUrl }: ResponseUrl,
  answer: object,
  timeoutMs: number = TIMEOUT_MS,
): Promise<void> {
  if (!isSlacks(url, slackApiUrl)) throw new ResponseUrlError(0, 'not_slacks', undefined);
  for (let tries = 1; ; tries += 1) {
    try {
      return await post(url, answer, timeoutMs);
    } catch (error) {
      const waitMs = waitAfter(error);
      if (waitMs === undefined || waitMs > LONGEST_WAIT_MS || tries === TRIES) throw error;
      await setTimeout(waitMs);
    }
  }
}

function waitAfter(error: unknown): number | undefined {
  if (error instanceof ResponseUrlError) return error.waitMs;
  return neverSent(error) ? WAIT_MS : undefined;
}

async function post(url: string, answer: object, timeoutMs: number): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(answer),
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  const { status, headers, ok } = response;
  const refusal = refusalIn(await response.text());
  if (ok && refusal === undefined) return;
  const retryAfterMs = Number(headers.get('retry-after') ?? Number.NaN) * 1000;
  const code = refusal ?? `http_${status}`;
  happened({ kind: 'slack-error', method: 'response_url', code });
  const busyMs = status >= 500 || status === 429 ? WAIT_MS : undefined;
  throw new ResponseUrlError(status, refusal ?? '', Number.isNaN(retryAfterMs) ? busyMs : retryAfterMs);
}

/** Slack's code for a refusal, which comes with a 200 at times. */
function refusalIn(body: string): string | undefined {
  return /"ok"\s*:\s*false/.test(body) ? (/"error"\s*:\s*"(\w+)"/.exec(body)?.[1] ?? 'unknown') : undefined;
}
