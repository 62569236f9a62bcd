import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeError } from '../../src/ops/errors.ts';
import { sampleCompany } from '../../src/playground/company.ts';
import type { View } from '../../src/playground/views/view.ts';
import { ROSTER } from '../../src/records/roster.ts';
import { importDocuments } from '../../src/store/import.ts';
import { aFolder } from '../support/folders.ts';
import { rolefitWithModel } from '../support/language-model.ts';
import { metricsAt } from '../support/metrics.ts';
import { json, responseWith } from '../support/model-server.ts';
import { MODES, rolefitIn } from '../support/rolefit.ts';
import { aHome, all, opened } from '../support/stores.ts';

/** Strings that nothing but what people and Slack say contains. */
const WORD = 'zqcanary';
const canary = (name: string): string => `${WORD}${name}`;
const STORY = `We are 14 people, I keep having ideas and nothing gets finished, says ${canary('text')}`;

describe.each(MODES)('over %s, with everything logged and Slack in trouble', (mode) => {
  test('no name, text, title, answer, field, table or token gets into a log line or a metric', async () => {
    const { slack, founder, omar, logged, running } = await rolefitIn(mode, {
      logLevel: 'trace',
      operations: true,
    });
    for (const method of ['response', 'chat.postMessage', 'chat.postEphemeral', 'chat.update', 'views.open'])
      slack.faults.next(method, { error: canary('slackcode') });
    await founder.types(`/rolefit ${STORY}`, { channel: 'general' });
    await founder.types(STORY, { channel: 'app' });
    await founder.types(`@Rolefit ${STORY}`, { channel: 'general' });
    await omar.types(`What does ${canary('question')} mean?`, { channel: 'app' });
    await omar.types(`${canary('title')} manager: hires people, leads three departments`, { channel: 'app' });
    await founder.types('/rolefit', { channel: 'general' });
    await founder.types('/rolefit', { channel: 'general' });
    await founder.awaitsModal();
    await founder.fills('How things are, in your own words', `${STORY} ${canary('field')}`);
    slack.faults.next('users.info', { status: 500 });
    await founder.submits();
    await founder.awaitsModal((view) => view.content.submit === undefined);
    await omar.awaits('app');
    const metrics = await metricsAt(running);
    await running.stop();
    const all = logged.join('') + metrics;
    expect(logged.length).toBeGreaterThan(0);
    const { botToken, appToken, signingSecret } = slack;
    for (const secret of [botToken, appToken, signingSecret]) expect(all).not.toContain(secret);
    const withoutCodes = all.replaceAll(canary('slackcode'), '');
    expect(withoutCodes).not.toContain(WORD);
    expect(all).not.toMatch(/Fay |Omar |nothing gets finished/);
    for (const line of logged) expect(() => JSON.parse(line)).not.toThrow();
  });
});

test('neither what is pinned nor a table of a team nor a title in it gets there, refused or taken in', async () => {
  const { slack, founder, logged, running } = await rolefitIn('socket', {
    logLevel: 'trace',
    operations: true,
  });
  const titled = (title: string) => (view: View) => JSON.stringify(view.content.title).includes(title);
  const says = (words: string) => (view: View) => JSON.stringify(view.content).includes(words);
  await founder.types('/rolefit ask What is a COO?', { channel: 'general' });
  await founder.clicks(await founder.awaits('general'), 'Write your own answer');
  await founder.awaitsModal();
  await founder.fills('Answer', `It is ${canary('pinned')}.`);
  await founder.submits();
  await founder.awaitsModal(says('Pinned'));
  await founder.closes({ all: true });
  await founder.types('/rolefit team', { channel: 'general' });
  const pastes = async (table: string): Promise<View> => {
    await founder.clicks(await founder.awaitsModal(titled('Your team')), 'Import a table');
    await founder.awaitsModal(titled('Import a table'));
    await founder.fills('Or the table, pasted', table);
    await founder.submits();
    return founder.awaitsModal(titled('This is what I read'));
  };
  await pastes(`who,title,owns\nOther ${canary('member')},${canary('role')},Budget`);
  await founder.submits();
  await founder.awaitsModal((view) => titled('Your team')(view) && says(canary('member'))(view));
  const refused = await pastes(`Another ${canary('other')},${canary('role')},budgte`);
  expect(refused.content.submit).toBeUndefined();
  await founder.closes({ all: true });
  slack.faults.next('views.open', { error: 'internal_error' });
  await founder.types('/rolefit team', { channel: 'general' });
  await founder.awaits('general', ({ text }) => /reference/i.test(text));
  const metrics = await metricsAt(running);
  await running.stop();
  expect(logged.length).toBeGreaterThan(0);
  expect(logged.join('') + metrics).not.toContain(WORD);
});

test('neither the names of channels and people nor a digest get there, posted or refused', async () => {
  const company = sampleCompany();
  const { slack, founder, logged, running } = await rolefitIn('socket', {
    logLevel: 'trace',
    operations: true,
    company: {
      people: company.people.map((person) => ({
        ...person,
        realName: person.realName.replace(/ .*/, ` ${canary('real')}`),
        displayName: canary('display'),
        title: canary('profile'),
      })),
      channels: company.channels.map((channel) =>
        channel.id === 'C0GENERAL' ? { ...channel, name: canary('channel') } : channel,
      ),
    },
  });
  const titled = (title: string) => (view: View) => JSON.stringify(view.content.title).includes(title);
  const says = (words: string) => (view: View) => JSON.stringify(view.content).includes(words);
  const channel = canary('channel');
  await founder.types('/rolefit team', { channel });
  await founder.clicks(await founder.awaitsModal(titled('Your team')), 'Add by name');
  await founder.awaitsModal(titled('Add to the team'));
  await founder.fills('Name', canary('member'));
  await founder.submits();
  await founder.awaitsModal(says('1 member'));
  await founder.closes();
  await founder.types('/rolefit digest', { channel });
  await founder.clicks(await founder.awaitsModal(titled('Team digests')), 'New digest');
  await founder.awaitsModal(titled('New digest'));
  await founder.submits();
  const list = await founder.awaitsModal(says('next: '));
  slack.faults.next('chat.postMessage', { error: canary('slackcode') });
  await founder.clicks(list, 'Preview for me');
  await founder.awaits('app', ({ text }) => /reference|preview/i.test(text));
  await founder.clicks(list, 'Preview for me');
  await founder.awaitsModal(titled('Preview'));
  const metrics = await metricsAt(running);
  await running.stop();
  expect(logged.length).toBeGreaterThan(0);
  expect((logged.join('') + metrics).replaceAll(canary('slackcode'), '')).not.toContain(WORD);
});

test('a document that was imported and cannot be read is logged without what it holds', async () => {
  const { store, logged } = await opened(await aHome('sqlite'));
  const file = join(aFolder(), 'edited.jsonl');
  const document = {
    kind: ROSTER.name,
    workspace: 'T1',
    id: 'x',
    document: { version: 1, data: canary('value') },
  };
  const lines = [{ rolefit: 'export', format: 1 }, document, { end: true, documents: 1, sha256: 'edited' }];
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  expect(await importDocuments(store.table, file, { edited: true })).toMatchObject({ documents: 1 });
  expect(await all(store.documents(ROSTER, 'T1').list())).toEqual([]);
  expect(logged.join('')).toMatch(/cannot be read/);
  expect(logged.join('')).not.toContain(WORD);
});

test.each([
  ['words that pass for an answer', () => json(200, responseWith(canary('model')))],
  [
    'an error that says them',
    () => json(500, { error: { message: canary('modelerror'), code: canary('code') } }),
  ],
  ['a body that is no JSON', () => json(200, `<html>${canary('body')}`)],
])('a model that returns %s is logged without them', async (_, behaviour) => {
  const { founder, logged, running } = await rolefitWithModel({
    behaviour: behaviour(),
    logLevel: 'trace',
    operations: true,
  });
  await founder.types(STORY, { channel: 'app' });
  await founder.awaits('app');
  expect(logged.join('')).toContain('the template was used');
  expect(logged.join('') + (await metricsAt(running))).not.toContain(WORD);
});

test.each([
  () => JSON.parse(canary('json')),
  () => {
    throw new Error(canary('plain'), { cause: new Error(canary('cause')) });
  },
  () => new URL(canary('url')),
  () => {
    throw new TypeError(`Cannot read properties of undefined (reading '${canary('property')}')`);
  },
  () => {
    throw Object.assign(new Error(`a\n    at ${canary('frame')}\n${canary('second line')}`), {
      name: 'DatabaseError',
    });
  },
])('an error of a library that holds words is told without them: %s', (fail) => {
  let failure = {};
  try {
    fail();
  } catch (error) {
    failure = describeError(error);
  }
  expect(failure).toMatchObject({
    name: expect.any(String),
    stack: expect.stringContaining('canaries.test'),
  });
  expect(JSON.stringify(failure)).not.toContain(WORD);
});
