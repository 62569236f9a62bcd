import { describe, expect, test } from 'vitest';
import { clientOf, refusalOf } from '../support/slack-client.ts';
import {
  against,
  aSlackWithViews,
  home,
  long,
  modal,
  plain,
  section,
  textInput,
  triggerOf,
} from '../support/views.ts';

const blocks = (count: number) => Array.from({ length: count }, () => ({ type: 'divider' }));

describe('a view', () => {
  test.each<[string, object, string]>([
    [
      'without a type',
      { ...modal('T'), type: undefined },
      'missing required field: type [json-pointer:/view]',
    ],
    ['of another type', home(), 'must be a valid enum value [json-pointer:/view/type]'],
    [
      'without a title',
      { ...modal('T'), title: undefined },
      'missing required field: title [json-pointer:/view]',
    ],
    ['with a long title', modal(long(25)), 'must be less than 25 characters [json-pointer:/view/title/text]'],
    [
      'with a long submit',
      modal('T', [], { submit: plain(long(25)) }),
      'must be less than 25 characters [json-pointer:/view/submit/text]',
    ],
    [
      'with a long close',
      modal('T', [], { close: plain(long(25)) }),
      'must be less than 25 characters [json-pointer:/view/close/text]',
    ],
    [
      'with a title in mrkdwn',
      modal('T', [], { title: { type: 'mrkdwn', text: 'T' } }),
      'must be a plain_text object [json-pointer:/view/title]',
    ],
    [
      'with long private_metadata',
      modal('T', [], { private_metadata: long(3001) }),
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'with a long callback_id',
      modal('T', [], { callback_id: long(256) }),
      'must be less than 256 characters [json-pointer:/view/callback_id]',
    ],
    [
      'with a long external_id',
      modal('T', [], { external_id: long(256) }),
      'must be less than 256 characters [json-pointer:/view/external_id]',
    ],
    [
      'with a switch that is none',
      modal('T', [], { notify_on_close: 'yes' }),
      'must be a boolean [json-pointer:/view/notify_on_close]',
    ],
    [
      'with what Slack does not know',
      modal('T', [], { submit_disabled: true }),
      'invalid additional property: submit_disabled [json-pointer:/view]',
    ],
    [
      'without blocks',
      { ...modal('T'), blocks: undefined },
      'missing required field: blocks [json-pointer:/view]',
    ],
    [
      'with 101 blocks',
      modal('T', blocks(101)),
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'with a wrong block',
      modal('T', [{ type: 'section' }]),
      'must define either `text` or `fields` [json-pointer:/view/blocks/0]',
    ],
    [
      'with blocks of messages alone',
      modal('T', [{ type: 'markdown' }]),
      'unsupported type: markdown [json-pointer:/view/blocks/0/type]',
    ],
    [
      'with fields and nothing to submit them',
      modal('T', [{ type: 'divider' }, textInput('A', 'a')], { submit: undefined }),
      'must define `submit` to use `input` block [json-pointer:/view/blocks/1/input]',
    ],
    [
      'with two elements in focus',
      modal('T', [
        textInput('A', 'a', { focus_on_load: true }),
        textInput('B', 'b', { focus_on_load: true }),
      ]),
      'only one element can have `focus_on_load` set to true [json-pointer:/view/blocks]',
    ],
    [
      'with the same block twice',
      modal('T', [textInput('A', 'a'), textInput('B', 'a')]),
      'block_id "a-block" already exists [json-pointer:/view/blocks/1/block_id]',
    ],
  ])('%s is refused in Slack’s words', async (_, view, message) => {
    expect(await against(view)).toEqual({
      error: 'invalid_arguments',
      messages: expect.arrayContaining([`[ERROR] ${message}`]),
    });
  });

  test('that is no object, or not there, is refused', async () => {
    const slack = await aSlackWithViews();
    const open = (given: object) =>
      refusalOf(clientOf(slack).apiCall('views.open', { trigger_id: triggerOf(slack), ...given }));
    expect(await open({ view: '[1]' })).toMatchObject({ error: 'invalid_arguments' });
    expect(await open({})).toMatchObject({ error: 'invalid_arguments' });
  });

  test('above 250 kB is too large', async () => {
    const texts = Array.from({ length: 100 }, () => ({ ...section, text: plain(long(2900)) }));
    expect((await against(modal('T', texts))).error).toBe('view_too_large');
  });

  test('as large as may be is shown', async () => {
    const most = { private_metadata: long(3000), callback_id: long(255), close: plain(long(24)) };
    expect((await against(modal(long(24), blocks(100), most))).error).toMatch(/^none/);
  });
});

test('a Home tab has no title, and may have fields', async () => {
  const slack = await aSlackWithViews();
  const publish = (view: object) =>
    refusalOf(clientOf(slack).apiCall('views.publish', { user_id: 'U0FOUNDER', view }));
  expect(await publish({ ...home(), title: plain('T') })).toMatchObject({
    response_metadata: { messages: ['[ERROR] invalid additional property: title [json-pointer:/view]'] },
  });
  expect(await publish(home(textInput('A', 'a')))).toMatchObject({ error: expect.stringMatching(/^none/) });
});
