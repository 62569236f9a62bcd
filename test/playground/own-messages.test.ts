import { expect, test } from 'vitest';
import { aSlackFor, clientOf, eventOf, refusalOf } from '../support/slack-client.ts';

async function aMessage(text = 'we are 14 people') {
  const slack = await aSlackFor({ events: ['message.channels', 'reaction_added', 'reaction_removed'] });
  const fay = slack.person('fay');
  const posted = eventOf(slack, 'message');
  await fay.types(text, { channel: 'general' });
  await posted;
  const message = fay.sees('general').at(-1);
  if (message === undefined) throw new Error('nothing was posted');
  return { slack, fay, omar: slack.person('omar'), message };
}

test('who edits their message changes it for all, and the app is told before and after', async () => {
  const { slack, fay, omar, message } = await aMessage();
  const heard = eventOf(slack, 'message');
  fay.edits(message, 'we are 40 people');
  expect(omar.sees('general')).toMatchObject([{ text: 'we are 40 people', edited: { user: 'U0FOUNDER' } }]);
  expect((await heard).event).toMatchObject({
    subtype: 'message_changed',
    channel: 'C0GENERAL',
    message: { text: 'we are 40 people', ts: message.ts, edited: { user: 'U0FOUNDER' } },
    previous_message: { text: 'we are 14 people' },
  });
});

test('an edit that changes nothing is none', async () => {
  const { fay, message } = await aMessage();
  fay.edits(message, 'we are 14 people');
  expect(fay.sees('general').at(-1)?.edited).toBeUndefined();
});

test('who deletes their message takes it away for all, and the app is told what it said', async () => {
  const { slack, fay, omar, message } = await aMessage();
  const heard = eventOf(slack, 'message');
  fay.deletes(message);
  expect(omar.sees('general')).toEqual([]);
  expect((await heard).event).toMatchObject({
    subtype: 'message_deleted',
    deleted_ts: message.ts,
    previous_message: { text: 'we are 14 people', user: 'U0FOUNDER' },
  });
});

test('nobody changes or deletes what another wrote, or what is gone', async () => {
  const { fay, omar, message } = await aMessage();
  expect(() => omar.edits(message, 'stolen')).toThrow('This message is not yours.');
  expect(() => omar.deletes(message)).toThrow('This message is not yours.');
  fay.deletes(message);
  expect(() => fay.edits(message, 'again')).toThrow('This message is no longer there.');
});

test('an emoji is seen by all, and the app is told once, not as an edit', async () => {
  const { slack, fay, omar, message } = await aMessage();
  const told: unknown[] = [];
  slack.news.on('delivery', ({ payload }) => void told.push((payload.event as { type: string }).type));
  const gone = eventOf(slack, 'reaction_removed');
  omar.reacts(message, 'eyes');
  omar.reacts(message, 'eyes');
  expect(fay.sees('general').at(-1)?.reactions).toEqual([{ name: 'eyes', users: ['U0OMAROPS'] }]);
  omar.unreacts(message, 'eyes');
  expect((await gone).event).toMatchObject({
    user: 'U0OMAROPS',
    reaction: 'eyes',
    item_user: 'U0FOUNDER',
    item: { channel: 'C0GENERAL', ts: message.ts },
  });
  expect(told).toEqual(['reaction_added', 'reaction_removed']);
  expect(fay.sees('general').at(-1)?.reactions).toEqual([]);
});

test('nobody reacts to what they alone see, or do not see', async () => {
  const { slack, fay, omar } = await aMessage();
  await clientOf(slack).chat.postEphemeral({ channel: 'C0GENERAL', user: 'U0FOUNDER', text: 'psst' });
  const [note] = fay.sees('general').slice(-1);
  if (note === undefined) throw new Error('nothing was posted');
  for (const person of [fay, omar])
    expect(() => person.reacts(note, 'eyes')).toThrow('You cannot react to this message.');
});

test('the app puts an emoji once, and takes back only its own', async () => {
  const { slack, message } = await aMessage();
  const { reactions } = clientOf(slack);
  const eyes = { channel: 'C0GENERAL', timestamp: message.ts, name: 'eyes' };
  await reactions.add(eyes);
  expect(await refusalOf(reactions.add(eyes))).toMatchObject({ error: 'already_reacted' });
  await reactions.remove(eyes);
  expect(await refusalOf(reactions.remove(eyes))).toMatchObject({ error: 'no_reaction' });
  const gone = reactions.add({ ...eyes, timestamp: '1.000000' });
  expect(await refusalOf(gone)).toMatchObject({ error: 'message_not_found' });
});
