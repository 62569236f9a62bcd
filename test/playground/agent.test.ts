import { App } from '@slack/bolt';
import { describe, expect, onTestFinished, test } from 'vitest';
import { socketModeReceiver } from '../../src/slack/receivers.ts';
import { silent } from '../support/rolefit.ts';
import { type AppWishes, aClock, aSlackFor, clientOf, eventOf, refusalOf } from '../support/slack-client.ts';

const EVENTS = [
  'message.im',
  'app_context_changed',
  'agent_session_stopped',
  'agent_session_title_changed',
] as const;
const AGENT = {
  suggested_prompts: [{ title: 'Do we need a COO?', message: 'Do we need a COO, or not yet?' }],
};

/** An agent to whom Fay has written, and what names their session. */
async function anAgent(wishes: AppWishes = {}) {
  const slack = await aSlackFor({ agent: AGENT, events: EVENTS, ...wishes });
  const fay = slack.person('fay');
  const client = clientOf(slack);
  const { ts, channel } = await fay.agent.starts('Who owns our budget?');
  const place = { channel_id: channel, thread_ts: ts };
  const setStatus = (status: string, more: object = {}) =>
    client.apiCall('agents.sessions.setStatus', { ...place, status, ...more });
  return { slack, fay, client, ts, channel, place, setStatus };
}

describe('a session', () => {
  test('begins with its status and title, and keeps the title when the status changes', async () => {
    const { fay, ts, setStatus } = await anAgent();
    expect(fay.agent.session(ts)).toBeUndefined();
    const answer = await setStatus('processing', { title: 'Budget', initiator_user_id: 'U0FOUNDER' });
    expect(answer).toMatchObject({ status: 'processing', agent_status: 'processing', title: 'Budget' });
    await setStatus('active', { title: 'ignored' });
    expect(fay.agent.session(ts)).toMatchObject({
      status: 'active',
      title: 'Budget',
      initiator: 'U0FOUNDER',
    });
  });

  test('is renamed by the app', async () => {
    const { fay, client, ts, place, setStatus } = await anAgent();
    const rename = (title: string) => client.agents.sessions.rename({ ...place, title });
    expect(await refusalOf(rename('Budget'))).toMatchObject({ error: 'session_not_found' });
    await setStatus('processing');
    expect(await rename('Who owns the budget')).toMatchObject({ title: 'Who owns the budget' });
    expect(fay.agent.session(ts)?.title).toBe('Who owns the budget');
    expect(await refusalOf(rename('x'.repeat(201)))).toMatchObject({ error: 'invalid_arguments' });
  });

  test('is renamed by its person, and the app is told', async () => {
    const { slack, fay, ts, channel, setStatus } = await anAgent();
    await setStatus('processing', { title: 'Budget' });
    const heard = eventOf(slack, 'agent_session_title_changed');
    fay.agent.renames(ts, 'Money');
    expect((await heard).event).toMatchObject({
      channel,
      thread_ts: ts,
      user: 'U0FOUNDER',
      title: 'Money',
      previous_title: 'Budget',
    });
  });

  test.each([
    ['a status that is none', { status: 'thinking' }, 'invalid_arguments'],
    ['no thread', { thread_ts: '' }, 'invalid_arguments'],
    ['a thread that is not there', { thread_ts: '1.000000' }, 'invalid_thread_ts'],
    ['an unknown channel', { channel_id: 'C0NOWHERE' }, 'channel_not_found'],
    ['a channel without the app', { channel_id: 'C0RANDOM0' }, 'not_in_channel'],
    ['somebody who is not there', { initiator_user_id: 'U0OMAROPS' }, 'user_not_in_channel'],
  ])('is refused for %s', async (_, wrong, error) => {
    const { setStatus } = await anAgent();
    expect(await refusalOf(setStatus('processing', wrong))).toMatchObject({ error });
  });

  test('is only for agents', async () => {
    const slack = await aSlackFor();
    const { ts = '' } = await clientOf(slack).chat.postMessage({ channel: 'D0FOUNDER', text: 'hi' });
    const place = { channel_id: 'D0FOUNDER', thread_ts: ts };
    const call = clientOf(slack).agents.sessions.setStatus({ ...place, status: 'active' });
    expect(await refusalOf(call)).toMatchObject({ error: 'not_agent_app' });
    await expect(slack.person('fay').agent.starts('hi')).rejects.toThrow('This app has no agent view.');
  });
});

describe('stop', () => {
  test('ends what streams, and tells the app; more text is refused', async () => {
    const { slack, fay, client, ts, channel, setStatus } = await anAgent();
    await setStatus('processing');
    const stream = await client.chat.startStream({ channel, thread_ts: ts, markdown_text: 'The budget' });
    const heard = eventOf(slack, 'agent_session_stopped');
    fay.agent.stops(ts);
    expect((await heard).event).toMatchObject({
      channel,
      thread_ts: ts,
      user: 'U0FOUNDER',
      streaming_message_ts: [stream.ts],
    });
    expect(fay.agent.session(ts)?.status).toBe('processing');
    const more = { channel, ts: String(stream.ts), markdown_text: ' is yours' };
    expect(await refusalOf(client.chat.appendStream(more))).toMatchObject({ error: 'stopped_by_user' });
    expect(await refusalOf(client.chat.stopStream(more))).toMatchObject({
      error: 'message_not_in_streaming_state',
    });
    await setStatus('active');
    expect(() => fay.agent.stops(ts)).toThrow('There is nothing to stop.');
  });

  test('is not there for an app that does not listen, which is warned of it', async () => {
    const { fay, ts, setStatus } = await anAgent({ events: ['message.im'] });
    expect(await setStatus('processing')).toMatchObject({
      response_metadata: { warnings: ['missing_agent_session_stopped_event_subscription'] },
    });
    expect(() => fay.agent.stops(ts)).toThrow('There is nothing to stop.');
  });

  test('a stream’s end can set the session’s status; a wrong one ends nothing', async () => {
    const { fay, client, ts, channel, setStatus } = await anAgent();
    await setStatus('processing');
    const stream = await client.chat.startStream({ channel, thread_ts: ts, markdown_text: 'Fay owns it.' });
    const end = (session_status: string) =>
      client.chat.stopStream({ channel, ts: String(stream.ts), session_status });
    expect(await refusalOf(end('done'))).toMatchObject({ error: 'invalid_arguments' });
    await end('active');
    expect(fay.agent.session(ts)?.status).toBe('active');
  });
});

describe('suggested prompts', () => {
  test('are those of the manifest until the app sets others; a pressed one is sent', async () => {
    const { slack, fay, client, channel } = await anAgent();
    expect((await fay.agent.presses('Do we need a COO?')).text).toBe('Do we need a COO, or not yet?');
    const prompts: [{ title: string; message: string }] = [
      { title: 'Gaps', message: 'What does nobody own?' },
    ];
    await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, title: 'Try', prompts });
    expect(slack.workspace.sessions.promptsIn(channel)).toMatchObject({ title: 'Try', prompts });
    expect((await fay.agent.presses('Gaps')).text).toBe('What does nobody own?');
    expect(() => fay.agent.presses('Do we need a COO?')).toThrow('There is no suggested prompt');
  });

  test('with a thread nothing comes of them, though nothing is refused', async () => {
    const { fay, client, channel, ts } = await anAgent();
    const prompts = [{ title: 'Gaps', message: 'What does nobody own?' }];
    await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, thread_ts: ts, prompts });
    expect(fay.agent.prompts).toEqual(AGENT.suggested_prompts);
  });

  test.each([
    ['five of them', Array.from({ length: 5 }, () => ({ title: 'a', message: 'b' }))],
    ['one without a message', [{ title: 'a' }]],
    ['none', []],
  ])('are refused when there are %s', async (_, prompts) => {
    const { client, channel } = await anAgent();
    const call = client.apiCall('assistant.threads.setSuggestedPrompts', { channel_id: channel, prompts });
    expect(await refusalOf(call)).toMatchObject({ error: 'invalid_arguments' });
  });

  test('need the scope of assistants', async () => {
    const { client, channel } = await anAgent({ scopes: ['chat:write'] });
    const call = client.assistant.threads.setSuggestedPrompts({
      channel_id: channel,
      prompts: [{ title: 'a', message: 'b' }],
    });
    expect(await refusalOf(call)).toMatchObject({ error: 'missing_scope', needed: 'assistant:write' });
  });
});

test('the app is told what its person looks at, and reads it in what they write', async () => {
  const { slack, fay } = await anAgent();
  const context = {
    entities: [{ type: 'slack#/types/channel_id', value: 'C0GENERAL', team_id: 'T0ACMESTD' }],
  };
  const heard = eventOf(slack, 'app_context_changed');
  fay.agent.looksAt('general');
  expect((await heard).event).toMatchObject({ user: 'U0FOUNDER', channel: 'D0FOUNDER', context });
  const written = eventOf(slack, 'message');
  await fay.agent.starts('What about this channel?');
  expect((await written).event).toMatchObject({ app_context: context });
  const away = eventOf(slack, 'app_context_changed');
  fay.agent.looksAt();
  expect((await away).event).toMatchObject({ context: {} });
});

test('Bolt’s own setStatus and sayStream work; what the app says it does goes when it speaks', async () => {
  const { slack, fay } = await anAgent();
  const { appToken, botToken: token, apiUrl: slackApiUrl } = slack;
  const receiver = socketModeReceiver({ appToken, log: silent, slackApiUrl });
  const app = new App({ receiver, token, clientOptions: { slackApiUrl } });
  const said: unknown[] = [];
  app.event('message', async ({ setStatus, sayStream, event }) => {
    await setStatus?.('is thinking…');
    said.push(fay.agent.session(event.ts)?.saying?.text);
    const stream = sayStream?.({});
    await stream?.append({ markdown_text: 'Nobody owns it.' });
    await stream?.stop();
  });
  await app.start();
  onTestFinished(async () => void (await app.stop()));
  const { ts } = await fay.agent.starts('Who owns hiring?');
  const answer = await fay.awaits('app', ({ isStreaming }) => isStreaming === false);
  expect(answer).toMatchObject({ text: 'Nobody owns it.', threadTs: ts });
  expect(said).toEqual(['is thinking…']);
  expect(fay.agent.session(ts)?.saying).toBeUndefined();
});

test('what the app says it does goes by itself after two minutes', async () => {
  const clock = aClock();
  const { fay, client, ts, place } = await anAgent({ now: clock.now });
  const loading_messages = ['counting owners…'];
  await client.assistant.threads.setStatus({ ...place, status: 'is thinking…', loading_messages });
  expect(fay.agent.session(ts)?.saying).toMatchObject({
    text: 'is thinking…',
    loadingMessages: loading_messages,
  });
  clock.pass(120_000);
  expect(fay.agent.session(ts)?.saying).toBeUndefined();
  const many = { ...place, status: 'x', loading_messages: Array.from({ length: 11 }, () => 'x') };
  expect(await refusalOf(client.assistant.threads.setStatus(many))).toMatchObject({
    error: 'invalid_arguments',
  });
});

test('pressed feedback buttons tell the app which', async () => {
  const { slack, fay, client, channel } = await anAgent({ ackTimeoutMs: 50 });
  const button = (text: string, value: string) => ({ text: { type: 'plain_text' as const, text }, value });
  const feedback = {
    type: 'feedback_buttons' as const,
    action_id: 'feedback',
    positive_button: button('Helpful', 'up'),
    negative_button: button('Not helpful', 'down'),
  };
  const blocks = [{ type: 'context_actions' as const, elements: [feedback] }];
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'Was it?', blocks });
  const message = slack.workspace.message(channel, ts);
  if (message === undefined) throw new Error('nothing was posted');
  const handed = slack.news.once('delivery', ({ kind }) => kind === 'interactive');
  await expect(fay.clicks(message, 'Not helpful')).rejects.toThrow('That did not work.');
  expect((await handed).payload).toMatchObject({
    type: 'block_actions',
    actions: [
      { type: 'feedback_buttons', action_id: 'feedback', value: 'down', text: { text: 'Not helpful' } },
    ],
  });
});
