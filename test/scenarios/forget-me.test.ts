import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { View } from '../../src/playground/views/view.ts';
import { pinAnswer } from '../../src/records/pinned-answers.ts';
import { editRoster } from '../../src/records/roster.ts';
import { aFolder } from '../support/folders.ts';
import { inFolder, TEAM } from '../support/kept.ts';
import { MODES, rolefitIn } from '../support/rolefit.ts';
import { aMember } from '../support/team.ts';

const shown = (view: View | undefined): string => JSON.stringify(view?.content.blocks);
const says =
  (words: string | RegExp) =>
  (view: View): boolean =>
    new RegExp(words).test(shown(view));

/** Everything in the files of a folder. */
const bytesOf = (folder: string): string =>
  readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'latin1'))
    .join();

describe.each(MODES)('"/rolefit forget me" over %s', (mode) => {
  test('says what goes and what stays, then nothing of the person is left', async () => {
    const dataDir = aFolder();
    await inFolder(dataDir, async (store) => {
      const by = { by: 'U0FOUNDER', at: 1 };
      const member = aMember('ops', { ref: { kind: 'person', name: 'Omar Ops' }, title: 'COO' });
      await editRoster(store, TEAM, by, () => ({ members: [member] }));
      await pinAnswer(store, TEAM, by, { question: 'Who runs ops?', answer: 'Omar Ops does.' });
    });
    const { omar, running } = await rolefitIn(mode, { dataDir });
    await omar.types('/rolefit We are 14 people and nothing ever gets finished', { channel: 'general' });
    await omar.awaits('general');
    await omar.types('/rolefit forget me', { channel: 'general' });
    const asked = await omar.awaitsModal();
    expect(shown(asked)).toMatch(/What goes.*your checks.*What stays.*messages in Slack/);
    await omar.submits();
    expect(shown(await omar.awaitsModal(says('removed')))).toMatch(
      /2 records removed, and 2 records changed/,
    );
    const home = await omar.awaitsHome();
    expect(shown(home)).not.toContain('My checks');
    await running.stop();
    expect(bytesOf(dataDir)).not.toMatch(/U0OMAROPS|Omar Ops|nothing ever gets finished/);
  });

  test('cancelled, it forgets nothing', async () => {
    const { omar } = await rolefitIn(mode);
    await omar.types('/rolefit We are 14 people and nothing ever gets finished', { channel: 'general' });
    await omar.awaits('general');
    omar.opensHome();
    await omar.clicks(await omar.awaitsHome(), 'Forget me…');
    await omar.awaitsModal();
    await omar.closes();
    await omar.types('/rolefit why', { channel: 'general' });
    await omar.awaitsModal(says('nothing ever gets finished'));
  });
});

test('asked twice, the second time there is nothing left', async () => {
  const { omar } = await rolefitIn('socket');
  await omar.types('/rolefit forget me', { channel: 'general' });
  await omar.awaitsModal();
  await omar.submits();
  await omar.awaitsModal(says('There was nothing about you here'));
});

test('where Slack does not tell the name, it says what may be left', async () => {
  const { slack, omar } = await rolefitIn('socket');
  slack.faults.next('users.info', { error: 'missing_scope' }, Number.POSITIVE_INFINITY);
  await omar.types('/rolefit forget me', { channel: 'general' });
  await omar.awaitsModal();
  await omar.submits();
  await omar.awaitsModal(says('Slack did not tell me your name'));
});
