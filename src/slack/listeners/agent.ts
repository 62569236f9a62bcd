import type { App } from '@slack/bolt';
import type { AppContextChangedEvent } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { describeError } from '../../ops/errors.ts';
import { greetOnce } from '../../records/agent-greetings.ts';
import { noteAgentSession } from '../../records/agent-sessions.ts';
import { listChecks } from '../../records/checks.ts';
import { readSettings } from '../../records/settings.ts';
import { suggest } from '../agent-prompts.ts';
import type { AgentSessions } from '../agent-sessions.ts';
import { greetingMessage } from '../blocks/greeting.ts';
import type { ConversationParts } from '../conversation.ts';
import { type Place, teamOf } from '../conversation-key.ts';

/** The agent view beside its messages: the greeting, what it suggests, its stop button and its titles. */
export function registerAgent(app: App, parts: ConversationParts, sessions: AgentSessions): void {
  const { store, log, now } = parts;

  app.event('app_home_opened', async ({ event, client, body }) => {
    if (event.tab !== 'messages' || !event.channel) return;
    const place = { team: teamIn(body), channel: event.channel, user: event.user };
    await mayFail(async () => {
      await greet(client, place);
      await suggestFor(client, place);
    });
  });

  app.event('app_context_changed', async ({ event, client, body }) => {
    const place = { team: teamIn(body), channel: event.channel, user: event.user };
    await mayFail(() => suggestFor(client, place, channelIn(event)));
  });

  app.event('agent_session_stopped', async ({ event, body }) => {
    const { channel, thread_ts: thread, user, event_ts } = event;
    await sessions.stop(teamIn(body), { channel, thread, user }, event_ts);
  });

  app.event('agent_session_title_changed', async ({ event, body }) => {
    const { channel, thread_ts: thread, user } = event;
    await noteAgentSession(store, teamIn(body), { channel, thread, user }, { titled: true });
  });

  /** Greets somebody whose conversation with the app is new. */
  const greet = (client: WebClient, { team, channel, user }: Where): Promise<void> =>
    greetOnce(store, team, { channel, person: user, at: now() }, async () => {
      const { messages = [] } = await client.conversations.history({ channel, limit: 1 });
      if (messages.length === 0) await client.chat.postMessage({ channel, ...greetingMessage() });
    });

  async function suggestFor(client: WebClient, { team, channel, user }: Where, seen?: string): Promise<void> {
    const { documents } = await listChecks(store, team, user, { limit: 1 });
    const atChannel = seen !== undefined && (await isAllowed(team, seen));
    await suggest(client, channel, { hasCheck: documents.length > 0, atChannel });
  }

  async function isAllowed(team: string, channel: string): Promise<boolean> {
    const { allowedChannels } = await readSettings(store, team);
    return allowedChannels === null || allowedChannels.includes(channel);
  }

  /** Nobody waits for a greeting or a suggestion, and Slack refuses some of it where there is no agent view. */
  async function mayFail(job: () => Promise<void>): Promise<void> {
    try {
      await job();
    } catch (error) {
      log.info({ failure: describeError(error) }, 'the agent view did not take something');
    }
  }
}

type Where = Pick<Place, 'team' | 'channel' | 'user'>;

const teamIn = ({ team_id, enterprise_id }: { team_id: string; enterprise_id?: string }): string =>
  teamOf({ team: team_id, enterprise: enterprise_id });

/** The channel that the person looks at, if it is one. */
function channelIn({ context }: AppContextChangedEvent): string | undefined {
  const channel = context.entities?.find(({ type }) => type === 'slack#/types/channel_id');
  return typeof channel?.value === 'string' ? channel.value : undefined;
}
