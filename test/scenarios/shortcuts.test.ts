import { describe, expect, test } from 'vitest';
import type { View } from '../../src/playground/views/view.ts';
import { MODES, rolefitIn } from '../support/rolefit.ts';
import { clientOf } from '../support/slack-client.ts';

const STORY = 'We are 14 people, I keep having ideas and nothing gets finished';
const CHECK = 'Check role fit';

const shown = (view: View): string => JSON.stringify(view.content.blocks);
const isVerdict = (view: View): boolean => view.content.submit === undefined;

describe.each(MODES)('shortcuts over %s', (mode) => {
  test('"New role-fit check" opens the form from anywhere', async () => {
    const { founder } = await rolefitIn(mode);
    await founder.usesShortcut('New role-fit check');
    expect(shown(await founder.awaitsModal())).toContain('What is it about?');
    await founder.fills('How things are, in your own words', STORY);
    await founder.submits();
    expect(shown(await founder.awaitsModal(isVerdict))).toContain('You need an implementer');
  });

  test('"Check role fit" opens the form with the words of a message, and only its user sees the verdict', async () => {
    const { founder, omar } = await rolefitIn(mode);
    await omar.types(`<!channel> ${STORY}`, { channel: 'general' });
    await founder.usesShortcut(CHECK, await founder.awaits('general'));
    const form = await founder.awaitsModal();
    expect(shown(form)).toContain(STORY);
    expect(shown(form)).toContain('"initial_value":"14"');
    expect(shown(form)).not.toContain(omar.user.id);
    await founder.submits();
    expect(shown(await founder.awaitsModal(isVerdict))).toContain('You need an implementer');
    expect(omar.sees('general')).toHaveLength(1);
  });

  test('a message about a person is checked as one, with "this person" for who is mentioned', async () => {
    const { founder, omar } = await rolefitIn(mode);
    await omar.types('@gita.guest keeps the minutes, schedules all our meetings and decides nothing', {
      channel: 'general',
    });
    await founder.usesShortcut(CHECK, await founder.awaits('general'));
    const form = await founder.awaitsModal();
    expect(shown(form)).toContain('"initial_option":{"text":{"type":"plain_text","text":"A person"');
    expect(shown(form)).toContain('this person keeps the minutes');
    expect(shown(form)).not.toMatch(/gita/i);
    await founder.submits();
    expect(shown(await founder.awaitsModal(isVerdict))).toContain('an implementer');
    expect(omar.sees('general')).toHaveLength(1);
  });

  test('of a very long message the form takes the beginning, and says so', async () => {
    const { founder, omar } = await rolefitIn(mode);
    await omar.types(`${STORY}. `.repeat(80), { channel: 'general' });
    await founder.usesShortcut(CHECK, await founder.awaits('general'));
    expect(shown(await founder.awaitsModal())).toContain('its first 3,000 characters');
    await founder.submits();
    await founder.awaitsModal(isVerdict);
  });

  test('a message of an app, and one without words, give an empty form and the reason', async () => {
    const { slack, founder } = await rolefitIn(mode);
    await founder.types('/rolefit help', { channel: 'general' });
    await clientOf(slack).chat.postMessage({ channel: 'C0GENERAL', text: STORY });
    const byApp = await founder.awaits('general', ({ text }) => text === STORY);
    await founder.usesShortcut(CHECK, byApp);
    const form = await founder.awaitsModal();
    expect(shown(form)).toContain('An app wrote that message');
    expect(shown(form)).not.toContain('initial_value');
    await founder.closes();
    const image = slack.workspace.post({
      channel: 'C0GENERAL',
      user: 'U0OMAROPS',
      text: '',
      files: [{ id: 'F1', mimetype: 'image/png' }],
    });
    await founder.usesShortcut(CHECK, image);
    expect(shown(await founder.awaitsModal())).toContain('no words in that message');
  });

  test('when Slack refuses the form, the person is told where they are', async () => {
    const { slack, founder, omar, logged } = await rolefitIn(mode);
    await omar.types(STORY, { channel: 'general' });
    const message = await founder.awaits('general');
    slack.faults.next('views.open', { error: 'expired_trigger_id' });
    await founder.usesShortcut(CHECK, message);
    const { text, onlyFor } = await founder.awaits('general');
    expect({ text, onlyFor }).toMatchObject({
      text: expect.stringMatching(/reference/i),
      onlyFor: founder.user.id,
    });
    expect(logged.join()).toContain('expired_trigger_id');
  });
});
