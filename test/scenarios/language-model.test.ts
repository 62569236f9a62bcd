import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/playground/message.ts';
import type { Person } from '../../src/playground/person.ts';
import { adviceMessage } from '../../src/slack/blocks/advice.ts';
import { theAdvisor } from '../support/advisor.ts';
import { rested } from '../support/agent-view.ts';
import { proposing, rolefitWithModel, shownIn } from '../support/language-model.ts';
import { type Behaviour, json, saying } from '../support/model-server.ts';
import { obedient } from '../support/phrasing.ts';
import { rolefitIn } from '../support/rolefit.ts';

const STORY = 'We are 14 people, I keep having ideas and nothing gets finished';
const VERDICT = 'You need an implementer, not a chief operating officer (COO).';
const WORDED = 'Worded by a language model';
const advisor = theAdvisor();
const OWN_WORDS = adviceMessage(advisor.check(STORY), advisor).text;

/** What Fay is told of a story that she types in a channel. */
async function checks(founder: Person, story = STORY): Promise<Message> {
  const before = founder.sees('general').length;
  await founder.types(`/rolefit ${story}`, { channel: 'general' });
  return founder.awaits('general', (message) => founder.sees('general').indexOf(message) >= before);
}

const blocksOf = ({ blocks }: Message): string => JSON.stringify(blocks);

async function opensModel(manager: Person, words: RegExp) {
  manager.opensHome();
  await manager.clicks(await manager.awaitsHome(), 'Language model…');
  return manager.awaitsModal((view) => words.test(shownIn(view)));
}

test('without a model the settings say so, and offer none', async () => {
  const { founder } = await rolefitIn('socket');
  founder.opensHome();
  const home = await founder.awaitsHome();
  expect(shownIn(home)).toContain('No language model is set up on this installation');
  await expect(founder.clicks(home, 'Language model…')).rejects.toThrow();
  const { text } = await checks(founder);
  expect(text).toBe(OWN_WORDS);
});

test('nothing is sent until a manager has seen what would be, and agreed; and nothing more once it is turned off', async () => {
  const { founder, omar, host, requests } = await rolefitWithModel({ agreedTo: null });
  expect((await checks(founder)).text).toBe(OWN_WORDS);
  expect(requests).toEqual([]);

  omar.opensHome();
  await expect(omar.clicks(await omar.awaitsHome(), 'Language model…')).rejects.toThrow();
  const view = await opensModel(founder, /It is off/);
  for (const told of [host, 'test-model', 'docs/privacy.md', 'Our COO NAME_1 keeps the minutes'])
    expect(shownIn(view)).toContain(told);
  expect(view.content.private_metadata).toContain(host);
  await founder.submits();
  await founder.awaitsModal((modal) => /is on/.test(shownIn(modal)));
  await founder.closes({ all: true });
  const home = await founder.awaitsHome((each) => /agreed to it/.test(shownIn(each)));
  expect(shownIn(home)).toContain('<@U0FOUNDER> agreed to it on');

  const card = await checks(founder);
  expect(card.text.startsWith(VERDICT)).toBe(true);
  expect(blocksOf(card)).toContain(WORDED);
  expect(blocksOf(card)).toMatch(/From: What an implementer is.*Read it/);
  expect((await checks(founder)).text).toBe(card.text);
  expect(requests).toHaveLength(1);

  await opensModel(founder, /It is on/);
  await founder.submits();
  await founder.awaitsModal((modal) => /is off/.test(shownIn(modal)));
  await founder.closes({ all: true });
  expect((await checks(founder)).text).toBe(OWN_WORDS);
  expect(requests).toHaveLength(1);
  await founder.clicks(home, 'What was changed');
  const list = await founder.awaitsModal((modal) => /llmConsent/.test(shownIn(modal)));
  expect(shownIn(list)).toContain(`from nothing to yes, to ${host}`);
});

test('the example that managers are shown is what is sent, to the letter', async () => {
  const { founder, requests } = await rolefitWithModel();
  const view = await opensModel(founder, /It is on/);
  const blocks = (view.content.blocks ?? []) as { text?: { type: string; text: string } }[];
  const example = blocks.flatMap(({ text }) => (text?.type === 'plain_text' ? [text.text] : [])).join('');
  await founder.closes({ all: true });
  await checks(
    founder,
    'check Our COO Tom keeps the minutes, books the rooms, updates the tracker and reminds everyone of their deadlines.',
  );
  expect(requests[0]?.body.input).toBe(example);
});

test('consent to one server is none to another', async () => {
  const { founder, requests } = await rolefitWithModel({ agreedTo: 'elsewhere.example' });
  expect((await checks(founder)).text).toBe(OWN_WORDS);
  expect(requests).toEqual([]);
  await opensModel(founder, /another server now/);
});

describe('the verdict is the classifier’s, in Rolefit’s own words, when the model', () => {
  /** Cites all that there is to cite, and says something else in its first sentence. */
  const claiming =
    (text: string): Behaviour =>
    (response, body, request) => {
      const { sentences } = JSON.parse(obedient({ prompt: body.input }));
      const claimed = { sentences: [{ ...sentences[0], text }, ...sentences.slice(1)] };
      saying(JSON.stringify(claimed))(response, body, request);
    };
  const never: Behaviour = () => undefined;
  test.each<[string, Behaviour]>([
    ['fails', json(500, {})],
    ['refuses the key', json(401, {})],
    ['says the contrary', claiming('You need a COO and no implementer.')],
    ['smuggles a mention', claiming('<!channel> Ideas and plans become finished work.')],
    ['breaks off', json(200, '{"output": [')],
    ['says nothing within its time', never],
  ])('%s', async (_, behaviour) => {
    const { founder, requests, logged } = await rolefitWithModel({ behaviour, budgetMs: 300 });
    const card = await checks(founder);
    expect(card.text).toBe(OWN_WORDS);
    expect(blocksOf(card)).not.toContain(WORDED);
    expect(founder.sees('general')).toEqual([card]);
    expect(requests).toHaveLength(1);
    expect(logged).toEqual([]);
  });
});

test('when the day’s tokens are spent the words are Rolefit’s own, and who agreed is told once', async () => {
  const { founder, requests } = await rolefitWithModel({ tokensPerDay: 900 });
  for (const _ of [1, 2]) expect((await checks(founder)).text).toBe(OWN_WORDS);
  expect(requests).toEqual([]);
  expect(founder.sees('app').map(({ text }) => text)).toEqual([
    expect.stringMatching(/900 tokens a day .* are spent.*Verdicts stay as they are/),
  ]);
});

test('in the agent view the first card of an interview is worded, and asks on', async () => {
  const { founder } = await rolefitWithModel();
  await founder.agent.starts(STORY);
  const card = await founder.awaits('app');
  expect(blocksOf(card)).toContain(WORDED);
  expect(blocksOf(card)).toContain('can still change this');
});

test('the stop button ends the waiting for the model, and nothing is said', async () => {
  const { promise: isAsked, resolve: asked } = Promise.withResolvers<void>();
  const { slack, founder } = await rolefitWithModel({ behaviour: () => asked() });
  const active = rested(slack);
  const { ts } = await founder.agent.starts(STORY);
  await isAsked;
  founder.agent.stops(ts);
  await active;
  expect(founder.sees('app').filter(({ botId }) => botId !== undefined)).toEqual([]);
});

describe('facts that the rules may have missed', () => {
  const FILLER = 'The weather was fine on that day and the coffee was good as ever. ';
  const ASLEEP = 'Somewhere around week three every project of ours goes to sleep.';
  const LONG = `check We are 14 people. ${ASLEEP} ${FILLER.repeat(25)}`;
  const LOOK = 'Let the model look for facts I missed';
  const QUESTION = 'Do ideas and plans pile up without becoming finished work?';

  async function suggested() {
    const rolefit = await rolefitWithModel();
    const card = await checks(rolefit.founder, LONG);
    rolefit.behave(proposing([{ name: 'executionGap', value: true, quote: ASLEEP }]));
    await rolefit.founder.clicks(card, LOOK);
    const form = await rolefit.founder.awaitsModal((view) => /suggests “Yes”/.test(shownIn(view)));
    return { ...rolefit, form };
  }
  const isVerdict = (view: { content: { submit?: unknown } }): boolean => view.content.submit === undefined;

  test('are suggested with their words, and count for nothing unless they are chosen', async () => {
    const { founder, form } = await suggested();
    expect(shownIn(form)).toContain('every project of ours goes to sleep');
    await founder.submits();
    expect(shownIn(await founder.awaitsModal(isVerdict))).toContain('Nothing was changed');
  });

  test('count once they are chosen', async () => {
    const { founder } = await suggested();
    await founder.fills(QUESTION, 'Yes');
    await founder.submits();
    expect(shownIn(await founder.awaitsModal(isVerdict))).toMatch(/turns from .* to an implementer/);
  });

  test('are not offered for short texts', async () => {
    const { founder } = await rolefitWithModel();
    expect(blocksOf(await checks(founder))).not.toContain(LOOK);
  });
});
