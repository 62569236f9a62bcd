import type { View } from '../../src/playground/views/view.ts';
import { MONDAY } from './digests.ts';
import { aFolder } from './folders.ts';
import { type Mode, rolefitIn } from './rolefit.ts';
import { aClock } from './slack-client.ts';

export const shown = (view: View): string => JSON.stringify(view.content.blocks);
export const titled = (title: string) => (view: View) => JSON.stringify(view.content.title).includes(title);
/** The runner looks every five seconds. */
export const A_LOOK = 15_000;

/** A founder with a digest of Mondays at nine in #general, and a team of one. */
export async function aFounderWithDigest(mode: Mode, zone = 'Europe/Berlin', dataDir = aFolder()) {
  const clock = aClock(MONDAY - 3 * 60 * 60 * 1000);
  // Over HTTP requests are signed with their time, and Bolt takes none that are old.
  const rolefit = await rolefitIn(mode, { dataDir, ...(mode === 'socket' ? { now: clock.now } : {}) });
  const { founder } = rolefit;
  await founder.types('/rolefit team', { channel: 'general' });
  await founder.clicks(await founder.awaitsModal(titled('Your team')), 'Add by name');
  await founder.awaitsModal(titled('Add to the team'));
  await founder.fills('Name', 'Ada');
  await founder.fills('Owns', ['Budget']);
  await founder.submits();
  await founder.awaitsModal((view) => shown(view).includes('1 member'));
  await founder.closes();
  await founder.types('/rolefit digest', { channel: 'general' });
  const empty = await founder.awaitsModal(titled('Team digests'));
  await founder.clicks(empty, 'New digest');
  const form = await founder.awaitsModal(titled('New digest'));
  await founder.fills('Time zone', zone);
  await founder.submits();
  const list = await founder.awaitsModal((view) => shown(view).includes('Preview for me'));
  return { ...rolefit, clock, form, list };
}
