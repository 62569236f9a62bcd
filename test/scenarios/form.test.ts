import { describe, expect, test } from 'vitest';
import type { View } from '../../src/playground/views/view.ts';
import { MODES, rolefitIn } from '../support/rolefit.ts';

const STORY = 'We are 14 people, I keep having ideas and nothing gets finished';

const titleOf = (view: View): string => JSON.stringify(view.content.title);
const shown = (view: View): string => JSON.stringify(view.content.blocks);
const isVerdict = (view: View): boolean => view.content.submit === undefined;

describe.each(MODES)('Rolefit over %s', (mode) => {
  test('"/rolefit" opens a form; what is said in it turns the form into the verdict', async () => {
    const { founder, omar } = await rolefitIn(mode);
    await founder.types('/rolefit', { channel: 'general' });
    await founder.awaitsModal();
    await founder.fills('How things are, in your own words', STORY);
    await founder.submits();
    const verdict = await founder.awaitsModal(isVerdict);
    expect(shown(verdict)).toContain('You need an implementer');
    expect(shown(verdict)).toContain('nothing gets finished');
    expect(omar.sees('general')).toEqual([]);
  });

  test('a form with nothing in it says so at the field and stays open', async () => {
    const { founder } = await rolefitIn(mode);
    await founder.types('/rolefit', { channel: 'general' });
    await founder.awaitsModal();
    await expect(founder.submits()).rejects.toMatchObject({
      errors: { text: expect.stringContaining('Say a few words') },
    });
    await founder.fills(
      'How things are, in your own words',
      'Wir sind vierzehn Leute und nichts wird jemals fertig',
    );
    await expect(founder.submits()).rejects.toMatchObject({
      errors: { text: expect.stringContaining('English only') },
    });
    expect(founder.modal()?.content.submit).toBeDefined();
  });

  test('the text fills in the facts it states; each can be changed, and emptied counts as unknown', async () => {
    const { founder } = await rolefitIn(mode);
    await founder.types('/rolefit', { channel: 'general' });
    const empty = await founder.awaitsModal();
    await founder.fills('How things are, in your own words', STORY);
    await founder.clicks(empty, 'Fill in from the text');
    const filled = await founder.awaitsModal((view) => shown(view).includes('"initial_value":"14"'));
    expect(shown(filled)).toMatch(/Do ideas and plans pile up.*?initial_option.*?"Yes"/);
    await founder.fills('Do ideas and plans pile up without becoming finished work?', 'Unknown');
    await founder.fills('Are there more ideas than anyone can follow through?', 'Unknown');
    await founder.submits();
    const verdict = await founder.awaitsModal(isVerdict);
    expect(shown(verdict)).not.toContain('You need an implementer');
  });

  test('the fields follow the subject, and a question is answered', async () => {
    const { founder } = await rolefitIn(mode);
    await founder.types('/rolefit', { channel: 'general' });
    await founder.awaitsModal();
    await founder.fills('What is it about?', 'A question');
    await founder.awaitsModal((view) => shown(view).includes('Your question'));
    await founder.fills('Your question', 'What does COO stand for?');
    await founder.submits();
    expect(shown(await founder.awaitsModal(isVerdict))).toMatch(/chief operating officer/i);
  });

  test('"person @someone" asks for their work, and the verdict is for the asker alone', async () => {
    const { founder, omar } = await rolefitIn(mode);
    await founder.types('/rolefit person @omar.ops', { channel: 'general' });
    const form = await founder.awaitsModal();
    expect(shown(form)).toContain(`<@${omar.user.id}>`);
    await founder.fills(
      "The person's work, in your own words",
      'He keeps the minutes, schedules meetings and writes the reports; others decide.',
    );
    await founder.submits();
    expect(shown(await founder.awaitsModal(isVerdict))).toContain('an implementer');
    expect(omar.sees('general')).toEqual([]);
  });

  test('"job" judges a job by the work it lists, whatever its title', async () => {
    const { founder } = await rolefitIn(mode);
    await founder.types('/rolefit job', { channel: 'general' });
    await founder.awaitsModal();
    await founder.fills(
      'The job description',
      'Chief Operating Officer. You keep the calendars, write minutes, maintain our records and send reminders.',
    );
    await founder.submits();
    const verdict = shown(await founder.awaitsModal(isVerdict));
    expect(verdict).toContain('This is a job for an implementer, not for a chief operating officer');
    expect(verdict).toContain('Most of the work is hands-on');
  });

  test('facts of a verdict can be edited and the two verdicts are compared', async () => {
    const { founder } = await rolefitIn(mode);
    await founder.types(`/rolefit ${STORY}`, { channel: 'general' });
    await founder.awaits('general');
    await founder.types('/rolefit whatif', { channel: 'general' });
    const form = await founder.awaitsModal();
    expect(shown(form)).toContain('"initial_value":"14"');
    await founder.fills('Do ideas and plans pile up without becoming finished work?', 'No');
    await founder.fills('Are there more ideas than anyone can follow through?', 'No');
    await founder.submits();
    const verdict = await founder.awaitsModal(isVerdict);
    expect(shown(verdict)).toMatch(/the answer turns from an implementer to undecided/);
  });

  test('"why" shows every rule and its words again, to whoever may see the verdict', async () => {
    const { founder, omar } = await rolefitIn(mode);
    await founder.types('/rolefit person she keeps the minutes and schedules all meetings', {
      channel: 'general',
    });
    const { blocks } = await founder.awaits('general');
    const id = /rolefit why ([0-9a-z]+)/.exec(JSON.stringify(blocks))?.[1];
    await founder.types(`/rolefit why ${id}`, { channel: 'general' });
    const why = await founder.awaitsModal();
    expect(titleOf(why)).toContain('Why');
    expect(shown(why)).toMatch(/supports an implementer, \d points?/);
    await omar.types(`/rolefit why ${id}`, { channel: 'general' });
    expect((await omar.awaits('general')).text).toContain('I know no verdict');
  });

  test('a passage opens from its reason, over the trace too', async () => {
    const { founder } = await rolefitIn(mode);
    await founder.types(`/rolefit ${STORY}`, { channel: 'general' });
    const card = await founder.awaits('general');
    await founder.clicks(card, 'Why');
    const why = await founder.awaitsModal();
    await founder.clicks(why, 'Read it');
    const passage = await founder.awaitsModal((view) => titleOf(view).includes('rests on'));
    expect(shown(passage)).toMatch(/From the part on .* in the article/);
    const words = shown(passage).replace(/"block_id":"[^"]*"/g, '');
    expect(words).not.toMatch(/what-is-an-implementer|\b[A-E]\d+\b/);
    await founder.closes();
    expect(titleOf(await founder.awaitsModal())).toContain('Why');
  });

  test('a question that begins like a subcommand is answered', async () => {
    const { founder } = await rolefitIn(mode);
    await founder.types('/rolefit why do creative people need implementers?', { channel: 'general' });
    const { text, blocks } = await founder.awaits('general');
    expect(text).not.toContain('I know no verdict');
    expect(JSON.stringify(blocks)).toContain('Why creative people need implementers');
  });

  test('a misspelt subcommand is met with the nearest', async () => {
    const { founder } = await rolefitIn(mode);
    await founder.types('/rolefit wahtif', { channel: 'general' });
    expect((await founder.awaits('general')).text).toContain('Did you mean /rolefit whatif?');
  });
});

describe('sharing', () => {
  test('a verdict is shared after a preview, signed by the sharer, with why for everybody', async () => {
    const { founder, omar } = await rolefitIn('socket');
    await founder.types(`/rolefit ${STORY}`, { channel: 'general' });
    await founder.clicks(await founder.awaits('general'), 'Share…');
    const preview = await founder.awaitsModal();
    expect(shown(preview)).toContain('You need an implementer');
    await founder.fills('Your comment', 'What do you think? <!channel>');
    await founder.submits();
    const shared = await omar.awaits('general', ({ botId }) => botId !== undefined);
    expect(JSON.stringify(shared.blocks)).toContain(`<@${founder.user.id}>`);
    expect(JSON.stringify(shared.blocks)).not.toContain('<!channel>');
    await founder.awaitsModal((view) => titleOf(view).includes('Shared'));
    await omar.clicks(shared, 'Why');
    expect(titleOf(await omar.awaitsModal())).toContain('Why');
  });

  test('what is said of a person is shared only after one more question', async () => {
    const { founder, omar } = await rolefitIn('socket');
    await founder.types('/rolefit person she keeps the minutes and schedules all meetings', {
      channel: 'general',
    });
    await founder.clicks(await founder.awaits('general'), 'Share…');
    await founder.awaitsModal();
    await expect(founder.submits()).rejects.toThrow();
    expect(omar.sees('general')).toEqual([]);
    await founder.fills(
      'This speaks of a person',
      'I have thought about it: others may read what is said of this person.',
    );
    await founder.submits();
    await omar.awaits('general', ({ botId }) => botId !== undefined);
  });

  test('where Slack refuses, the preview comes back and says what to do', async () => {
    const { slack, founder, omar } = await rolefitIn('socket');
    await founder.types(`/rolefit ${STORY}`, { channel: 'general' });
    await founder.clicks(await founder.awaits('general'), 'Share…');
    await founder.awaitsModal();
    slack.faults.next('chat.postMessage', { error: 'not_in_channel' });
    await founder.submits();
    const again = await founder.awaitsModal((view) => shown(view).includes('not in that channel'));
    expect(shown(again)).toContain('/invite @Rolefit');
    await founder.submits();
    await omar.awaits('general', ({ botId }) => botId !== undefined);
  });
});

describe('feedback', () => {
  test('"Not helpful" is kept, and a reason may follow', async () => {
    const { founder } = await rolefitIn('socket');
    await founder.types(`/rolefit ${STORY}`, { channel: 'general' });
    await founder.clicks(await founder.awaits('general'), 'Not helpful');
    await founder.awaitsModal();
    await founder.fills('What is wrong with it?', 'We have a COO already.');
    await founder.submits();
    expect(founder.modal()).toBeUndefined();
  });
});
