import { expect, test } from 'vitest';
import { readManifest } from '../../src/manifest.ts';
import { DOWNLOAD } from '../../src/playground/faults.ts';
import type { View } from '../../src/playground/views/view.ts';
import { rolefitIn } from '../support/rolefit.ts';

const shown = (view: View): string => JSON.stringify(view.content.blocks);
const titled = (title: string) => (view: View) => JSON.stringify(view.content.title).includes(title);

/** A founder before the form in which tables are imported. */
async function anImport() {
  const rolefit = await rolefitIn('socket');
  const { founder } = rolefit;
  await founder.types('/rolefit team', { channel: 'general' });
  const list = await founder.awaitsModal(titled('Your team'));
  await founder.clicks(list, 'Import a table');
  return { ...rolefit, list, form: await founder.awaitsModal(titled('Import a table')) };
}

const TWO = 'who,title,owns\r\nZoë,COO,Budget\r\n@U0OMAROPS,,Records\r\n';

test('a CSV file is chosen, looked at, and taken in only when it is confirmed', async () => {
  const { founder, list } = await anImport();
  await founder.attaches('A file', { name: 'Team.CSV', bytes: `\uFEFF${TWO}` });
  await founder.submits();
  const preview = await founder.awaitsModal(titled('This is what I read'));
  expect(shown(preview)).toMatch(/2 lines: 2 new.*Zoë · COO · owns Budget/);
  await founder.closes();
  expect(shown(await founder.awaitsModal(titled('Your team')))).not.toContain('Zoë');
  await founder.clicks(list, 'Import a table');
  await founder.awaitsModal(titled('Import a table'));
  await founder.attaches('A file', { name: 'team.csv', bytes: TWO });
  await founder.submits();
  await founder.awaitsModal(titled('This is what I read'));
  await founder.submits();
  expect(shown(await founder.awaitsModal((view) => shown(view).includes('2 members')))).toContain('Zoë');
});

test('what was sent as CSV is taken in again as it is: there is nothing to change', async () => {
  const { founder, slack } = await anImport();
  await founder.attaches('A file', { name: 'team.csv', bytes: TWO });
  await founder.submits();
  await founder.awaitsModal(titled('This is what I read'));
  await founder.submits();
  const list = await founder.awaitsModal((view) => shown(view).includes('2 members'));
  await founder.clicks(list, 'Send me a CSV');
  const { files = [] } = await founder.awaits('app', ({ files }) => files !== undefined);
  const bytes = slack.workspace.files.get(String(files[0]?.id))?.bytes ?? '';
  await founder.awaitsModal(titled('Sent'));
  await founder.closes();
  await founder.clicks(list, 'Import a table');
  await founder.awaitsModal(titled('Import a table'));
  await founder.attaches('A file', { name: 'team.csv', bytes });
  await founder.submits();
  const preview = await founder.awaitsModal(titled('This is what I read'));
  expect(shown(preview)).toContain('There is nothing to take in');
  expect(preview.content.submit).toBeUndefined();
});

test('a table with faults is mended where it stands, from its window or after that was left', async () => {
  const { founder, list } = await anImport();
  const wrong = 'who,owns\nAda,budgte';
  await founder.fills('Or the table, pasted', wrong);
  await founder.submits();
  await founder.clicks(await founder.awaitsModal(titled('This is what I read')), 'Mend it here');
  const filled = (view: View): boolean => shown(view).includes(`"initial_value":${JSON.stringify(wrong)}`);
  await founder.awaitsModal(filled);
  await founder.closes();
  await founder.clicks(list, 'Import a table');
  await founder.awaitsModal(filled);
  await founder.fills('Or the table, pasted', 'who,owns\nAda,Budget');
  await founder.submits();
  const preview = await founder.awaitsModal(titled('This is what I read'));
  expect(shown(preview)).toMatch(/One line|1 line: 1 new.*Ada · owns Budget/);
});

const utf16 = Buffer.from(`\uFEFF${TWO}`, 'utf16le');
const latin1 = Buffer.from('who\nZo\u00eb\n', 'latin1');

test.each<[string, string | Buffer, RegExp]>([
  ['nothing in it', ' \r\n', /empty.*CSV in UTF-8/],
  ['more in it than a team has', 'x'.repeat(300_001), /too large: 300 KB/],
  ['another encoding', latin1, /not in UTF-8, so that letters such as ä/],
  ['two bytes a letter', utf16, /UTF-16/],
  ['a workbook in it', Buffer.from('PK\u0003\u0004rest', 'latin1'), /workbook/],
  ['no text in it', Buffer.from([1, 0, 2]), /UTF-8/],
])('a file with %s is told at its field, with what to do', async (_, bytes, words) => {
  const { founder } = await anImport();
  await founder.attaches('A file', { name: 'team.csv', bytes });
  await expect(founder.submits()).rejects.toMatchObject({
    errors: { 'table-file': expect.stringMatching(words) },
  });
});

test('another kind of file is told at its field even where the window let it through', async () => {
  const { founder, slack, form } = await anImport();
  await founder.attaches('A file', { name: 'team.csv', bytes: TWO });
  const values = slack.workspace.views.values(form);
  const told = JSON.stringify(values).replaceAll('team.csv', 'team.pdf');
  slack.workspace.views.enter(form, JSON.parse(told));
  await expect(founder.submits()).rejects.toMatchObject({
    errors: { 'table-file': expect.stringContaining('“team.pdf” is another kind of file') },
  });
});

test('neither a file nor a table, or both, is told', async () => {
  const { founder } = await anImport();
  await expect(founder.submits()).rejects.toMatchObject({
    errors: { table: expect.stringContaining('Choose a file above') },
  });
  await founder.attaches('A file', { name: 'team.csv', bytes: TWO });
  await founder.fills('Or the table, pasted', TWO);
  await expect(founder.submits()).rejects.toMatchObject({
    errors: { table: expect.stringContaining('not both') },
  });
});

test('where Slack does not hand the file over, that is told, logged without the file’s address, and sent again it works', async () => {
  const { founder, slack, logged } = await anImport();
  await founder.attaches('A file', { name: 'team.csv', bytes: TWO });
  for (const fault of [
    { status: 503 },
    { status: 429, retryAfterSeconds: 3 },
    { cut: 'reset', after: 'nothing' },
  ] as const) {
    slack.faults.next(DOWNLOAD, fault);
    await expect(founder.submits()).rejects.toMatchObject({
      errors: { 'table-file': expect.stringContaining('again in a moment') },
    });
  }
  expect(logged.join('')).toMatch(/"in":"the download of a file","status":503/);
  expect(logged.join('')).not.toMatch(/files-pri|team\.csv|xoxb/);
  await founder.submits();
  await founder.awaitsModal(titled('This is what I read'));
});

test('an answer that does not come is not waited for beyond what Slack waits for the form', async () => {
  const { founder, slack } = await anImport();
  await founder.attaches('A file', { name: 'team.csv', bytes: TWO });
  slack.faults.next(DOWNLOAD, { cut: 'silence', after: 'nothing' });
  await expect(founder.submits()).rejects.toMatchObject({
    errors: { 'table-file': expect.stringContaining('again in a moment') },
  });
});

test('installed without files:read, tables can still be pasted', async () => {
  const manifest = readManifest();
  const { scopes } = manifest.oauth_config;
  scopes.bot = scopes.bot.filter((scope) => scope !== 'files:read');
  const { founder } = await rolefitIn('socket', { manifest });
  await founder.types('/rolefit team', { channel: 'general' });
  await founder.clicks(await founder.awaitsModal(titled('Your team')), 'Import a table');
  const form = await founder.awaitsModal(titled('Import a table'));
  expect(shown(form)).not.toContain('file_input');
  await founder.fills('Or the table, pasted', TWO);
  await founder.submits();
  await founder.awaitsModal(titled('This is what I read'));
});
