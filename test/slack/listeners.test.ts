import { test } from 'vitest';
import { HttpDelivery } from '../../src/playground/delivery/http-delivery.ts';
import type { DeliveryNews } from '../../src/playground/news.ts';
import { rolefitIn } from '../support/rolefit.ts';

/** Rolefit over HTTP, with a way to hand it what a Slack of another kind would send. */
async function rolefitWithPost() {
  const all = await rolefitIn('http');
  const { slack, running } = all;
  const courier = new HttpDelivery([String(running.url)], slack.signingSecret, Date.now);
  const post = ({ kind, payload }: DeliveryNews, changes: object) =>
    courier.hand({ kind, payload: { ...payload, ...changes }, attempt: 0 });
  return { ...all, post };
}

test('a command that comes without a text opens the form', async () => {
  const { slack, founder, post } = await rolefitWithPost();
  const typed = slack.news.once('delivery');
  await founder.types('/rolefit', { channel: 'general' });
  await founder.awaitsModal();
  await founder.closes();
  const { payload, ...parcel } = await typed;
  const { text: _none, ...rest } = payload;
  const trigger_id = slack.workspace.views.triggers.issue({
    person: founder.user.id,
    conversation: String(payload.channel_id),
  });
  await post({ ...parcel, payload: rest }, { trigger_id });
  await founder.awaitsModal();
});

test('a button pressed where an enterprise is told instead of a team works', async () => {
  const { slack, founder, post } = await rolefitWithPost();
  await founder.types('/rolefit purple bananas on a tuesday', { channel: 'general' });
  const offers = await founder.awaits('general');
  const pressed = slack.news.once('delivery', ({ kind }) => kind === 'interactive');
  await founder.clicks(offers, 'Check it');
  await founder.awaits('general');
  await post(await pressed, {
    team: null,
    enterprise: { id: 'E1', name: 'Acme' },
    is_enterprise_install: true,
  });
  await founder.awaits('general', () => founder.sees('general').length === 3);
});

test('a button of a check that is no longer kept is answered in a sentence', async () => {
  const { slack, founder, post } = await rolefitWithPost();
  await founder.types('/rolefit we are 14 people and nothing gets finished', { channel: 'general' });
  const verdict = await founder.awaits('general');
  const pressed = slack.news.once('delivery', ({ kind }) => kind === 'interactive');
  await founder.clicks(verdict, 'Helpful');
  await founder.awaits('general');
  const parcel = await pressed;
  const [action] = parcel.payload.actions as [object];
  await post(parcel, { actions: [{ ...action, value: 'from long ago' }] });
  await founder.awaits('general', ({ text }) => text.includes('no longer kept'));
});
