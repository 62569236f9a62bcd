import { describe, expect, test } from 'vitest';
import type { View } from '../../src/playground/views/view.ts';
import { MODES, rolefitIn } from '../support/rolefit.ts';

const shown = (view: View | undefined): string => JSON.stringify(view?.content.blocks);
const says =
  (words: string | RegExp) =>
  (view: View): boolean =>
    new RegExp(words).test(shown(view));

const QUESTION = 'What is the difference between a COO and an implementer?';
const SPELLED_OTHERWISE = 'what is the difference between a coo and an implementer';
const OURS = 'Here the COO is Omar & decides; <!channel> the implementer is *Gita*.';

/** Fay asks and writes an answer of her own to the question. */
async function pinned(mode: (typeof MODES)[number] = 'socket') {
  const all = await rolefitIn(mode);
  const { founder } = all;
  await founder.types(`/rolefit ask ${QUESTION}`, { channel: 'general' });
  await founder.clicks(await founder.awaits('general'), 'Write your own answer');
  await founder.awaitsModal();
  await founder.fills('Answer', OURS);
  await founder.submits();
  await founder.awaitsModal(says('Pinned'));
  await founder.closes({ all: true });
  return all;
}

describe.each(MODES)('written answers over %s', (mode) => {
  test('what a manager writes is shown first to whoever asks, as theirs, with the knowledge below', async () => {
    const { omar } = await pinned(mode);
    await omar.types(`/rolefit ask ${SPELLED_OTHERWISE}`, { channel: 'general' });
    const { blocks, text } = await omar.awaits('general');
    const seen = JSON.stringify(blocks);
    expect(seen).toMatch(
      /Here the COO is Omar.*Written by <@U0FOUNDER> on <!date.*my own knowledge says.*From: /,
    );
    expect(seen).not.toMatch(/<!channel>|Write your own answer|Edit the written answer/);
    expect(text).toContain('Here the COO is Omar');
  });
});

test('it is shown in a direct message, to a mention, and in the form too', async () => {
  const { omar } = await pinned();
  await omar.types(QUESTION, { channel: 'app' });
  expect(JSON.stringify((await omar.awaits('app')).blocks)).toContain('Written by');
  await omar.types(`@Rolefit ${QUESTION}`, { channel: 'general' });
  expect(JSON.stringify((await omar.awaits('general')).blocks)).toContain('Written by');
  await omar.types('/rolefit ask', { channel: 'general' });
  await omar.awaitsModal();
  await omar.fills('Your question', QUESTION);
  await omar.submits();
  await omar.awaitsModal(says('Written by'));
});

test('where the knowledge has no answer the written one stands alone, in a followed thread too', async () => {
  const { founder, omar } = await rolefitIn('socket');
  await founder.types('/rolefit ask How much does a COO cost?', { channel: 'general' });
  const refusal = await founder.awaits('general');
  expect(refusal.text).toContain('would rather not guess');
  await founder.clicks(refusal, 'Write your own answer');
  await founder.awaitsModal();
  await founder.fills('Answer', 'Ask Omar for the budget.');
  await founder.submits();
  await founder.awaitsModal(says('Pinned'));
  await founder.closes({ all: true });
  await omar.types('@Rolefit what is a COO?', { channel: 'general' });
  const thread = (await omar.awaits('general')).threadTs ?? '';
  await omar.types('How much does a COO cost?', { channel: 'general', thread });
  const { blocks, text } = await omar.awaits('general');
  expect(JSON.stringify(blocks)).toMatch(/Ask Omar.*Written by <@U0FOUNDER>.*no answer to this/);
  expect(text).not.toContain('would rather not guess');
});

test('a manager edits it: with another question it moves, and both changes are in the list', async () => {
  const { founder } = await pinned();
  await founder.types(`/rolefit ask ${QUESTION}`, { channel: 'general' });
  await founder.clicks(await founder.awaits('general'), 'Edit the written answer');
  const form = await founder.awaitsModal();
  expect(shown(form)).toContain('Here the COO is Omar');
  await founder.fills('Question', 'Who is our COO?');
  await founder.submits();
  await founder.closes({ all: true });
  await founder.types(`/rolefit ask ${QUESTION}`, { channel: 'general' });
  expect(JSON.stringify((await founder.awaits('general')).blocks)).not.toContain('Written by');
  await founder.types('/rolefit ask who is our coo', { channel: 'general' });
  expect(JSON.stringify((await founder.awaits('general')).blocks)).toContain('Written by');
  founder.opensHome();
  await founder.clicks(await founder.awaitsHome(), 'What was changed');
  const list = shown(await founder.awaitsModal());
  expect(list).toMatch(/pinned-answers\.unpinned.*pinned-answers\.pinned/);
});

test('managers find all of them in App Home, and remove one after being asked', async () => {
  const { founder, omar } = await pinned();
  founder.opensHome();
  await founder.clicks(await founder.awaitsHome(), 'Written answers');
  await founder.clicks(await founder.awaitsModal(says('difference')), 'Edit');
  const form = await founder.awaitsModal(({ content }) => content.submit !== undefined);
  await founder.clicks(form, 'Remove it', { confirms: true });
  await founder.awaitsModal(says('is removed'));
  await omar.types(`/rolefit ask ${QUESTION}`, { channel: 'general' });
  expect(JSON.stringify((await omar.awaits('general')).blocks)).not.toContain('Written by');
});

test('a text that is neither clearly a question nor a description is answered when somebody wrote an answer to it', async () => {
  const { founder, omar } = await rolefitIn('socket');
  await founder.types(`/rolefit ask ${QUESTION}`, { channel: 'general' });
  await founder.clicks(await founder.awaits('general'), 'Write your own answer');
  await founder.awaitsModal();
  await founder.fills('Question', 'purple bananas on a tuesday');
  await founder.fills('Answer', 'That is our code word.');
  await founder.submits();
  await omar.types('/rolefit Purple bananas, on a Tuesday!', { channel: 'general' });
  expect((await omar.awaits('general')).text).toContain('That is our code word.');
});

test('who is no manager any more can neither pin nor remove', async () => {
  const { founder, omar } = await rolefitIn('socket');
  await founder.types('/rolefit settings', { channel: 'general' });
  await founder.awaitsModal();
  await founder.fills('Managers', ['omar.ops']);
  await founder.submits();
  await founder.closes({ all: true });
  await omar.types(`/rolefit ask ${QUESTION}`, { channel: 'general' });
  const answer = await omar.awaits('general');
  await founder.types('/rolefit settings', { channel: 'general' });
  await founder.awaitsModal();
  await founder.fills('Managers', []);
  await founder.submits();
  await founder.awaitsModal(says('Saved'));
  await omar.clicks(answer, 'Write your own answer');
  expect((await omar.awaits('general')).text).toContain('ask an admin or owner');
});

test('a question of signs alone, or no answer, is refused at the field', async () => {
  const { founder } = await rolefitIn('socket');
  await founder.types(`/rolefit ask ${QUESTION}`, { channel: 'general' });
  await founder.clicks(await founder.awaits('general'), 'Write your own answer');
  await founder.awaitsModal();
  await founder.fills('Question', '???');
  await expect(founder.submits()).rejects.toMatchObject({ errors: { question: expect.any(String) } });
});
