import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { PosterError } from '../digest-runner/poster.ts';
import { causesOf } from '../ops/errors.ts';
import type { StopReason } from '../records/digests.ts';
import { NotInstalled } from './access.ts';

/** Slack's words for what does not pass by itself. */
const STOPS: Readonly<Record<string, StopReason>> = {
  is_archived: 'channel-archived',
  channel_is_archived: 'channel-archived',
  channel_not_found: 'channel-gone',
  not_in_channel: 'not-in-channel',
  restricted_action: 'not-allowed',
  restricted_action_read_only_channel: 'not-allowed',
  restricted_action_non_threadable_channel: 'not-allowed',
  posting_to_channel_denied: 'not-allowed',
  no_permission: 'not-allowed',
  missing_scope: 'not-allowed',
  ekm_access_denied: 'not-allowed',
  account_inactive: 'uninstalled',
  invalid_auth: 'uninstalled',
  not_authed: 'uninstalled',
  token_revoked: 'uninstalled',
  team_access_not_granted: 'uninstalled',
};
/** Slack's words for a message that it will never take as it is. */
const REFUSED = ['invalid_blocks', 'invalid_blocks_format', 'msg_too_long', 'msg_blocks_too_long', 'no_text'];
const BUSY = ['ratelimited', 'rate_limited', 'message_limit_exceeded'];
const BUSY_MS = 30_000;

/** What a failed call means for a digest; what may pass is given back as it is. */
export function digestRefusal(error: unknown, hadPicture = false): unknown {
  const options = { cause: error };
  if (error instanceof NotInstalled) return new PosterError({ kind: 'stop', reason: 'uninstalled' }, options);
  const limited = causesOf(error).find((one) => one instanceof WebAPIRateLimitedError);
  if (limited) return new PosterError({ kind: 'wait', waitMs: limited.retryAfter * 1000 }, options);
  if (error instanceof WebAPIHTTPError && error.statusCode === 429)
    return new PosterError({ kind: 'wait', waitMs: BUSY_MS }, options);
  if (!(error instanceof WebAPIPlatformError)) return error;
  const code = error.data.error;
  const reason = Object.hasOwn(STOPS, code) ? STOPS[code] : undefined;
  if (reason) return new PosterError({ kind: 'stop', reason }, options);
  if (BUSY.includes(code)) return new PosterError({ kind: 'wait', waitMs: BUSY_MS }, options);
  if (!REFUSED.includes(code)) return error;
  return new PosterError({ kind: hadPicture ? 'no-picture' : 'refused' }, options);
}
