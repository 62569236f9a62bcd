import { WebClient } from '@slack/web-api';
import { boltLogger } from '../../src/ops/log.ts';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import { silent } from './rolefit.ts';

/** Slack's own client, of the app that is installed unless another token is given. */
export const clientOf = (slack: LocalSlack, token: string | undefined = slack.botToken): WebClient =>
  new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: boltLogger(silent),
  });

/** What Slack's own client makes of a refusal. */
export const refusalOf = (call: Promise<unknown>): Promise<Record<string, unknown>> =>
  call.then(
    () => ({ error: 'none: it was carried out' }),
    (error: { data?: object; code?: string }) => ({ code: error.code, ...error.data }),
  );
