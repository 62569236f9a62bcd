import { z } from 'zod';
import { SESSION_STATUSES } from '../agent-session.ts';
import { ApiError } from '../api-error.ts';
import type { SlackObject } from '../message.ts';
import { type Call, channelOf, type Method, shaped, textOf } from './call.ts';
import { needScope } from './scopes.ts';

const MOST_TITLE = 200;
const Status = z.enum(SESSION_STATUSES);
const Title = z.string().min(1).max(MOST_TITLE);

/** The channel and thread that a call is about. Refuses those where the app, or the thread, is not. */
function placeOf(call: Call): { readonly channel: string; readonly thread: string } {
  const channel = channelOf(call, 'channel_id');
  if (!channel.members.has(call.workspace.app.botUserId)) throw new ApiError('not_in_channel');
  const thread = textOf(call, 'thread_ts') ?? '';
  if (call.workspace.message(channel.id, thread) === undefined) throw new ApiError('invalid_thread_ts');
  return { channel: channel.id, thread };
}

function needAgent({ workspace }: Call): void {
  if (!workspace.app.isAgent) throw new ApiError('not_agent_app');
}

/** Sets how a session stands, beginning it if there is none. Returns what Slack answers. */
export function setSessionStatus(
  call: Call,
  channel: string,
  thread: string,
  named: string,
  atFirst: { readonly title?: string; readonly initiator?: string } = {},
): SlackObject {
  needAgent(call);
  const { workspace } = call;
  const status = shaped(Status, named);
  const before = workspace.sessions.get(channel, thread);
  const isNew = before?.status === undefined;
  const session = workspace.sessions.set(channel, thread, { ...(isNew ? atFirst : {}), status });
  const warning = 'missing_agent_session_stopped_event_subscription';
  return {
    status,
    agent_status: status,
    ...(session.title === undefined ? {} : { title: session.title }),
    ...(workspace.app.events.includes('agent_session_stopped')
      ? {}
      : { warning, response_metadata: { warnings: [warning] } }),
  };
}

const agentsSessionsSetStatus: Method = (call) => {
  needAgent(call);
  const { channel, thread } = placeOf(call);
  const title = textOf(call, 'title');
  const initiator = textOf(call, 'initiator_user_id');
  if (initiator !== undefined && !call.workspace.channel(channel)?.members.has(initiator))
    throw new ApiError('user_not_in_channel');
  return setSessionStatus(call, channel, thread, textOf(call, 'status') ?? '', {
    ...(title === undefined ? {} : { title: shaped(Title, title) }),
    ...(initiator === undefined ? {} : { initiator }),
  });
};

const agentsSessionsRename: Method = (call) => {
  needAgent(call);
  const { channel, thread } = placeOf(call);
  const title = shaped(Title, textOf(call, 'title'));
  const { sessions } = call.workspace;
  if (sessions.get(channel, thread)?.status === undefined) throw new ApiError('session_not_found');
  sessions.set(channel, thread, { title });
  return { title };
};

const LoadingMessages = z.array(z.string()).max(10);

/** What the app says it does, in words of its own: the `setStatus` of Bolt's listeners. */
const assistantThreadsSetStatus: Method = (call) => {
  needScope(call, 'chat:write', 'assistant:write');
  const { channel, thread } = placeOf(call);
  const loading = shaped(LoadingMessages, call.arguments.loading_messages ?? []);
  call.workspace.sessions.say(channel, thread, textOf(call, 'status') ?? '', loading);
  return {};
};

const Prompts = z
  .array(z.object({ title: z.string().min(1), message: z.string().min(1) }))
  .min(1)
  .max(4);

/** For an agent, prompts belong to the whole direct message; with a `thread_ts` nothing comes of the call, as in Slack. */
const assistantThreadsSetSuggestedPrompts: Method = (call) => {
  needAgent(call);
  const channel = channelOf(call, 'channel_id');
  const prompts = shaped(Prompts, call.arguments.prompts);
  const title = textOf(call, 'title');
  if (textOf(call, 'thread_ts') === undefined) {
    call.workspace.sessions.suggest({
      channel: channel.id,
      prompts,
      ...(title === undefined ? {} : { title }),
    });
  }
  return {};
};

export const agentMethods = {
  'agents.sessions.setStatus': agentsSessionsSetStatus,
  'agents.sessions.rename': agentsSessionsRename,
  'assistant.threads.setStatus': assistantThreadsSetStatus,
  'assistant.threads.setSuggestedPrompts': assistantThreadsSetSuggestedPrompts,
} satisfies Record<string, Method>;
