import { expect, test } from 'vitest';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import { type AppWishes, aSlackFor, clientOf, refusalOf } from '../support/slack-client.ts';

const ME = 'U0FOUNDER';

async function post(slack: LocalSlack, act: string, body: object) {
  const response = await fetch(`${slack.url}/page/${act}`, { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as { ok: boolean; sentence?: string } };
}

/** A local Slack where Fay wrote into #general, and the way to act for her on that message. */
async function aPage(wishes: AppWishes = {}) {
  const slack = await aSlackFor(wishes);
  const fay = slack.person('fay');
  await fay.types('hello', { channel: 'general' });
  const ts = fay.sees('general').at(-1)?.ts ?? '';
  return {
    slack,
    fay,
    ts,
    onIt: (act: string, more: object = {}) =>
      post(slack, act, { user: ME, channel: 'C0GENERAL', ts, ...more }),
  };
}

test('the page edits, reacts to and deletes a message for its person', async () => {
  const { fay, onIt } = await aPage();
  await onIt('edit', { text: 'hello all' });
  await onIt('react', { emoji: 'eyes', isOn: true });
  expect(fay.sees('general')).toMatchObject([{ text: 'hello all', reactions: [{ name: 'eyes' }] }]);
  await onIt('react', { emoji: 'eyes', isOn: false });
  expect(fay.sees('general').at(-1)?.reactions).toEqual([]);
  await onIt('delete');
  expect(fay.sees('general')).toEqual([]);
  expect(await onIt('delete')).toEqual({
    status: 400,
    body: { ok: false, sentence: 'This message is no longer there.' },
  });
});

test('the page leaves and joins a channel for its person', async () => {
  const { slack } = await aPage();
  const place = { user: ME, channel: 'C0RANDOM0' };
  await post(slack, 'leave', place);
  expect(slack.workspace.channel('random')?.members.has(ME)).toBe(false);
  await post(slack, 'join', place);
  expect(slack.workspace.channel('random')?.members.has(ME)).toBe(true);
});

test('the page shows an agent’s prompts and session, at once and after a reload, and its person acts on them', async () => {
  const events = ['agent_session_stopped'];
  const agent = { suggested_prompts: [{ title: 'Gaps', message: 'What does nobody own?' }] };
  const { slack, fay } = await aPage({ agent, events });
  const news = await fetch(`${slack.url}/page/news?user=${ME}`);
  const reader = news.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  await post(slack, 'prompt', { user: ME, title: 'Gaps' });
  const asked = fay.sees('app').at(-1);
  expect(asked?.text).toBe('What does nobody own?');
  expect((await reader?.read())?.value).toContain('What does nobody own?');
  const place = { channel: 'D0FOUNDER', thread: asked?.ts ?? '' };
  const session = { channel_id: place.channel, thread_ts: place.thread };
  await clientOf(slack).agents.sessions.setStatus({ ...session, status: 'processing' });
  expect((await reader?.read())?.value).toMatch(/^event: session\ndata: .*"status":"processing"/);
  await reader?.cancel();
  await post(slack, 'rename', { user: ME, ...place, title: 'Our gaps' });
  const state = await (await fetch(`${slack.url}/page/state?user=${ME}`)).json();
  expect(state).toMatchObject({
    prompts: agent.suggested_prompts,
    sessions: [{ ...place, status: 'processing', title: 'Our gaps' }],
  });
  expect(await post(slack, 'stop', { user: ME, ...place })).toMatchObject({ status: 200 });
  expect(await post(slack, 'look', { user: ME, channel: 'C0RANDOM0' })).toMatchObject({ status: 200 });
});

test('somebody from outside, who has no direct message with the agent, sees their channels all the same', async () => {
  const { slack } = await aPage({ agent: { suggested_prompts: [{ title: 'a', message: 'b' }] } });
  const state = await (await fetch(`${slack.url}/page/state?user=U0SVENEXT`)).json();
  expect(state).toMatchObject({ channels: [{ name: 'with-nordwind' }], prompts: [] });
});

test('nobody is shown another’s session', async () => {
  const { slack, fay } = await aPage({ agent: { suggested_prompts: [] } });
  const { ts, channel } = await fay.agent.starts('hello');
  slack.workspace.sessions.set(channel, ts, { status: 'active' });
  const state = await (await fetch(`${slack.url}/page/state?user=U0OMAROPS`)).json();
  expect(state).toMatchObject({ sessions: [] });
});

test('the page makes Slack fail as often as told, and well again', async () => {
  const { slack } = await aPage();
  const { auth } = clientOf(slack);
  await post(slack, 'fault', { method: 'auth.test', fault: { error: 'account_inactive' }, times: 'always' });
  expect(await refusalOf(auth.test())).toMatchObject({ error: 'account_inactive' });
  expect(await refusalOf(auth.test())).toMatchObject({ error: 'account_inactive' });
  await post(slack, 'calm', {});
  expect(await auth.test()).toMatchObject({ ok: true });
  expect(await post(slack, 'fault', { method: 'auth.test', fault: { mood: 'bad' } })).toMatchObject({
    status: 400,
  });
});

test('the page switches the rate limits on and off', async () => {
  const { slack } = await aPage();
  await post(slack, 'limits', { isOn: true });
  expect(slack.rateLimits.isOn).toBe(true);
  await post(slack, 'limits', { isOn: false });
  expect(slack.rateLimits.isOn).toBe(false);
});
