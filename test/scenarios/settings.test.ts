import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/playground/person.ts';
import type { View } from '../../src/playground/views/view.ts';
import { MODES, rolefitIn } from '../support/rolefit.ts';

const shown = (view: View | undefined): string => JSON.stringify(view?.content.blocks);
const says =
  (words: string | RegExp) =>
  (view: View): boolean =>
    new RegExp(words).test(shown(view));

async function setsManagers(admin: Person, names: string[]): Promise<void> {
  await admin.types('/rolefit settings', { channel: 'general' });
  await admin.awaitsModal();
  await admin.fills('Managers', names);
  await admin.submits();
  await admin.awaitsModal(says('Saved'));
  await admin.closes({ all: true });
}

describe.each(MODES)('settings over %s', (mode) => {
  test('an admin changes them from App Home; Home follows, and the list says who, when, from and to', async () => {
    const { founder } = await rolefitIn(mode);
    founder.opensHome();
    await founder.clicks(await founder.awaitsHome(), 'Change settings');
    await founder.awaitsModal();
    await founder.fills('Channels that I may speak in', ['general']);
    await founder.fills('In channels', ['Answer only where I am mentioned']);
    await founder.fills('Tone', 'Warm: with a friendly sentence before it');
    await founder.fills('Managers', ['omar.ops']);
    await founder.fills('Days to keep checks', '30');
    await founder.submits();
    await founder.awaitsModal(says('Saved'));
    const home = await founder.awaitsHome(says('30 days: checks'));
    expect(shown(home)).toMatch(/\*Channels:\* <#C0GENERAL>/);
    await founder.closes();
    await founder.clicks(home, 'What was changed');
    const list = await founder.awaitsModal(says('settings.tone'));
    expect(shown(list)).toMatch(/<!date\^\d+.*?<@U0FOUNDER>: \*settings/);
    expect(shown(list)).toContain('from plain to warm');
    expect(shown(list)).toContain('from nothing to <@U0OMAROPS>');
  });

  test('others see them and are told whom to ask', async () => {
    const { omar } = await rolefitIn(mode);
    await omar.types('/rolefit settings', { channel: 'general' });
    const view = await omar.awaitsModal();
    expect(view.content.submit).toBeUndefined();
    expect(shown(view)).toContain('ask an admin or owner');
  });
});

test('a named manager may change them too, until taken off the list', async () => {
  const { founder, omar } = await rolefitIn('socket');
  await setsManagers(founder, ['omar.ops']);
  await omar.types('/rolefit settings', { channel: 'general' });
  await omar.awaitsModal(({ content }) => content.submit !== undefined);
  await omar.fills('Tone', 'Warm: with a friendly sentence before it');
  await setsManagers(founder, []);
  await omar.submits();
  await omar.awaitsModal(says('ask an admin or owner'));
  founder.opensHome();
  expect(shown(await founder.awaitsHome(says('Tone')))).toContain('Plain');
});

test('two managers who have the form open at once change only what each of them touched', async () => {
  const { founder, omar } = await rolefitIn('socket');
  await setsManagers(founder, ['omar.ops']);
  for (const manager of [founder, omar]) {
    await manager.types('/rolefit settings', { channel: 'general' });
    await manager.awaitsModal();
  }
  await omar.fills('Days to keep checks', '20');
  await omar.submits();
  await omar.awaitsModal(says('Saved'));
  await founder.fills('Days to keep interviews', '3');
  await founder.submits();
  await founder.awaitsModal(says('Saved'));
  founder.opensHome();
  await founder.awaitsHome(says(/20 days: checks.*3 days: interviews/));
});

test('days beyond what the installation keeps are refused at the field', async () => {
  const { founder } = await rolefitIn('socket');
  await founder.types('/rolefit settings', { channel: 'general' });
  await founder.awaitsModal();
  await founder.fills('Days to keep checks', '91');
  await expect(founder.submits()).rejects.toMatchObject({ errors: { 'kept:checks': expect.any(String) } });
});

test('where Slack does not say who is an admin, only named managers count, and that is said', async () => {
  const { slack, founder } = await rolefitIn('socket');
  slack.faults.next('users.info', { error: 'missing_scope' }, Number.POSITIVE_INFINITY);
  await founder.types('/rolefit settings', { channel: 'general' });
  const view = await founder.awaitsModal();
  expect(view.content.submit).toBeUndefined();
  expect(shown(view)).toContain('Slack does not tell me who is an admin here');
});

test('a warm tone puts a friendly sentence before the same answer', async () => {
  const { founder } = await rolefitIn('socket');
  const story = '/rolefit We are 14 people and nothing ever gets finished';
  await founder.types(story, { channel: 'general' });
  const plain = await founder.awaits('general');
  await founder.types('/rolefit settings', { channel: 'general' });
  await founder.awaitsModal();
  await founder.fills('Tone', 'Warm: with a friendly sentence before it');
  await founder.submits();
  await founder.closes({ all: true });
  await founder.types(story, { channel: 'general' });
  const warm = await founder.awaits('general');
  expect(warm.text).toBe(`Thank you for telling me. This is how I see it. ${plain.text}`);
  expect(warm.blocks).toHaveLength((plain.blocks?.length ?? 0) + 1);
});

test('a verdict is not shared into a channel where the app may not speak', async () => {
  const { founder } = await rolefitIn('socket');
  await founder.types('/rolefit settings', { channel: 'general' });
  await founder.awaitsModal();
  await founder.fills('Channels that I may speak in', ['random']);
  await founder.submits();
  await founder.closes({ all: true });
  await founder.types('/rolefit We are 14 people and nothing ever gets finished', { channel: 'general' });
  await founder.clicks(await founder.awaits('general'), 'Share…');
  await founder.awaitsModal();
  await expect(founder.submits()).rejects.toMatchObject({ errors: { channel: expect.any(String) } });
});
