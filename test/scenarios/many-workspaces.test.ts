import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import type { SlackObject } from '../../src/playground/message.ts';
import { INSTALLATION } from '../../src/slack/installation.ts';
import { BETA, Browser, GAMMA, NORTH, rolefitForMany, SOUTH } from '../support/many-workspaces.ts';
import { opened } from '../support/stores.ts';

const STORY = 'We are 14 people, I keep having ideas and nothing gets finished';
const VERDICT = /^You need an implementer/;

const refreshesIn = (slack: Awaited<ReturnType<typeof rolefitForMany>>['slack']) =>
  slack.calls.filter(
    (call) => call.method === 'oauth.v2.access' && call.arguments.grant_type === 'refresh_token',
  );

test('a workspace that installs the app is answered there, by command, mention and direct message', async () => {
  const { slack, browser, logged } = await rolefitForMany();
  const fay = slack.person('fay', BETA.id);
  await fay.types(`/rolefit ${STORY}`, { channel: 'general' });
  expect((await fay.awaits('general')).text).toBe('/rolefit is not a valid command.');
  const page = await browser.installs(BETA.id);
  expect(page).toMatchObject({ status: 200, text: expect.stringContaining('Rolefit is installed') });
  expect(page.text).toContain('Beta &#60;Bakery&#62;');
  await fay.types(`/rolefit ${STORY}`, { channel: 'general' });
  expect((await fay.awaits('general')).text).toMatch(VERDICT);
  await fay.types(STORY, { channel: 'app' });
  expect((await fay.awaits('app')).text).toMatch(VERDICT);
  await fay.types(`@Rolefit ${STORY}`, { channel: 'general' });
  expect((await fay.awaits('general', ({ threadTs }) => threadTs !== undefined)).text).toMatch(VERDICT);
  expect(logged.join('')).not.toMatch(/xoxb-|xoxe-/);
});

test('two workspaces with the same people and channels never get each other’s answers', async () => {
  const { slack, browser } = await rolefitForMany();
  await browser.installs(BETA.id);
  await browser.installs(GAMMA.id);
  const [beta, gamma] = [slack.person('fay', BETA.id), slack.person('fay', GAMMA.id)];
  await Promise.all([
    beta.types(STORY, { channel: 'app' }),
    gamma.types('What is a COO?', { channel: 'app' }),
  ]);
  expect((await beta.awaits('app')).text).toMatch(VERDICT);
  expect((await gamma.awaits('app')).text).not.toMatch(VERDICT);
  expect([beta.sees('app').length, gamma.sees('app').length]).toEqual([2, 2]);
  expect(slack.person('fay').sees('app')).toEqual([]);
});

test('an enterprise installs the app once for all of its workspaces', async () => {
  const { slack, browser } = await rolefitForMany();
  expect((await browser.installs('E0NORTH')).text).toContain('North Group');
  for (const team of [NORTH.id, SOUTH.id]) {
    const fay = slack.person('fay', team);
    await fay.types(STORY, { channel: 'app' });
    expect((await fay.awaits('app')).text).toMatch(VERDICT);
    await fay.types(`/rolefit ${STORY}`, { channel: 'general' });
    const advice = await fay.awaits('general');
    expect(advice.text).toMatch(VERDICT);
    await fay.clicks(advice, 'Why');
    await fay.awaitsModal();
    await fay.types('@Rolefit help', { channel: 'general' });
    const help = await fay.awaits('general', ({ threadTs }) => threadTs !== undefined);
    expect(help.text).toContain('say which role fits');
  }
});

test('who cancels is told that nothing was installed', async () => {
  const { slack, browser } = await rolefitForMany();
  const page = await browser.opens(await browser.answers(await browser.begins(), BETA.id, 'cancel'));
  expect(page).toMatchObject({ status: 200, text: expect.stringContaining('Nothing was installed') });
  expect(slack.workspaces.get(BETA.id)?.installedBy).toBeUndefined();
});

test.each([
  ['is missing', (url: URL) => url.searchParams.delete('state')],
  ['is strange', (url: URL) => url.searchParams.set('state', 'strange')],
  ['is signed by another', (url: URL) => url.searchParams.set('state', FOREIGN_STATE)],
])('a way back whose state %s installs nothing', async (_, spoil) => {
  const { slack, browser } = await rolefitForMany();
  const back = new URL(await browser.answers(await browser.begins(), BETA.id));
  spoil(back);
  const page = await browser.opens(back.href);
  expect(page).toMatchObject({ status: 400, text: expect.stringContaining('Please start again') });
  expect(slack.workspaces.get(BETA.id)?.installedBy).toBeUndefined();
});

/** A JSON Web Token of the right form, with a signature that is not ours. */
const FOREIGN_STATE = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"installOptions":{},"now":"2030-01-01"}').toString('base64url')}.`;

test('a way back that another browser opens installs nothing', async () => {
  const { slack, browser, running } = await rolefitForMany();
  const back = await browser.answers(await browser.begins(), BETA.id);
  const stranger = new Browser(String(running.url));
  await stranger.begins();
  expect(await stranger.opens(back)).toMatchObject({ status: 400 });
  expect(await new Browser(String(running.url)).opens(back)).toMatchObject({ status: 400 });
  expect(slack.workspaces.get(BETA.id)?.installedBy).toBeUndefined();
});

test('a state is good once, even with its cookie and a new code', async () => {
  const { browser, slack } = await rolefitForMany();
  const authorizeUrl = await browser.begins();
  const { cookie } = browser;
  const [first, second] = [
    await browser.answers(authorizeUrl, BETA.id),
    await browser.answers(authorizeUrl, GAMMA.id),
  ];
  expect(await browser.opens(first)).toMatchObject({ status: 200 });
  browser.cookie = cookie;
  expect(await browser.opens(second)).toMatchObject({ status: 400 });
  expect(slack.workspaces.get(GAMMA.id)?.installedBy).toBeUndefined();
});

test('when Slack refuses the code, the page gives a reference that is in the log, and not Slack’s words', async () => {
  const { browser, slack, logged } = await rolefitForMany();
  slack.faults.next('oauth.v2.access', { error: 'invalid_code' });
  const { status, text } = await browser.installs(BETA.id);
  expect(status).toBe(500);
  expect(text).not.toMatch(/invalid_code|Error/);
  const [, reference] = /reference ([0-9a-f]{8})/.exec(text) ?? [];
  expect(logged.join('')).toContain(String(reference));
});

test('of many messages whose token is about to end, one brings the next, and the app goes on with it after a restart', async () => {
  const { slack, browser, home, running } = await rolefitForMany();
  await browser.installs(BETA.id);
  await running.stop();
  const soon = () => Date.now() + 11 * 60 * 60 * 1000;
  const later = await rolefitForMany({ slack, home, now: soon });
  const fay = slack.person('fay', BETA.id);
  slack.faults.next('oauth.v2.access', { lateMs: 200 });
  await Promise.all([1, 2, 3, 4, 5].map(() => fay.types(`/rolefit ${STORY}`, { channel: 'general' })));
  await fay.awaits('general', () => fay.sees('general').length === 5);
  expect(refreshesIn(slack)).toHaveLength(1);
  await later.running.stop();
  await rolefitForMany({ slack, home });
  await fay.types(STORY, { channel: 'app' });
  expect((await fay.awaits('app')).text).toMatch(VERDICT);
  expect(refreshesIn(slack)).toHaveLength(1);
});

test('while Slack gives no new token, the one that still holds is used', async () => {
  const { slack, browser, home, running } = await rolefitForMany();
  await browser.installs(BETA.id);
  await running.stop();
  const { logged } = await rolefitForMany({ slack, home, now: () => Date.now() + 11 * 60 * 60 * 1000 });
  slack.faults.next('oauth.v2.access', { error: 'internal_error' });
  const fay = slack.person('fay', BETA.id);
  await fay.types(STORY, { channel: 'app' });
  expect((await fay.awaits('app')).text).toMatch(VERDICT);
  expect(logged.join('')).toContain('a token could not be renewed yet');
});

test('a Slack that is slow to give the next token does not keep people waiting while the old one holds', async () => {
  const { slack, browser, home, running } = await rolefitForMany();
  await browser.installs(BETA.id);
  await running.stop();
  const { running: later } = await rolefitForMany({
    slack,
    home,
    now: () => Date.now() + 11 * 60 * 60 * 1000,
  });
  slack.faults.next('oauth.v2.access', { lateMs: 4_000 });
  const fay = slack.person('fay', BETA.id);
  await fay.types(`/rolefit ${STORY}`, { channel: 'general' });
  expect((await fay.awaits('general')).text).toMatch(VERDICT);
  await later.stop();
  await rolefitForMany({ slack, home });
  await fay.types(STORY, { channel: 'app' });
  expect((await fay.awaits('app')).text).toMatch(VERDICT);
  expect(refreshesIn(slack)).toHaveLength(1);
});

test('when the token has ended and Slack takes no refresh token, who types a command is told to install again', async () => {
  const { slack, browser, home, running } = await rolefitForMany();
  await browser.installs(BETA.id);
  await running.stop();
  await rolefitForMany({ slack, home, now: () => Date.now() + 13 * 60 * 60 * 1000 });
  slack.faults.next('oauth.v2.access', { error: 'invalid_refresh_token' });
  const fay = slack.person('fay', BETA.id);
  await fay.types('/rolefit help', { channel: 'general' });
  expect((await fay.awaits('general')).text).toMatch(/lost my permission.*install it again/);
});

test.each([
  ['removes the app', (slack: LocalSlack) => slack.uninstall(BETA.id)],
  [
    'revokes its token',
    async (slack: LocalSlack, token: string) => {
      await new WebClient(token, { slackApiUrl: slack.apiUrl }).auth.revoke();
    },
  ],
])('when a workspace %s, its token is gone, others go on, and it can come back', async (_, remove) => {
  const { slack, browser, home, running } = await rolefitForMany();
  await browser.installs(BETA.id);
  await browser.installs(GAMMA.id);
  await running.stop();
  const tokenOf = async (team: string) => {
    const { store } = await opened(home);
    const kept = await store.documents(INSTALLATION, team).read('bot');
    await store.close();
    return kept?.bot.token;
  };
  const token = String(await tokenOf(BETA.id));
  const last = await rolefitForMany({ slack, home });
  const told = [
    slack.news.once('delivery', ({ payload }) => eventOf(payload) === 'app_uninstalled'),
    slack.news.once('delivery', ({ payload }) => eventOf(payload) === 'tokens_revoked'),
  ];
  await remove(slack, token);
  await Promise.all(told);
  const gamma = slack.person('fay', GAMMA.id);
  await gamma.types(STORY, { channel: 'app' });
  expect((await gamma.awaits('app')).text).toMatch(VERDICT);
  await last.running.stop();
  expect(await tokenOf(BETA.id)).toBeUndefined();
  expect(await tokenOf(GAMMA.id)).toBeDefined();
  const again = await rolefitForMany({ slack, home });
  await again.browser.installs(BETA.id);
  const beta = slack.person('fay', BETA.id);
  await beta.types(STORY, { channel: 'app' });
  expect((await beta.awaits('app')).text).toMatch(VERDICT);
});

const eventOf = (payload: SlackObject): unknown => (payload.event as SlackObject | undefined)?.type;
