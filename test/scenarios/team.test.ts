import { describe, expect, test } from 'vitest';
import type { View } from '../../src/playground/views/view.ts';
import { MODES, rolefitIn } from '../support/rolefit.ts';

const shown = (view: View): string => JSON.stringify(view.content.blocks);
const titled = (title: string) => (view: View) => JSON.stringify(view.content.title).includes(title);

/** Opens the team and gives its window. */
async function theTeam(mode: (typeof MODES)[number]) {
  const rolefit = await rolefitIn(mode);
  await rolefit.founder.types('/rolefit team', { channel: 'general' });
  return { ...rolefit, list: await rolefit.founder.awaitsModal(titled('Your team')) };
}

describe.each(MODES)('the team over %s', (mode) => {
  test('a member is picked, the title comes from their profile, areas are searched for, and they stand in the list', async () => {
    const { founder, list } = await theTeam(mode);
    expect(shown(list)).toContain('Who owns what');
    await founder.clicks(list, 'Add from Slack');
    await founder.awaitsModal(titled('Add to the team'));
    await founder.fills('Who', 'omar');
    await founder.awaitsModal((view) => shown(view).includes('"initial_value":"Operations"'));
    const offered = await founder.suggestions('Owns', 'budg');
    expect(JSON.stringify(offered)).toContain('"description"');
    await founder.fills('Owns', ['Budget']);
    await founder.fills('Load', 'Too much');
    await founder.submits();
    const after = await founder.awaitsModal((view) => shown(view).includes('<@U0OMAROPS>'));
    expect(shown(after)).toMatch(/<@U0OMAROPS>, Operations.*Owns Budget.*has too much/);
    expect(shown(after)).toMatch(/1 member\*, \d+ gaps/);
  });

  test('areas are proposed from the work described, and nothing is taken before it is saved', async () => {
    const { founder, list } = await theTeam(mode);
    await founder.clicks(list, 'Add by name');
    const form = await founder.awaitsModal(titled('Add to the team'));
    await founder.fills('Name', 'Ada');
    await founder.fills('The actual work, in your own words', 'Prepares the budget. Schedules our meetings.');
    await founder.clicks(form, 'Propose areas from this work');
    const proposed = await founder.awaitsModal((view) => shown(view).includes('Proposed from the work'));
    expect(shown(proposed)).toContain('"initial_options"');
    await founder.closes();
    expect(shown(await founder.awaitsModal(titled('Your team')))).toContain('Who owns what');
  });

  test('who may not set it up sees the team, cannot change it, and is told who may', async () => {
    const { omar, slack } = await rolefitIn(mode);
    await omar.types('/rolefit team', { channel: 'general' });
    const list = await omar.awaitsModal(titled('Your team'));
    expect(shown(list)).not.toContain('Add from Slack');
    const gita = slack.person('gita');
    await gita.types('/rolefit team', { channel: 'general' });
    expect(shown(await gita.awaitsModal(titled('Sorry')))).toContain('guests');
  });
});

const table = (people: number): string =>
  [
    'who,title,owns',
    ...Array.from({ length: people }, (_, n) => `Person ${n},Engineer,${n === 0 ? 'Budget' : ''}`),
  ].join('\n');

test('a table of two hundred is pasted in parts, looked at, and taken in only when it is confirmed', async () => {
  const { founder, list } = await theTeam('socket');
  await founder.clicks(list, 'Import a table');
  await founder.awaitsModal(titled('Import a table'));
  const lines = table(200).split('\n');
  for (let at = 0; at < lines.length; at += 100) {
    await founder.fills(
      at === 0 ? 'Or the table, pasted' : 'The next part',
      lines.slice(at, at + 100).join('\n'),
    );
    await founder.submits();
    const preview = await founder.awaitsModal(titled('This is what I read'));
    if (at + 100 < lines.length) {
      await founder.clicks(preview, 'Paste the next part');
      await founder.awaitsModal(titled('Paste a table'));
    } else expect(shown(preview)).toContain('200 lines: 200 new, 0 changed');
  }
  await founder.submits();
  const after = await founder.awaitsModal((view) => shown(view).includes('200 members'));
  expect(shown(after)).toContain('Page 2 of 10');
  await founder.clicks(after, 'Page 2 of 10');
  await founder.awaitsModal((view) => shown(view).includes('Person 20'));

  // Whoever stands last is found by their name, and can be given what nobody owns.
  await founder.fills('Find by name or title', 'Person 199, Engineer');
  const form = await founder.awaitsModal(titled('Edit'));
  expect(shown(form)).toContain('Person 199');
  await founder.closes();
  await founder.clicks(after, 'Show the gaps');
  await founder.clicks(await founder.awaitsModal(titled('Gaps')), 'Assign an owner');
  await founder.awaitsModal(titled('Assign an owner'));
  await founder.fills('Or somebody outside Slack', 'Person 198, Engineer');
  await founder.submits();
  await founder.awaitsModal(titled('Gaps'));
  await founder.types('/rolefit team', { channel: 'general' });
  const gapsOf = (view: View): number => Number(/, (\d+) gaps/.exec(shown(view))?.[1]);
  await founder.awaitsModal((view) => gapsOf(view) === gapsOf(after) - 1);
});

test('what is wrong in a table is told line by line, and nothing can be taken in', async () => {
  const { founder, list } = await theTeam('socket');
  await founder.clicks(list, 'Import a table');
  await founder.awaitsModal(titled('Import a table'));
  await founder.fills('Or the table, pasted', 'Ada,COO,budgte\n,CEO,budget');
  await founder.submits();
  const preview = await founder.awaitsModal(titled('This is what I read'));
  expect(shown(preview)).toMatch(/Line 1\*, Ada: .*Did you mean.*Line 2\*: /);
  expect(preview.content.submit).toBeUndefined();
});

test('a gap is read, accepted until a date, at rest, and counted again; another is closed by naming an owner', async () => {
  const { founder, list } = await theTeam('socket');
  await founder.clicks(list, 'Add by name');
  await founder.awaitsModal(titled('Add to the team'));
  await founder.fills('Name', 'Ada');
  await founder.submits();
  const team = await founder.awaitsModal((view) => shown(view).includes('1 member'));
  await founder.clicks(team, 'Show the gaps');
  const gaps = await founder.awaitsModal(titled('Gaps'));
  expect(shown(gaps)).toContain('Nobody owns');
  await founder.clicks(gaps, 'Accept it for a time');
  await founder.awaitsModal(titled('Accept this gap'));
  await founder.submits();
  const resting = await founder.awaitsModal((view) => shown(view).includes('Accepted, and at rest'));
  await founder.clicks(resting, 'Count it again');
  const open = await founder.awaitsModal((view) => titled('Gaps')(view) && !shown(view).includes('at rest'));
  await founder.clicks(open, 'Assign an owner');
  await founder.awaitsModal(titled('Assign an owner'));
  await founder.fills('New owner', 'omar');
  await founder.submits();
  await founder.awaitsModal((view) => titled('Gaps')(view) && shown(view) !== shown(open));
  await founder.closes();
  await founder.awaitsModal(titled('Your team'));
});

test('the table is sent to whoever asks, directly', async () => {
  const { founder, list } = await theTeam('socket');
  await founder.clicks(list, 'Add an open seat');
  await founder.awaitsModal(titled('Add to the team'));
  await founder.fills('Title of the seat', 'Implementer');
  await founder.submits();
  const team = await founder.awaitsModal((view) => shown(view).includes('1 member'));
  await founder.clicks(team, 'Send me a CSV');
  const file = await founder
    .awaits('app', ({ files }) => files !== undefined)
    .catch(() => founder.awaits('D0FOUNDER', ({ files }) => files !== undefined));
  expect(JSON.stringify(file.files)).toContain('team.csv');
});
