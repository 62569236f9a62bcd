import { WebClient } from '@slack/web-api';
import { type Manifest, readManifest } from '../../src/manifest.ts';
import { boltLogger } from '../../src/ops/log.ts';
import type { LocalSlack, LocalSlackOptions } from '../../src/playground/local-slack.ts';
import { aLocalSlack, silent } from './rolefit.ts';

/** Slack's own client for a local Slack; it tries nothing twice. */
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

/** Every scope that a method of the local Slack may want. */
const ALL_SCOPES = [
  ...['channels', 'groups', 'im', 'mpim'].flatMap((kind) => [`${kind}:read`, `${kind}:history`]),
  ...['groups:write', 'im:write', 'mpim:write', 'channels:join', 'channels:manage', 'chat:write'],
  ...['users:read', 'users.profile:read', 'files:read', 'files:write', 'reactions:write', 'assistant:write'],
];

export interface AppWishes extends Partial<LocalSlackOptions> {
  readonly scopes?: readonly string[];
  /** What the app subscribes to. */
  readonly events?: readonly string[];
  readonly agent?: NonNullable<Manifest['features']['agent_view']>;
}

/** A local Slack with an app that has every scope, or those it is given; it tries no event twice. */
export function aSlackFor({ scopes, events, agent, ...options }: AppWishes = {}): Promise<LocalSlack> {
  const manifest = readManifest();
  manifest.oauth_config.scopes.bot = [...(scopes ?? ALL_SCOPES)];
  manifest.settings.event_subscriptions.bot_events = [...(events ?? [])];
  delete manifest.features.agent_view;
  if (agent !== undefined) manifest.features.agent_view = agent;
  return aLocalSlack({ manifest, retryDelaysMs: [], ...options });
}

/** Waits for the next event of this type that is handed to the app, whether it takes it or not. Resolves with its envelope. */
export async function eventOf(slack: LocalSlack, type: string, timeoutMs?: number): Promise<Envelope> {
  const isIt = (payload: unknown): payload is Envelope => (payload as Envelope).event?.type === type;
  const { payload } = await slack.news.once('delivery', (news) => isIt(news.payload), timeoutMs);
  if (isIt(payload)) return payload;
  throw new Error(`This is no ${type}`);
}

interface Envelope {
  readonly event: Readonly<Record<string, unknown>>;
  readonly is_ext_shared_channel: boolean;
}

/** A clock that a test moves. */
export function aClock(at = Date.UTC(2026, 10, 23, 9)): { now: () => number; pass: (ms: number) => void } {
  let ms = at;
  return {
    now: () => ms,
    pass(more) {
      ms += more;
    },
  };
}
