import { expect, test } from 'vitest';
import { DOWNLOAD } from '../../src/playground/faults.ts';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import { aSlackFor, clientOf, refusalOf } from '../support/slack-client.ts';
import { input, modal, standsIn, triggerOf } from '../support/views.ts';

const TABLE = { name: 'team.csv', bytes: 'who,title\r\nZoë,COO\r\n' };

const openForm = (slack: LocalSlack, element: object = {}) =>
  clientOf(slack).views.open({
    trigger_id: triggerOf(slack),
    view: modal('Form', [input('File', { type: 'file_input', action_id: 'file', ...element })]),
  });

/** A form with a field for files before Fay. */
async function aFileField(element: object = {}, options: Parameters<typeof aSlackFor>[0] = {}) {
  const slack = await aSlackFor(options);
  await openForm(slack, element);
  const fay = slack.person('fay');
  await fay.awaitsModal();
  return { slack, fay };
}

const filesIn = (slack: LocalSlack) =>
  (standsIn(slack, 'file')?.files ?? []) as readonly Record<string, unknown>[];

const download = (slack: LocalSlack, token?: string) =>
  fetch(String(filesIn(slack)[0]?.url_private_download), {
    redirect: 'manual',
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });

test('a file that is chosen stands in the form as Slack tells of it, and is downloaded with the token', async () => {
  const { slack, fay } = await aFileField({ filetypes: ['csv'], max_files: 1 });
  expect(standsIn(slack, 'file')).toEqual({ type: 'file_input', files: [] });
  await fay.attaches('File', TABLE);
  expect(filesIn(slack)).toMatchObject([
    { name: 'team.csv', mimetype: 'text/csv', filetype: 'csv', size: 21, user: 'U0FOUNDER', mode: 'hosted' },
  ]);
  const taken = await download(slack, slack.botToken);
  expect(await taken.text()).toBe(TABLE.bytes);
  await fay.attaches('File');
  expect(filesIn(slack)).toEqual([]);
});

test.each([
  ['a wrong kind', { filetypes: ['csv', 'txt'] }, [{ name: 'team.xlsx', bytes: 'PK' }], /csv, txt/],
  ['too many', { max_files: 1 }, [TABLE, TABLE], /no more than 1/],
  ['too large a file', {}, [{ name: 'a.csv', bytes: Buffer.alloc(10 * 1024 * 1024 + 1) }], /10 MB at most/],
])('Slack’s window does not take %s', async (_, element, files, sentence) => {
  const { slack, fay } = await aFileField(element);
  await expect(fay.attaches('File', ...files)).rejects.toThrow(sentence);
  expect(filesIn(slack)).toEqual([]);
});

test('somebody else’s file cannot be entered, nor one that is not there', async () => {
  const { slack, fay } = await aFileField();
  const other = slack.person('omar').choosesFile(TABLE);
  await expect(fay.fills('File', [other])).rejects.toThrow('does not offer');
  await expect(fay.fills('File', ['F0NOWHERE'])).rejects.toThrow('does not offer');
});

test('a form with a file needs files:read, and so does reading the file', async () => {
  const { slack } = await aFileField().then(async ({ slack, fay }) => {
    await fay.attaches('File', TABLE);
    return { slack };
  });
  for (const token of [undefined, 'xoxb-wrong']) {
    const led = await download(slack, token);
    expect([led.status, led.headers.get('location')]).toEqual([302, '/']);
  }
  const poor = await aSlackFor({ scopes: ['chat:write'] });
  expect(await refusalOf(openForm(poor))).toMatchObject({ error: 'missing_scope', needed: 'files:read' });
});

test('a download meets its faults', async () => {
  const { slack, fay } = await aFileField();
  await fay.attaches('File', TABLE);
  slack.faults.next(DOWNLOAD, { status: 503 });
  expect((await download(slack, slack.botToken)).status).toBe(503);
  expect((await download(slack, slack.botToken)).status).toBe(200);
});

test('the page uploads what its person chose', async () => {
  const { slack } = await aFileField();
  const attach = (body: string | Buffer<ArrayBuffer>) =>
    fetch(`${slack.url}/page/attach?user=U0FOUNDER&name=team.csv`, { method: 'POST', body });
  const { file } = (await (await attach(TABLE.bytes)).json()) as { file: string };
  await slack.person('fay').fills('File', [file]);
  expect(filesIn(slack)).toMatchObject([{ id: file, name: 'team.csv' }]);
});
