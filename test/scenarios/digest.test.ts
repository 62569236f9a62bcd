import { expect, test } from 'vitest';
import { A_LOOK, aFounderWithDigest, shown, titled } from '../support/digest-set-up.ts';

test('over HTTP too one is set up in a minute', async () => {
  const { list } = await aFounderWithDigest('http');
  expect(shown(list)).toMatch(/Mondays, 09:00 Europe\/Berlin.*next: Mon \d/);
});

test('one is set up in a minute: the channel one is in, Mondays at nine, the zone of whoever sets it up', async () => {
  const { founder, slack, clock, form, list } = await aFounderWithDigest('socket');
  expect(shown(form)).toContain('"initial_option":{"text":{"type":"plain_text","text":"America/New_York"');
  expect(shown(form)).toContain('"initial_conversation":"C0GENERAL"');
  expect(shown(list)).toContain('Mondays, 09:00 Europe/Berlin');
  expect(shown(list)).toContain('next: Mon 23 Nov, 09:00 Europe/Berlin (today)');
  clock.pass(3 * 60 * 60 * 1000 + 1);
  const digest = await founder.awaits('general', ({ text }) => text.startsWith('Team digest'), A_LOOK);
  expect(JSON.stringify(digest.blocks)).toContain('"slack_file"');
  expect(
    slack.workspace.messages('C0GENERAL').filter(({ text }) => text.startsWith('Team digest')),
  ).toHaveLength(1);
  await founder.clicks(digest, 'Assign an owner');
  await founder.awaitsModal(titled('Assign an owner'));
  await founder.fills('New owner', 'omar');
  await founder.submits();
  expect(shown(await founder.awaitsModal(titled('Done')))).toContain('The next digest will say so');
}, 30_000);

test('the form says when the digest comes next, as it is filled in', async () => {
  const { founder, list } = await aFounderWithDigest('socket');
  const says = (words: string) => founder.awaitsModal((view) => shown(view).includes(words));
  await founder.clicks(list, 'New digest');
  await says('next: Mon 23 Nov, 09:00 America/New_York (today)');
  await founder.fills('On', ['Tuesday']);
  await founder.fills('Time', '07:30');
  await founder.fills('Time zone', 'Asia/Kolkata');
  await says('next: Tue 24 Nov, 07:30 Asia/Kolkata (tomorrow)');
  await founder.fills('On', ['Tuesday', 'Friday']);
  await founder.fills('How often', 'The first such day of each month');
  await says('it comes on one day. Choose one.');
  await founder.fills('How often', 'Every second week');
  await founder.fills('Channel', 'random');
  await founder.submits();
  await says('Save again and I join it');
  await founder.fills('Time', '08:00');
  expect(shown(await says('next: Tue 24 Nov, 08:00'))).toContain('Save again and I join it');
  await founder.submits();
  const saved = await says('Every second week on');
  expect(shown(saved)).toContain('next: Tue 24 Nov, 08:00 Asia/Kolkata (tomorrow)');
  await founder.clicks(list, 'Edit');
  await says('next: Mon 23 Nov, 09:00 Europe/Berlin');
});

test('a channel that the app is not in: it offers to join; a private one: it says who can invite it', async () => {
  const { founder, slack, list } = await aFounderWithDigest('socket');
  await founder.clicks(list, 'New digest');
  await founder.awaitsModal(titled('New digest'));
  await founder.fills('Channel', 'leads');
  await expect(founder.submits()).rejects.toMatchObject({
    errors: { 'digest-channel': expect.stringContaining('Anyone in it can invite me') },
  });
  await founder.fills('Channel', 'with-nordwind');
  await expect(founder.submits()).rejects.toMatchObject({
    errors: { 'digest-channel': expect.stringContaining('Another company') },
  });
  await founder.fills('Channel', 'random');
  await founder.submits();
  await founder.awaitsModal((view) => shown(view).includes('Save again and I join it'));
  await founder.submits();
  await founder.awaitsModal((view) => shown(view).includes('<#C0RANDOM0>'));
  expect(slack.workspace.channel('random')?.members).toContain(slack.workspace.app.botUserId);
});

test('it can be previewed, sent now, looked back at, paused, set to skip dates, duplicated and deleted', async () => {
  const { founder, slack, list } = await aFounderWithDigest('socket');
  await founder.clicks(list, 'Preview for me');
  await founder.awaitsModal(titled('Preview'));
  expect(JSON.stringify(founder.sees('D0FOUNDER'))).toMatch(/preview for you alone.*Team digest/);
  expect(slack.workspace.messages('C0GENERAL').filter(({ text }) => text.startsWith('Team digest'))).toEqual(
    [],
  );
  await founder.closes();

  await founder.clicks(list, 'Send now', { confirms: true });
  await founder.awaitsModal(titled('On its way'));
  await founder.awaits('general', ({ text }) => text.startsWith('Team digest'), A_LOOK);
  await founder.closes();
  // It is on record a moment after it is in the channel.
  await expect
    .poll(async () => {
      await founder.clicks(list, 'History');
      const history = shown(await founder.awaitsModal(titled('History')));
      await founder.closes();
      return history;
    })
    .toMatch(/sent when asked: posted: .* gaps .*see it/);

  await founder.clicks(list, 'Pause …');
  await founder.awaitsModal(titled('Pause'));
  await founder.fills('Pause until', '2026-12-01');
  await founder.submits();
  const paused = await founder.awaitsModal((view) =>
    shown(view).includes('paused until 1 Dec, next: Mon 7 Dec'),
  );

  await founder.clicks(paused, 'Skip dates …');
  await founder.awaitsModal(titled('Skip dates'));
  await founder.fills('One more date', '2026-12-07');
  await founder.fills('The public holidays of a year in', 'Germany (DE)');
  await founder.submits();
  const skipping = await founder.awaitsModal((view) => shown(view).includes('next: Mon 14 Dec'));
  expect(shown(skipping)).toMatch(/\d+ dates are skipped/);

  await founder.clicks(skipping, 'Duplicate');
  await founder.awaitsModal(titled('New digest'));
  await founder.fills('On', ['Friday']);
  await founder.submits();
  const two = await founder.awaitsModal((view) => shown(view).includes('Fridays, 09:00'));

  await founder.clicks(two, 'Edit');
  const edit = await founder.awaitsModal(titled('Edit a digest'));
  await founder.clicks(edit, 'Delete this digest', { confirms: true });
  expect(shown(await founder.awaitsModal((view) => shown(view).includes('is deleted')))).not.toContain(
    'undefined',
  );
}, 60_000);

test('who may not set digests up sees them and is told who may; a calendar that is none is told at its field', async () => {
  const { founder, omar, list } = await aFounderWithDigest('socket');
  await omar.types('/rolefit digest', { channel: 'general' });
  const seen = await omar.awaitsModal(titled('Team digests'));
  expect(shown(seen)).toContain('admins and managers');
  expect(shown(seen)).toContain('next: ');
  expect(shown(seen)).not.toContain('"Edit"');
  await founder.clicks(list, 'Skip dates …');
  await founder.awaitsModal(titled('Skip dates'));
  await founder.fills('Or the text of an .ics file, pasted', 'no calendar at all');
  await expect(founder.submits()).rejects.toMatchObject({
    errors: { calendar: expect.stringContaining('no iCalendar file') },
  });
});

const calendar = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const SHUTDOWN = event('DTSTART;VALUE=DATE:20261123', 'DTEND;VALUE=DATE:20261202', 'SUMMARY:Shutdown');
const MEETING = event('DTSTART:20261208T090000Z', 'DTEND:20261208T100000Z', 'SUMMARY:Talk');

test('a calendar file is chosen, its whole days are skipped, and what of it skips nothing is told', async () => {
  const { founder, list } = await aFounderWithDigest('socket');
  await founder.clicks(list, 'Skip dates …');
  await founder.awaitsModal(titled('Skip dates'));
  const field = 'The all-day events of a calendar';
  const isTold = (words: string | RegExp) =>
    expect(founder.submits()).rejects.toMatchObject({
      errors: { 'calendar-file': expect.stringMatching(words) },
    });
  await founder.attaches(field, { name: 'off.ics', bytes: 'who,title' });
  await isTold('no iCalendar file');
  await founder.attaches(field, { name: 'off.ics', bytes: calendar(MEETING) });
  await isTold('no all-day event of the coming year');
  await founder.attaches(field, { name: 'off.ics', bytes: '' });
  await isTold(/empty.*\.ics/);
  await founder.attaches(field, { name: 'off.ics', bytes: 'x'.repeat(1_000_001) });
  await isTold('1 MB are the most');
  await founder.attaches(field, { name: 'off.ics', bytes: calendar(SHUTDOWN, MEETING) });
  await founder.submits();
  const skipping = await founder.awaitsModal((view) => shown(view).includes('next: Mon 7 Dec'));
  expect(shown(skipping)).toMatch(/9 dates are skipped\. Events of the calendar that last no whole day.*: 1/);
});

test('App Home shows when the digests come, and opens them and the team', async () => {
  const { founder } = await aFounderWithDigest('socket');
  await founder.closes();
  await founder.opensHome();
  const home = await founder.awaitsHome((view) => shown(view).includes('next: Mon 23 Nov'));
  await founder.clicks(home, 'Digests (1)');
  await founder.awaitsModal(titled('Team digests'));
  await founder.closes();
  await founder.clicks(home, 'Team');
  expect(shown(await founder.awaitsModal(titled('Your team')))).toContain('1 member');
});
