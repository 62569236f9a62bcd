import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Subject } from '../../src/advisor/fact.ts';
import { factsFor } from '../../src/advisor/rulebook.ts';
import type { Advice } from '../../src/advisor/verdict.ts';
import { clause } from '../../src/phrasing/wording.ts';
import { viewContentOf } from '../../src/playground/views/view-check.ts';
import { adviceMessage } from '../../src/slack/blocks/advice.ts';
import { answerMessage } from '../../src/slack/blocks/answer.ts';
import { feedbackToken, withFeedback } from '../../src/slack/blocks/feedback.ts';
import { channelMessage, followUpMessage } from '../../src/slack/blocks/follow-up.ts';
import { formView } from '../../src/slack/blocks/form.ts';
import { factFieldId } from '../../src/slack/blocks/form-state.ts';
import { greetingMessage } from '../../src/slack/blocks/greeting.ts';
import { addedMessage, askingMessage, firstCard, lastCard } from '../../src/slack/blocks/interview.ts';
import {
  BUTTON_VALUE,
  MESSAGE_BLOCKS,
  MESSAGE_CHARACTERS,
  SECTION_TEXT,
  VIEW_BLOCKS,
} from '../../src/slack/blocks/limits.ts';
import { markdownOf, spokenFirst } from '../../src/slack/blocks/markdown.ts';
import { type Message, messageOf, noted } from '../../src/slack/blocks/message.ts';
import { escapeMrkdwn, section } from '../../src/slack/blocks/mrkdwn.ts';
import { offersMessage } from '../../src/slack/blocks/offers.ts';
import { passageView } from '../../src/slack/blocks/passage-view.ts';
import { answerToken } from '../../src/slack/blocks/question.ts';
import { recheckMessage } from '../../src/slack/blocks/recheck.ts';
import { sharedMessage, shareView } from '../../src/slack/blocks/share-view.ts';
import { threadMessage } from '../../src/slack/blocks/thread-facts.ts';
import { answerView, verdictView } from '../../src/slack/blocks/verdict-view.ts';
import { whyView } from '../../src/slack/blocks/why-view.ts';
import { newForm } from '../../src/slack/form.ts';
import { answerTo } from '../../src/slack/reply.ts';
import { theAdvisor } from '../support/advisor.ts';

const advisor = theAdvisor();
const PINGS = /<(?:!|@|#|http|mailto)/;

/** A message without what its buttons carry, which nobody sees. */
const seenIn = (message: Message): string =>
  JSON.stringify(message, (key, value) => (key === 'value' ? undefined : value));

/** A modal without what only we hold, and what is plain text, in which nothing pings. */
const shownIn = (view: object): string =>
  JSON.stringify(view, (key, value) =>
    ['value', 'private_metadata', 'initial_value', 'hint'].includes(key) ? undefined : value,
  );

function expectWithinLimits({ text, blocks }: Message): void {
  expect(text).not.toBe('');
  expect(blocks.length).toBeLessThanOrEqual(MESSAGE_BLOCKS);
  expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(MESSAGE_CHARACTERS);
  for (const block of blocks) expectBlockWithinLimits(block);
}

function expectBlockWithinLimits(block: KnownBlock): void {
  if (block.type === 'section') {
    expect(block.text?.text).not.toBe('');
    expect(block.text?.text.length).toBeLessThanOrEqual(SECTION_TEXT);
  }
  if (block.type === 'actions')
    for (const element of block.elements)
      if (element.type === 'button') expect(element.value?.length).toBeLessThanOrEqual(BUTTON_VALUE);
}

/** As many facts as a model may suggest, each in the longest words. */
const suggestionsFor = (subject: Subject, text: string) =>
  factsFor(advisor.rulebook, subject)
    .slice(0, 8)
    .map(({ name, kind, choices }) => ({
      name,
      value: kind === 'count' ? 14 : kind === 'yes-no' ? true : (choices?.[0]?.value ?? ''),
      quote: clause(text),
    }));

/** How an interview asks the next question of an advice. */
function askingMessages(advice: Advice): Message[] {
  const definition = advisor.rulebook.facts.find(({ name }) => name === advice.nextQuestion?.fact);
  if (!definition) return [];
  const asking = { since: 1_700_000_000_000, definition, open: advice.unknown.length };
  return [firstCard(advice, advisor, asking), askingMessage('So far the answer stays.', asking)];
}

const hostile = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom(
      '<!channel>',
      '<@U1>',
      '&',
      '*_~`',
      '🎉'.repeat(200),
      'שלום',
      'nothing gets finished because of <!here> ',
      'We are 14 people and Anna *_leads_* three departments. ',
      'x'.repeat(3_000),
    ),
  ),
  { maxLength: 12 },
);

test('whatever is typed, every message stays within the limits of Slack and pings nobody', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(...Subject.options), (parts, subject) => {
      const text = parts.join(' ');
      const advice = advisor.check(text, subject);
      for (const message of [
        adviceMessage(advice, advisor),
        adviceMessage(advice, advisor, {
          account: {
            sentences: parts.map((words) => ({ text: words, passages: ['implementer-typical-work'] })),
            reasons: 1,
          },
          mayLookAgain: true,
        }),
        sharedMessage(advice, advisor, { by: 'U1', comment: text }),
        answerMessage(answerTo(advisor, text), advisor),
        threadMessage(advice, advisor, { count: 100, isWhole: false }),
        lastCard('That is all.', advice, advisor, { canGoOn: true }),
        addedMessage(`I understood: ${text}.`, text),
        noted(adviceMessage(advice, advisor), 'Only you see this.'),
        recheckMessage({ ts: '1.1', thread: '1.0', text, isShared: true }),
        ...askingMessages(advice),
        followUpMessage('changes', advice, advisor),
        followUpMessage('question', advice, advisor),
        followUpMessage('reasons', advice, advisor),
        withFeedback(adviceMessage(advice, advisor), { verdict: advice.id }),
      ]) {
        expectWithinLimits(message);
        expect(spokenFirst(message.blocks).pieces.join('').replace('<@U1>', '')).not.toMatch(PINGS);
        expect(seenIn(message).replace('<@U1>', 'the sharer')).not.toMatch(PINGS);
      }
      if (text !== '') expectWithinLimits(offersMessage(text));
    }),
    { numRuns: 150 },
  );
});

test('whatever is typed, every modal stays within the limits of Slack and pings nobody', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(...Subject.options), (parts, subject) => {
      const text = parts.join(' ');
      const advice = advisor.check(text, subject);
      const memory = { verdict: advice.id, aboutPerson: true, channel: 'C1' };
      for (const view of [
        verdictView(advice, advisor, { channel: 'C1' }, advisor.check('', subject)),
        whyView(advice, advisor, ['The rulebook has changed.']),
        answerView(answerTo(advisor, text), advisor),
        shareView(advice, advisor, memory, 'Try again.'),
        newForm(advisor, { channel: 'C1', subject, text }),
        newForm(advisor, { channel: 'C1', subject, suggestions: suggestionsFor(subject, text) }),
      ]) {
        viewContentOf(view, 'modal');
        expect(view.blocks.length).toBeLessThanOrEqual(VIEW_BLOCKS);
        expect(shownIn(view)).not.toMatch(PINGS);
      }
    }),
    { numRuns: 100 },
  );
});

test('a form with every fact of a subject, and every passage, can be shown', () => {
  for (const subject of Subject.options) {
    const { blocks } = viewContentOf(
      formView(
        {
          memory: { subject, channel: 'C1', filledIn: [], allFacts: true, revision: 1 },
          text: 'x'.repeat(5_000),
          facts: [],
          worthAsking: [],
        },
        advisor.rulebook,
      ),
      'modal',
    );
    expect(blocks.map(({ block_id }) => block_id)).toEqual(
      expect.arrayContaining(factsFor(advisor.rulebook, subject).map(({ name }) => factFieldId(name, 1))),
    );
  }
  for (const passage of advisor.passages.values()) viewContentOf(passageView(passage), 'modal');
});

test('a message with too much in it is shortened, keeps its head, its buttons and its end, and says so', () => {
  const blocks = Array.from({ length: 80 }, (_, at) => section(`${at} ${'word '.repeat(100)}`));
  const button: KnownBlock = {
    type: 'actions',
    elements: [{ type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'A' }, value: 'v' }],
  };
  const message = messageOf('text', [...blocks.slice(0, 40), button, ...blocks.slice(40)]);
  expectWithinLimits(message);
  expect(message.blocks[0]).toEqual(blocks[0]);
  expect(message.blocks.at(-1)).toEqual(blocks.at(-1));
  expect(message.blocks).toContainEqual(button);
  expect(JSON.stringify(message.blocks.at(-2))).toContain('Shortened.');
});

test('many small sections are shortened too', () => {
  const { blocks } = messageOf(
    'text',
    Array.from({ length: 60 }, (_, at) => section(String(at))),
  );
  expect(blocks).toHaveLength(MESSAGE_BLOCKS);
  expect(JSON.stringify(blocks.at(-2))).toContain('Shortened.');
});

test('words that a person wrote are quoted so that they ping, link and format nothing', () => {
  const text = 'nothing <!channel> *ever* gets `finished`';
  const evidence = { text, start: 0, end: text.length };
  const advice = advisor.checkFacts('situation', [
    { name: 'executionGap', value: true, source: 'extracted', evidence },
  ]);
  const shown = seenIn(adviceMessage(advice, advisor));
  expect(shown).toMatch(/“nothing &lt;!channel&gt; ∗ever∗/);
  expect(shown).not.toMatch(PINGS);
  expect(shown).not.toMatch(/“[^”]*[*`_~]/);
});

test('the next question has a button for each answer, and each brings the check on by that fact', () => {
  const advice = advisor.check('We are 14 people, I keep having ideas and nothing gets finished');
  const { blocks } = adviceMessage(advice, advisor);
  const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  const answers = buttons.filter(
    (each) => each.type === 'button' && each.action_id?.startsWith('answer_question'),
  );
  expect(answers.map((each) => each.type === 'button' && each.text.text)).toEqual(['Yes', 'No']);
  const values = answers.map((each) => answerToken(each.type === 'button' ? each.value : undefined));
  expect(values).toEqual(
    [true, false].map((value) => ({ verdict: advice.id, fact: advice.nextQuestion?.fact, value })),
  );
});

test('feedback buttons take the place of the card’s own, and say what they are about', () => {
  const advice = advisor.check('We are 14 people and nothing gets finished');
  const card = withFeedback(adviceMessage(advice, advisor), { verdict: advice.id });
  expect(JSON.stringify(card.blocks)).not.toMatch(/"action_id":"(not_)?helpful"/);
  const last = card.blocks.at(-1);
  const [buttons] = last?.type === 'context_actions' ? last.elements : [];
  const value = buttons?.type === 'feedback_buttons' ? buttons.negative_button.value : '';
  expect(feedbackToken(value)).toEqual({
    helpful: false,
    of: { verdict: advice.id },
  });
});

test('a message that feedback buttons would make too long stays as it was', () => {
  const full = messageOf(
    'text',
    Array.from({ length: MESSAGE_BLOCKS }, (_, at) => section(String(at))),
  );
  expect(withFeedback(full, { verdict: 'v' })).toEqual(full);
});

test('our mrkdwn reads the same as Markdown', () => {
  expect(markdownOf('*You need a COO.*\nWhy: _see_ [1](https://x) # no')).toBe(
    '**You need a COO.**  \nWhy: _see_ \\[1\\](https://x) \\# no',
  );
  expect(markdownOf('1. and - or 2 * 3 * 4')).toBe('1\\. and - or 2 * 3 * 4');
  expect(markdownOf(escapeMrkdwn('<!channel> *a*'))).toBe('&lt;\\!channel&gt; ∗a∗');
});

test('what is said beside checks is within the limits', () => {
  expectWithinLimits(greetingMessage());
  expectWithinLimits(channelMessage());
});

test('escaped text means just that text', () => {
  expect(escapeMrkdwn('<!channel> & <b>')).toBe('&lt;!channel&gt; &amp; &lt;b&gt;');
});

test('a cut never splits an escape', () => {
  const { text } = section(escapeMrkdwn(`${'x'.repeat(SECTION_TEXT - 3)}&&&&`));
  expect(text?.text).toMatch(/x…$/);
});

test.each([undefined, '', 'hello', '{}', '{"verdict":"a"}', '[]'])('%s is no answer of ours', (value) => {
  expect(answerToken(value)).toBeNull();
});
