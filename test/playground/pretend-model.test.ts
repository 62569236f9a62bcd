import { expect, onTestFinished, test } from 'vitest';
import { createLlm } from '../../src/phrasing/llm.ts';
import type { ModelConsent } from '../../src/playground/pretend-model.ts';
import { WAYS, type Way } from '../../src/playground/pretend-phrasing.ts';
import { TOUR } from '../../src/tour.ts';
import { advisor, aPhraser } from '../support/phrasing.ts';
import { aLocalSlack } from '../support/rolefit.ts';

/** A workspace's consent, kept here. */
function aConsent(): ModelConsent & { host: string | null; by: string } {
  return {
    host: null,
    by: '',
    async isGivenTo(host) {
      return this.host === host;
    },
    async give(host, by) {
      this.host = host;
      this.by = by;
    },
  };
}

const tell = async (url: string, kind: string, body: object) =>
  (await fetch(`${url}/page/${kind}`, { method: 'POST', body: JSON.stringify(body) })).json();
const stateOf = async (url: string) => (await fetch(`${url}/page/state`)).json();

/** What the guard makes of the pretend model's words about a text. */
async function phrasedBy(way: Way, text: string) {
  const { url, pretendModel } = await aLocalSlack({ modelConsent: aConsent() });
  await tell(url, 'model', { choice: way });
  const llm = createLlm({ apiKey: 'none', model: pretendModel.name, baseUrl: pretendModel.baseUrl });
  return aPhraser({ llm }).phrase(advisor.check(text), { workspace: 'T0ACMESTD', question: text });
}

const TEXTS = TOUR.map(({ text }) => text.replace('/rolefit ', '')).filter(
  (text) => advisor.check(text).verdict.rules.length > 0,
);
const FAULTS: Readonly<Record<Exclude<Way, 'honest'>, readonly string[]>> = {
  'turns-verdict': ['verdict', 'polarity'],
  'invents-source': ['citation'],
  promises: ['promise'],
};

test.each(TEXTS)('the honest one is shown: %s', async (text) => {
  const phrased = await phrasedBy('honest', text);
  expect(phrased).toMatchObject({ source: 'llm', usage: { input: 0, output: 0 } });
  expect(phrased.sentences.length).toBeGreaterThan(0);
});

test.each(WAYS.filter((way) => way !== 'honest').flatMap((way) => TEXTS.map((text) => ({ way, text }))))(
  'a lie is refused, and why is told ($way): $text',
  async ({ way, text }) => {
    const phrased = await phrasedBy(way, text);
    expect(phrased).toMatchObject({ source: 'template', reason: 'guard', sentences: [] });
    expect(FAULTS[way]).toContain(phrased.fault);
  },
);

test('choosing it is a manager’s consent to its host, and choosing none takes that back', async () => {
  const consent = aConsent();
  const { url } = await aLocalSlack({ modelConsent: consent });
  const { host } = new URL(url);
  expect(await stateOf(url)).toMatchObject({ languageModel: { choice: 'off', host } });
  await tell(url, 'model', { choice: 'promises' });
  expect(consent).toMatchObject({ host, by: 'U0FOUNDER' });
  expect(await stateOf(url)).toMatchObject({ languageModel: { choice: 'promises' } });
  consent.host = null;
  expect(await stateOf(url)).toMatchObject({ languageModel: { choice: 'off' } });
  await tell(url, 'model', { choice: 'honest' });
  await tell(url, 'model', { choice: 'off' });
  expect(consent.host).toBeNull();
});

test('without a consent to give there is nothing to choose', async () => {
  const { url } = await aLocalSlack();
  expect(await stateOf(url)).toMatchObject({ languageModel: null });
});

test.each([
  ['no JSON', '/model/v1/responses', 'hello'],
  ['another model', '/model/v1/responses', { model: 'gpt-5', input: '', text: { format: { name: 'x' } } }],
  [
    'another address',
    '/model/v1/chat',
    { model: 'pretend-honest', input: '', text: { format: { name: 'x' } } },
  ],
])('it answers nothing else: %s', async (_, path, body) => {
  const { url } = await aLocalSlack();
  const answer = await fetch(url + path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  expect(answer.status).toBe(404);
});

test('what it was asked and said stands in the journal', async () => {
  const slack = await aLocalSlack();
  const entries: object[] = [];
  onTestFinished(slack.news.on('journal', (entry) => void entries.push(entry)));
  const { baseUrl } = slack.pretendModel;
  await createLlm({ apiKey: 'none', model: 'pretend-honest', baseUrl }).ask({
    prompt: 'no material',
    format: { name: 'phrasing', schema: (await import('zod')).z.object({}) },
  });
  expect(entries).toMatchObject([{ model: { asked: 'no material', said: { sentences: [] } } }]);
});
