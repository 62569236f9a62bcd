import { describe, expect, test } from 'vitest';
import { aPerson, sampleCompany } from '../../src/playground/company.ts';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import type { Message } from '../../src/playground/message.ts';
import type { Person } from '../../src/playground/person.ts';
import type { View } from '../../src/playground/views/view.ts';
import { MODES, type Mode, type RolefitOptions, rolefitIn } from '../support/rolefit.ts';

const shown = (view: View | undefined): string => JSON.stringify(view?.content.blocks);
const says =
  (words: string | RegExp) =>
  (view: View): boolean =>
    new RegExp(words).test(shown(view));
const seen = ({ blocks }: Message): string => JSON.stringify(blocks);

const SECOND = "Does somebody already run operations as the CEO's second in command?";
const AUTHORITY = 'How much may the person in the role decide alone?';
const GAP = 'Do ideas and plans pile up without becoming finished work?';
const ROUTINE = 'Are scheduling, record-keeping or reporting left undone?';
const WANTED = 'Are you looking for a hands-on, well-organised person who carries out what others decide?';
const FOLLOW_UP = 'Is checking in with people and following up left undone?';
const DOER = "Does somebody already turn the team's ideas into finished work?";
const IDEAS = 'Are there more ideas than anyone can follow through?';
const CHORES = 'Does the person at the top do clerical work, such as calendars, invoices or data entry?';
const NOTHING = 'Is there so little going on that there is nothing yet to manage or hand over?';
/** All that is asked. */
const QUESTIONS = [SECOND, AUTHORITY, GAP, ROUTINE, WANTED, FOLLOW_UP, DOER, IDEAS, CHORES, NOTHING];
const DONT_KNOW = 'I don’t know';

/** The sample company with Cleo in it. */
async function company(mode: Mode = 'socket', options: RolefitOptions = {}) {
  const { people, channels } = sampleCompany();
  const cleo = aPerson('U0CLEOCFO', 'Cleo Finance');
  const [general, ...rest] = channels;
  const all = await rolefitIn(mode, {
    company: {
      people: [...people, cleo],
      channels: general ? [{ ...general, members: [...general.members, cleo.id] }, ...rest] : channels,
    },
    ...options,
  });
  return { ...all, cleo: all.slack.person('cleo') };
}

/** Somebody answers, from the message in which they are asked; what is not given they do not know. */
async function answers(
  person: Person,
  asked: Message,
  given: Readonly<Record<string, string>>,
  mayBeShown = false,
): Promise<void> {
  await person.clicks(asked, 'Answer');
  await person.awaitsModal(({ content }) => content.submit !== undefined);
  for (const question of QUESTIONS) await person.fills(question, given[question] ?? DONT_KNOW);
  if (mayBeShown)
    await person.fills('When the result is shown', ['My single answers may be shown with my name.']);
  await person.submits();
  await person.awaitsModal(says('Thank you'));
  await person.closes({ all: true });
}

/** The newest message in the channel that `matches`, once there is one. */
async function stands(slack: LocalSlack, matches: RegExp): Promise<Message> {
  const person = slack.person('fay');
  const found = () => person.sees('general').findLast((message) => matches.test(seen(message)));
  if (!found()) await slack.news.once('message', () => found() !== undefined, 5000);
  return found() as Message;
}

const invited = (person: Person): Promise<Message> =>
  person.awaits('app', (message) => seen(message).includes('asks you and'));

describe.each(MODES)('a blind team check over %s', (mode) => {
  test('members answer unseen; the channel sees progress, then where they differ and what that would change', async () => {
    const { slack, founder, omar, cleo } = await company(mode);
    await founder.types('/rolefit team check @fay.founder @omar.ops @cleo.finance', { channel: 'general' });
    await founder.awaits('general', ({ text }) => text.includes('I have asked'));
    await stands(slack, /0 of 3 have answered/);
    const agreed = { [IDEAS]: 'Yes', [DOER]: 'No' };
    await answers(founder, await invited(founder), { ...agreed, [GAP]: 'Yes', [SECOND]: 'No' });
    const progress = await stands(slack, /1 of 3 have answered/);
    expect(seen(progress)).not.toMatch(/pile up|clerical/);
    await answers(omar, await invited(omar), { ...agreed, [GAP]: 'No', [SECOND]: 'Yes' });
    await answers(cleo, await invited(cleo), { ...agreed, [GAP]: 'Yes', [SECOND]: 'No' });
    const result = await stands(slack, /Blind team check, closed/);
    expect(seen(result)).toMatch(
      /3 of 3 have answered\. Your answers differ in 2 of 10 questions; 2 of them/,
    );
    expect(seen(result)).toMatch(
      /Differences that would change the verdict\*[^{]*pile up[^{]*_Yes_: an implementer · _No_: undecided/,
    );
    expect(seen(result)).toMatch(
      /Differences that would change it together with others\*[^{]*second in command\? _Yes_ · _No_/,
    );
    expect(seen(result)).toMatch(/Nobody knows.*scheduling/);
    expect(seen(result)).toMatch(/You all say\*[^{]*there are more ideas than anyone can follow/);
    expect(seen(result)).toContain('*On what you all say:*');
    expect(seen(result)).not.toMatch(/<@U0(OMAROPS|CLEOCFO)>/);
    await omar.clicks(result, 'Open as a check');
    expect(shown(await omar.awaitsModal())).toMatch(/more ideas than anyone.*?initial_option.*?"Yes"/);
  });
});

test('a name that is nobody’s is told, and nobody is asked without them', async () => {
  const { founder, omar } = await company();
  await founder.types('/rolefit team check @fay.founder @omar.ops @kleo', { channel: 'general' });
  const told = await founder.awaits('general');
  expect(told.text).toContain('I find nobody here called @kleo');
  expect(told.onlyFor).toBe(founder.user.id);
  expect(omar.sees('general')).toEqual([]);
});

test('the opener closes it before all have answered; who is missing is left out', async () => {
  const { slack, founder, omar, cleo } = await company();
  await omar.types('/rolefit team check @fay.founder @omar.ops @cleo.finance', { channel: 'general' });
  await answers(founder, await invited(founder), { [GAP]: 'Yes' });
  await answers(omar, await invited(omar), { [GAP]: 'No' });
  const open = await stands(slack, /2 of 3 have answered/);
  const asked = await invited(cleo);
  await cleo.clicks(open, 'Close now', { confirms: true });
  await cleo.awaits('general', ({ text }) => text.includes('who opened this check, or a manager'));
  await omar.clicks(open, 'Close now', { confirms: true });
  const result = await stands(slack, /Blind team check, closed.*2 of 3 have answered/);
  expect(seen(result)).toContain('pile up');
  await cleo.clicks(asked, 'Answer');
  await cleo.awaits('app', ({ text }) => text.includes('is closed'));
});

test('closed with one answer it shows nothing of it', async () => {
  const { slack, founder, omar } = await company();
  await omar.types('/rolefit team check @fay.founder @omar.ops', { channel: 'general' });
  await answers(founder, await invited(founder), { [GAP]: 'Yes' });
  await omar.clicks(await stands(slack, /1 of 2 have answered/), 'Close now', { confirms: true });
  const result = await stands(slack, /closed.*too few/);
  expect(seen(result)).not.toMatch(/finished work|implementer/);
});

test('single answers are shown of those who allow it, but not where that gives one other person away', async () => {
  const { slack, founder, omar, cleo } = await company();
  const everybody = [founder, omar, cleo];
  const round = async (consenting: readonly Person[]): Promise<string> => {
    await founder.types('/rolefit team check @fay.founder @omar.ops @cleo.finance', { channel: 'general' });
    const asked = await Promise.all(everybody.map(invited));
    for (const [at, person] of everybody.entries())
      await answers(
        person,
        asked[at] as Message,
        { [GAP]: person === cleo ? 'No' : 'Yes' },
        consenting.includes(person),
      );
    await founder.awaits('general', ({ text }) => text.startsWith('Everybody has answered'));
    return seen(await stands(slack, /Blind team check, closed/));
  };
  const open = await round(everybody);
  expect(open).toMatch(/_Yes_ \(<@U0FOUNDER>, <@U0OMAROPS>\)/);
  expect(open).toMatch(/_No_ \(<@U0CLEOCFO>\)/);
  expect(await round([founder, omar])).not.toMatch(/\(<@/);
  expect(await round([founder])).toMatch(/_Yes_ \(<@U0FOUNDER>\)/);
});

test('answers given at once by all are all counted, and the result is told once', async () => {
  const { slack, founder, omar, cleo } = await company();
  const everybody = [founder, omar, cleo];
  await founder.types('/rolefit team check @fay.founder @omar.ops @cleo.finance', { channel: 'general' });
  const asked = await Promise.all(everybody.map(invited));
  await Promise.all(everybody.map((person, at) => answers(person, asked[at] as Message, { [GAP]: 'Yes' })));
  await stands(slack, /Blind team check, closed.*3 of 3 have answered/);
  await stands(slack, /Everybody has answered/);
  expect(
    founder.sees('general').filter(({ text }) => text.startsWith('Everybody has answered')),
  ).toHaveLength(1);
});

test('a check goes on after a restart', async () => {
  const { slack, founder, omar, startAgain } = await company();
  await founder.types('/rolefit team check @fay.founder @omar.ops', { channel: 'general' });
  await answers(founder, await invited(founder), { [GAP]: 'Yes' });
  await stands(slack, /1 of 2 have answered/);
  await startAgain();
  await answers(omar, await invited(omar), { [GAP]: 'No' });
  await stands(slack, /Blind team check, closed.*2 of 2 have answered/);
});

test('a member changes their answers while it is open, and finds what they said', async () => {
  const { slack, founder, omar } = await company();
  await founder.types('/rolefit team check @fay.founder @omar.ops', { channel: 'general' });
  const asked = await invited(founder);
  await answers(founder, asked, { [GAP]: 'Yes' });
  await founder.clicks(asked, 'Answer');
  expect(shown(await founder.awaitsModal())).toMatch(/pile up.*?initial_option.*?"Yes"/);
  await founder.fills(GAP, 'No');
  await founder.submits();
  await answers(omar, await invited(omar), { [GAP]: 'No' });
  expect(seen(await stands(slack, /Blind team check, closed/))).toContain(
    'ideas and plans become finished work',
  );
});

test('apps, guests, strangers and whoever cannot be written to are not asked, and the opener is told', async () => {
  const { slack, founder } = await company();
  const names = '@fay.founder @omar.ops @gita.guest @sven.stranger @cleo.finance @Rolefit';
  slack.faults.next('chat.postMessage', { error: 'messages_tab_disabled' });
  await founder.types(`/rolefit team check ${names}`, { channel: 'general' });
  const { text } = await founder.awaits('general');
  expect(text).not.toContain('I have asked');
  await founder.types(`/rolefit team check ${names}`, { channel: 'general' });
  const told = await founder.awaits('general', (message) => message.text.includes('I have asked'));
  expect(told.text).toMatch(/gita|U0GITAGST/i);
  expect(seen(told)).toMatch(/<@U0GITAGST> \(guests are not asked\)/);
  expect(seen(told)).toMatch(/<@U0SVENEXT> \(people of other companies/);
  expect(seen(told)).toMatch(/\(an app cannot answer\)/);
  await stands(slack, /0 of 3 have answered/);
});

test.each([
  ['/rolefit team check', 'Name the people to ask'],
  ['/rolefit team check @omar.ops', 'two people or more'],
  ['/rolefit team check @omar.ops @gita.guest', 'two people or more'],
])('"%s" is answered with how to ask', async (typed, words) => {
  const { founder } = await company();
  await founder.types(typed, { channel: 'general' });
  expect((await founder.awaits('general')).text).toContain(words);
});

test('where the app is not in the channel, it says how to invite it', async () => {
  const { founder } = await company();
  await founder.types('/rolefit team check @fay.founder @omar.ops', { channel: 'random' });
  expect((await founder.awaits('random')).text).toContain('/invite @Rolefit');
});

test('in a direct message, and in a channel where it may not speak, it says where to use it', async () => {
  const { founder } = await company();
  await founder.types('/rolefit team check @fay.founder @omar.ops', { channel: 'app' });
  expect((await founder.awaits('app')).text).toContain('Use this in a channel');
  await founder.types('/rolefit settings', { channel: 'general' });
  await founder.awaitsModal();
  await founder.fills('Channels that I may speak in', ['random']);
  await founder.submits();
  await founder.closes({ all: true });
  await founder.types('/rolefit team check @fay.founder @omar.ops', { channel: 'general' });
  expect((await founder.awaits('general')).text).toContain('I may not speak in this channel');
});

test('somebody who was not asked is told so', async () => {
  const { slack, founder, cleo } = await company();
  await founder.types('/rolefit team check @fay.founder @omar.ops', { channel: 'general' });
  await cleo.clicks(await stands(slack, /0 of 2 have answered/), 'Answer');
  await cleo.awaits('general', ({ text }) => text.includes('You were not asked'));
});

test('when the message in the channel was deleted, the result is posted anew', async () => {
  const { slack, founder, omar } = await company();
  await founder.types('/rolefit team check @fay.founder @omar.ops', { channel: 'general' });
  await answers(founder, await invited(founder), { [GAP]: 'Yes' });
  await stands(slack, /1 of 2 have answered/);
  slack.faults.next('chat.update', { error: 'message_not_found' });
  await answers(omar, await invited(omar), { [GAP]: 'Yes' });
  await stands(slack, /Blind team check, closed/);
});
