import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Mark, Poster, PosterFor } from '../digest-runner/poster.ts';
import { PosterError } from '../digest-runner/poster.ts';
import { logFailure } from '../ops/failure-log.ts';
import { boltLogger, type Logger } from '../ops/log.ts';
import type { Access } from './access.ts';
import { ALT_TEXT, type DigestKnowledge, digestMessage } from './blocks/digest-message.ts';
import { noticeMessage } from './blocks/digest-notice.ts';
import { ChannelPace } from './channel-pace.ts';
import { digestRefusal } from './digest-refusal.ts';

/** What a digest carries unseen. */
const EVENT_TYPE = 'rolefit_digest';

const CLIENTS = 500;
/** Slack may take this long over a call, in ms. */
const TIMEOUT_MS = 30_000;
/** Machines' clocks differ from Slack's, in ms at most. */
const CLOCKS_DIFFER_MS = 24 * 60 * 60 * 1000;
const PAGE = 200;
/** In a channel as busy as this nobody can tell whether a digest is there. */
const MOST_PAGES = 25;

export interface PosterParts {
  access: Access;
  advisor: DigestKnowledge;
  log: Logger;
  slackApiUrl?: string | undefined;
  /** How far apart messages in one channel are, in ms. */
  channelGapMs?: number;
}

const Marked = z.looseObject({
  metadata: z.looseObject({
    event_type: z.literal(EVENT_TYPE),
    event_payload: z.looseObject({ occurrence: z.string() }),
  }),
});

/**
 * Posts digests, with clients of their own that try nothing twice by themselves: the runner decides what is tried again, and
 * a 429 of theirs keeps no conversation waiting.
 */
export function digestPosters(parts: PosterParts): PosterFor {
  const { access, advisor, log, slackApiUrl, channelGapMs } = parts;
  const pace = new ChannelPace(channelGapMs);
  const clients = new LRUCache<string, WebClient>({ max: CLIENTS });
  const clientFor = (token: string): WebClient => {
    const client =
      clients.get(token) ??
      new WebClient(token, {
        rejectRateLimitedCalls: true,
        retryConfig: { retries: 0 },
        timeout: TIMEOUT_MS,
        logger: boltLogger(log),
        ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
      });
    clients.set(token, client);
    return client;
  };
  return async (workspace, enterprise) => {
    const source = {
      teamId: workspace,
      isEnterpriseInstall: false,
      ...(enterprise && { enterpriseId: enterprise }),
    };
    const { botToken = '' } = await access.authorize(source).catch((error: unknown) => {
      throw digestRefusal(error);
    });
    const turn = (channel: string): Promise<void> => pace.turn(`${workspace} ${channel}`);
    return posterOver(clientFor(botToken), { advisor, turn, log });
  };
}

function posterOver(
  client: WebClient,
  { advisor, turn, log }: Pick<PosterParts, 'advisor' | 'log'> & { turn(channel: string): Promise<void> },
): Poster {
  return {
    async isHere(user) {
      try {
        return (await client.users.info({ user })).user?.deleted !== true;
      } catch (error) {
        const code = error instanceof WebAPIPlatformError ? error.data.error : undefined;
        if (code === 'user_not_found' || code === 'users_not_found') return false;
        if (code === 'missing_scope' || code === 'user_not_visible') return true;
        throw digestRefusal(error);
      }
    },

    find: (channel, mark, since) => find(client, channel, mark, since),

    async upload(png, alt) {
      try {
        return await upload(client, png, alt);
      } catch (error) {
        if (error instanceof WebAPIPlatformError && error.data.error === 'missing_scope') return null;
        throw error;
      }
    },

    async post(digest, { occurrence }, made, picture) {
      await turn(digest.channel);
      try {
        const { ts = '' } = await client.chat.postMessage({
          channel: digest.channel,
          ...digestMessage(made, digest, advisor, picture),
          unfurl_links: false,
          metadata: { event_type: EVENT_TYPE, event_payload: { digest: digest.id, occurrence } },
        });
        return ts;
      } catch (error) {
        throw digestRefusal(error, picture !== null);
      }
    },

    async tell(places, notice) {
      for (const place of places) {
        try {
          await turn(place);
          await client.chat.postMessage({ channel: place, ...noticeMessage(notice) });
        } catch (error) {
          logFailure(log, error, { in: 'notice' });
        }
      }
    },
  };
}

/** In Slack's three steps; Slack's client does the second without a time limit, and would hang with it. */
async function upload(client: WebClient, png: Buffer, alt: string): Promise<string> {
  const announced = await client.files.getUploadURLExternal({
    filename: 'coverage.png',
    length: png.length,
    alt_text: alt.slice(0, ALT_TEXT),
  });
  const { upload_url: url, file_id: id } = Announced.parse(announced);
  const taken = await fetch(url, {
    method: 'POST',
    body: new Uint8Array(png),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  await taken.arrayBuffer();
  if (!taken.ok) throw new Error(`Slack did not take a picture: ${taken.status}`);
  await client.files.completeUploadExternal({ files: [{ id, title: 'Who owns what' }] });
  return id;
}

const Announced = z.looseObject({ upload_url: z.string(), file_id: z.string() });

async function find(client: WebClient, channel: string, mark: Mark, since: number): Promise<string | null> {
  const oldest = String((since - CLOCKS_DIFFER_MS) / 1000);
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { messages = [], response_metadata } = await client.conversations
      .history({
        channel,
        oldest,
        include_all_metadata: true,
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor }),
      })
      .catch((error: unknown) => {
        throw digestRefusal(error);
      });
    const found = messages.find((message) => {
      const marked = Marked.safeParse(message);
      return marked.success && marked.data.metadata.event_payload.occurrence === mark.occurrence;
    });
    if (found) return found.ts ?? null;
    cursor = response_metadata?.next_cursor;
    if (!cursor) return null;
  }
  throw new PosterError({ kind: 'refused' });
}
