import { describe, expect, test } from 'vitest';
import type { View } from '../../src/playground/views/view.ts';
import { editRoster } from '../../src/records/roster.ts';
import { aFolder } from '../support/folders.ts';
import { inFolder, TEAM } from '../support/kept.ts';
import { MODES, rolefitIn } from '../support/rolefit.ts';
import { AREA_IDS, aMember, areasOf } from '../support/team.ts';

const shown = (view: View | undefined): string => JSON.stringify(view?.content.blocks);
const says =
  (words: string | RegExp) =>
  (view: View): boolean =>
    new RegExp(words).test(shown(view));

/** A folder in which a team of 200 is known; two areas have no owner. */
async function aTeamOf200(): Promise<string> {
  const dataDir = aFolder();
  const [, , ...owned] = AREA_IDS;
  const members = Array.from({ length: 200 }, (_, at) =>
    aMember(`m${at}`, {
      ref:
        at === 0 ? { kind: 'user', user: 'U0OMAROPS' } : { kind: 'person', name: `Person *${at}* <!here>` },
      owns: owned.filter((_area, n) => n % 20 === at % 20),
      load: 'too-much',
    }),
  );
  await inFolder(dataDir, (store) => editRoster(store, TEAM, { by: 'U1', at: 1 }, () => ({ members })));
  return dataDir;
}

describe.each(MODES)('App Home over %s', (mode) => {
  test('teaches a newcomer in three lines, and a button begins a check', async () => {
    const { omar } = await rolefitIn(mode);
    omar.opensHome();
    const home = await omar.awaitsHome();
    expect(shown(home)).toMatch(/1\. Tell me.*2\. I say.*3\. Answer/);
    expect(shown(home)).not.toContain('My checks');
    await omar.clicks(home, 'Begin');
    const form = await omar.awaitsModal();
    expect(form.content.submit).toBeDefined();
  });

  test('shows my own checks, each with its reasons a click away, and nobody else’s', async () => {
    const { founder, omar } = await rolefitIn(mode);
    await founder.types('/rolefit person she keeps the minutes and schedules all meetings', {
      channel: 'general',
    });
    await founder.awaits('general');
    founder.opensHome();
    const home = await founder.awaitsHome(says('My checks'));
    expect(shown(home)).toMatch(/A person’s work: an implementer/);
    await founder.clicks(home, 'Why');
    await founder.awaitsModal(says('supports an implementer'));
    await founder.closes();
    await founder.clicks(home, 'Edit facts');
    await founder.awaitsModal(({ content }) => content.submit !== undefined);
    omar.opensHome();
    expect(shown(await omar.awaitsHome())).not.toMatch(/schedules all|A person’s work:/);
  });
});

test('older checks are on the next page, and a button leads back', async () => {
  const { founder } = await rolefitIn('socket');
  for (let people = 11; people < 18; people += 1) {
    await founder.types(`/rolefit We are ${people} people and nothing gets finished`, { channel: 'general' });
    await founder.awaits('general');
  }
  founder.opensHome();
  const first = await founder.awaitsHome(says('17 people'));
  expect(shown(first)).not.toContain('12 people');
  await founder.clicks(first, 'Older');
  const second = await founder.awaitsHome(says('11 people'));
  expect(shown(second)).toContain('12 people');
  expect(shown(second)).not.toContain('17 people');
  await founder.clicks(second, 'Newest');
  await founder.awaitsHome(says('17 people'));
});

test('a team of 200 is shown within the limits: coverage, the worst gaps, and all of them in pages', async () => {
  const { founder } = await rolefitIn('socket', { dataDir: await aTeamOf200() });
  founder.opensHome();
  const home = await founder.awaitsHome();
  expect(shown(home)).toMatch(/\*Your team\* \(200 people\)/);
  expect(shown(home)).toMatch(/Executive areas: ▰+▱+ \d+ of \d+ have an owner\. Without one: /);
  expect(shown(home)).not.toContain('<!here>');
  await founder.clicks(home, 'Read why');
  await founder.awaitsModal(({ content }) => JSON.stringify(content.title).includes('rests on'));
  await founder.closes();
  await founder.clicks(home, 'all_gaps');
  const gaps = await founder.awaitsModal(says('1 to 20 of'));
  await founder.clicks(gaps, 'Next');
  const more = await founder.awaitsModal(says('21 to 40 of'));
  await founder.clicks(more, 'Before');
  await founder.awaitsModal(says('1 to 20 of'));
});

test('guests see their own checks in App Home, and nothing of the team', async () => {
  const { slack } = await rolefitIn('socket', { dataDir: await aTeamOf200() });
  const guest = slack.person('gita');
  guest.opensHome();
  const home = await guest.awaitsHome();
  expect(shown(home)).not.toContain('Your team');
  expect(shown(home)).not.toContain('Change settings');
});

test('a gap that judges a person is seen by managers alone', async () => {
  const dataDir = aFolder();
  const members = [aMember('omar', { title: 'COO', owns: areasOf('hands-on') })];
  await inFolder(dataDir, (store) => editRoster(store, TEAM, { by: 'U1', at: 1 }, () => ({ members })));
  const { founder, omar } = await rolefitIn('socket', { dataDir });
  const JUDGED = "has an executive's title";
  founder.opensHome();
  await founder.clicks(await founder.awaitsHome(), 'all_gaps');
  expect(shown(await founder.awaitsModal())).toMatch(JUDGED);
  omar.opensHome();
  const home = await omar.awaitsHome(says('Open gaps'));
  expect(shown(home)).not.toMatch(JUDGED);
  await omar.clicks(home, 'all_gaps');
  expect(shown(await omar.awaitsModal())).not.toMatch(JUDGED);
});

test('where Slack refuses the first time, App Home says so with a reference', async () => {
  const { slack, founder, logged } = await rolefitIn('socket');
  slack.faults.next('views.publish', { error: 'internal_error' });
  founder.opensHome();
  const home = await founder.awaitsHome(says('Sorry'));
  const reference = /reference ([0-9a-f]{8})/.exec(shown(home))?.[1];
  expect(logged.join()).toContain(String(reference));
});
