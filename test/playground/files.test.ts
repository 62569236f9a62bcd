import { expect, test } from 'vitest';
import { UPLOAD } from '../../src/playground/faults.ts';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import { aSlackFor, clientOf, eventOf, refusalOf } from '../support/slack-client.ts';

/** The beginning of every PNG file, which is no text. */
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0x00]);

/** Uploads a picture step by step, as the reference describes it. Resolves with the file's id. */
async function upload(slack: LocalSlack, bytes = PNG, length = bytes.length) {
  const { upload_url: url = '', file_id: id = '' } = (await clientOf(slack).apiCall(
    'files.getUploadURLExternal',
    {
      filename: 'coverage.png',
      length,
      alt_txt: 'Two of six areas are covered',
    },
  )) as { upload_url?: string; file_id?: string };
  const { status } = await fetch(url, { method: 'POST', body: new Uint8Array(bytes) });
  return { id, status };
}

const complete = (slack: LocalSlack, id: string, more: object = { channel_id: 'C0GENERAL' }) =>
  clientOf(slack).apiCall('files.completeUploadExternal', { files: [{ id, title: 'Coverage' }], ...more });

test('Slack’s own client uploads a picture into a thread; people see it, byte for byte', async () => {
  const slack = await aSlackFor();
  const client = clientOf(slack);
  const { ts = '' } = await client.chat.postMessage({ channel: 'C0GENERAL', text: 'the week' });
  await client.filesUploadV2({
    channel_id: 'C0GENERAL',
    thread_ts: ts,
    file: PNG,
    filename: 'coverage.png',
    title: 'Coverage',
    alt_text: 'Two of six areas are covered',
    initial_comment: 'Your week',
  });
  const message = slack.person('fay').sees('general').at(-1);
  expect(message).toMatchObject({
    text: 'Your week',
    threadTs: ts,
    subtype: 'file_share',
    files: [{ title: 'Coverage', mimetype: 'image/png', alt_txt: 'Two of six areas are covered' }],
  });
  const picture = await fetch(String(message?.files?.[0]?.permalink));
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await picture.arrayBuffer())).toEqual(PNG);
});

test('the app hears of its own file', async () => {
  const slack = await aSlackFor({ events: ['message.channels'] });
  const heard = eventOf(slack, 'message');
  await complete(slack, (await upload(slack)).id);
  expect((await heard).event).toMatchObject({
    subtype: 'file_share',
    bot_id: 'B0LOCALBOT',
    files: [{ name: 'coverage.png' }],
  });
});

test('a file that goes nowhere is in no channel, and can be shown by its id', async () => {
  const slack = await aSlackFor();
  const { id } = await upload(slack);
  const url = `${slack.url}/files/${id}`;
  expect((await fetch(url)).status).toBe(404);
  await complete(slack, id, {});
  expect((await fetch(url)).status).toBe(200);
  expect(slack.workspace.messages('C0GENERAL')).toEqual([]);
});

test('an upload of another length than announced is refused', async () => {
  const slack = await aSlackFor();
  const { id, status } = await upload(slack, PNG, PNG.length + 1);
  expect(status).toBe(400);
  expect(await refusalOf(complete(slack, id))).toMatchObject({ error: 'file_not_found' });
});

test('a form without a file, and what only calls itself a form, are refused', async () => {
  const slack = await aSlackFor();
  const { id } = await upload(slack);
  const form = new FormData();
  form.set('file', 'words only');
  const wrong = { body: 'no form', headers: { 'content-type': 'multipart/form-data; boundary=x' } };
  for (const request of [{ body: form }, wrong]) {
    const { status } = await fetch(`${slack.url}/upload/${id}`, { method: 'POST', ...request });
    expect(status).toBe(400);
  }
});

test('an upload is completed once', async () => {
  const slack = await aSlackFor();
  const { id } = await upload(slack);
  await complete(slack, id);
  expect(await refusalOf(complete(slack, id))).toMatchObject({ error: 'file_not_found' });
  expect(slack.workspace.messages('C0GENERAL')).toHaveLength(1);
});

test.each([
  ['a channel without the app', { channel_id: 'C0RANDOM0' }, 'not_in_channel'],
  ['no such channel', { channel_id: 'C0NOWHERE' }, 'channel_not_found'],
  ['an archived channel', { channel_id: 'C0NORDWND' }, 'posting_to_channel_denied'],
])('a file for %s is refused, and can still go elsewhere', async (_, place, error) => {
  const slack = await aSlackFor();
  slack.workspace.archive('C0NORDWND');
  const { id } = await upload(slack);
  expect(await refusalOf(complete(slack, id, place))).toMatchObject({ error });
  expect(await complete(slack, id)).toMatchObject({ ok: true });
});

test.each([
  ['no length', { filename: 'a.png' }, 'invalid_arguments'],
  ['a length that is none', { filename: 'a.png', length: 'long' }, 'invalid_arguments'],
  ['too long an alt text', { filename: 'a.png', length: 1, alt_txt: 'x'.repeat(1001) }, 'alt_txt_too_large'],
])('a file with %s is refused', async (_, file, error) => {
  const slack = await aSlackFor();
  const call = clientOf(slack).apiCall('files.getUploadURLExternal', file);
  expect(await refusalOf(call)).toMatchObject({ error });
});

test('an upload meets its faults too', async () => {
  const slack = await aSlackFor();
  slack.faults.next(UPLOAD, { status: 503 });
  expect((await upload(slack)).status).toBe(503);
  expect((await upload(slack)).status).toBe(200);
});
