import { WebAPIRequestError, type WebClientOptions } from '@slack/web-api';
import { neverSent } from './never-sent.ts';
import { observedFetch } from './observed-fetch.ts';

/** Slack may take this long over a call, in ms; after that nobody knows whether it was carried out. */
const TIMEOUT_MS = 30_000;

/**
 * How Slack's Web API is called. A 429 waits as Slack says; what Slack refused to take (5xx) or never got is tried again
 * within seconds. A call that was sent and got no answer is not: it may have been carried out, and a message sent again
 * is a message doubled.
 */
export function webApiOptions(timeoutMs: number = TIMEOUT_MS): WebClientOptions {
  const retryConfig = {
    retries: 3,
    minTimeout: 200,
    maxTimeout: 2_000,
    factor: 2,
    /** Slack's client hands this on to p-retry; throwing here ends the tries. */
    onFailedAttempt(error: unknown) {
      if (wentSilent(error)) throw error;
    },
  };
  return { timeout: timeoutMs, retryConfig, fetch: observedFetch };
}

/** The same at the address given, or at Slack's own. Headers are never among them: Slack's client would share them. */
export const clientOptions = (slackApiUrl: string | undefined): WebClientOptions => ({
  ...webApiOptions(),
  ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
});

/** Whether a request was sent, as far as we know, and fetch gave no answer. Slack's client wraps its 429s the same way. */
const wentSilent = (error: unknown): boolean =>
  error instanceof WebAPIRequestError &&
  (error.original instanceof TypeError || error.original instanceof DOMException) &&
  !neverSent(error);
