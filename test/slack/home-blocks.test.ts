import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareAnswers } from '../../src/advisor/team/blind-check.ts';
import { coverageOf } from '../../src/advisor/team/coverage.ts';
import type { Member } from '../../src/advisor/team/roster.ts';
import { viewContentOf } from '../../src/playground/views/view-check.ts';
import type { Check } from '../../src/records/checks.ts';
import { Settings } from '../../src/records/settings.ts';
import type { TeamCheck } from '../../src/records/team-checks.ts';
import { RETENTION_DAYS } from '../../src/retention.ts';
import { answerMessage } from '../../src/slack/blocks/answer.ts';
import { auditView } from '../../src/slack/blocks/audit-view.ts';
import { forgetView } from '../../src/slack/blocks/forget-view.ts';
import { homeView } from '../../src/slack/blocks/home.ts';
import { gapsView, type TeamPicture } from '../../src/slack/blocks/home-team.ts';
import { languageModelView } from '../../src/slack/blocks/language-model-view.ts';
import { MESSAGE_BLOCKS, MESSAGE_CHARACTERS, VIEW_BLOCKS } from '../../src/slack/blocks/limits.ts';
import type { Message } from '../../src/slack/blocks/message.ts';
import { pinView, writtenView } from '../../src/slack/blocks/pin-view.ts';
import { settingsView } from '../../src/slack/blocks/settings-view.ts';
import { askedMessage, invitationMessage, openCheckMessage } from '../../src/slack/blocks/team-check.ts';
import { resultMessage } from '../../src/slack/blocks/team-check-result.ts';
import { teamCheckView } from '../../src/slack/blocks/team-check-view.ts';
import { answerTo } from '../../src/slack/reply.ts';
import { theAdvisor } from '../support/advisor.ts';
import { AREA_IDS, aMember } from '../support/team.ts';

const advisor = theAdvisor();
const { rulebook, team } = advisor;

/** What may stand in `<...>`: a person, a channel, a time. Anything else came from somebody's text. */
const PINGS = /<(?!@[UW][A-Z0-9]+>|#[CGD][A-Z0-9]+>|!date\^)/;
const shownIn = (surface: object): string =>
  JSON.stringify(surface, (key, value) =>
    ['value', 'private_metadata', 'initial_value', 'initial_users', 'initial_conversations'].includes(key)
      ? undefined
      : value,
  );

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
  fc.constantFrom(
    '<!channel>',
    '<@UEVIL>|',
    '&',
    '*_~`',
    '🎉'.repeat(400),
    'שלום עולם',
    '漢'.repeat(3_000),
    '<!here>'.repeat(500),
    '&'.repeat(3_000),
  ),
);
const anyId = fc.oneof(fc.constantFrom('U0FOUNDER', 'a former member'), hostileText);

const anyMember = (id: string): fc.Arbitrary<Member> =>
  fc
    .record({
      ref: fc.oneof(
        fc.record({ kind: fc.constant('user' as const), user: anyId }),
        fc.record({ kind: fc.constant('person' as const), name: hostileText }),
        fc.record({ kind: fc.constant('open-seat' as const) }),
      ),
      title: fc.oneof(fc.constant(null), fc.constant('COO'), hostileText),
      owns: fc.subarray(AREA_IDS),
      load: fc.constantFrom(null, 'too-much' as const, 'light' as const),
    })
    .map((known) => aMember(id, known));
const anyTeam = (most: number): fc.Arbitrary<TeamPicture> =>
  fc
    .nat(most)
    .chain((count) => fc.tuple(...Array.from({ length: count + 1 }, (_, at) => anyMember(`m${at}`))))
    .map((members) => ({
      roster: { members },
      areas: team.areas,
      coverage: coverageOf({ members }, team.areas),
      gaps: team.gaps({ members }),
    }));

const anyCheck: fc.Arbitrary<Check> = fc
  .tuple(hostileText, fc.constantFrom('situation' as const, 'candidate' as const, 'job' as const))
  .map(([quote, subject]) => ({
    verdict: 'abc',
    subject,
    facts: [{ name: 'companySize', value: 14, source: 'extracted' as const, quote }],
    rulebook: '1',
    role: 'both' as const,
    types: [],
    rules: [],
    asker: 'U1',
    aboutPerson: false,
    at: 1_790_000_000_000,
    where: { channel: 'C1' },
    feedback: [],
    shared: null,
  }));

const anySettings = fc
  .record({
    mayManage: fc.boolean(),
    adminsAreKnown: fc.boolean(),
    managers: fc.array(fc.constantFrom('U0FOUNDER', 'U0OMAROPS'), { maxLength: 300 }),
    channels: fc.array(fc.constantFrom('C0GENERAL', 'G0SECRET'), { maxLength: 300 }),
    model: fc.option(fc.record({ name: fc.string(), host: fc.constantFrom('model.example', '<!here>') })),
    agreed: fc.option(fc.constantFrom('model.example', 'elsewhere.example')),
  })
  .map(({ mayManage, adminsAreKnown, managers, channels, model, agreed }) => ({
    settings: Settings.parse({
      managers,
      allowedChannels: channels,
      tone: 'warm',
      mentionOnly: true,
      llmConsent: agreed === null ? null : { by: 'U0FOUNDER', at: 1_700_000_000_000, host: agreed },
    }),
    rights: { mayManage, adminsAreKnown, isOutsider: false },
    keptDays: RETENTION_DAYS,
    model: model && { ...model, tokensPerDay: 1_000, tokensToday: 1 },
  }));

function expectAView(view: { type: string; blocks: readonly object[] }, kind: 'home' | 'modal'): void {
  viewContentOf(view, kind);
  expect(view.blocks.length).toBeLessThanOrEqual(VIEW_BLOCKS);
  expect(shownIn(view)).not.toMatch(PINGS);
}

function expectAMessage({ text, blocks }: Message): void {
  expect(text).not.toBe('');
  expect(blocks.length).toBeLessThanOrEqual(MESSAGE_BLOCKS);
  expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(MESSAGE_CHARACTERS);
  viewContentOf({ type: 'home', blocks }, 'home');
  expect(shownIn(blocks)).not.toMatch(PINGS);
}

test('whatever the team, the checks and the settings are, App Home and its windows can be shown and ping nobody', () => {
  fc.assert(
    fc.property(
      fc.option(anyTeam(12)),
      fc.array(anyCheck, { maxLength: 5 }),
      anySettings,
      fc.option(fc.constant('next')),
      (picture, checks, settings, next) => {
        expectAView(
          homeView({ team: picture, checks, settings, page: { isFirst: next === null, next } }),
          'home',
        );
        expectAView(settingsView(settings), 'modal');
        expectAView(languageModelView(settings, 'Words and 🎉 '.repeat(500)), 'modal');
        if (picture) expectAView(gapsView(picture, 0), 'modal');
      },
    ),
    { numRuns: 100 },
  );
});

test('of a check what reminds of it is shown, the same words once', () => {
  const fact = (quote: string) => ({ quote });
  const check = {
    subject: 'situation',
    role: 'implementer',
    at: 0,
    verdict: 'a',
    facts: ['Ideas pile up', 'Ideas pile up', 'nobody follows up'].map(fact),
  };
  const settings = fc.sample(anySettings, 1)[0];
  if (!settings) throw new Error('none drawn');
  const view = homeView({
    team: null,
    checks: [check as unknown as Check],
    settings,
    page: { isFirst: true, next: null },
  });
  expect(JSON.stringify(view)).toContain('“Ideas pile up”, “nobody follows up”');
});

test('a team of 200 fits, and each page of its gaps', () => {
  fc.assert(
    fc.property(anyTeam(200), anySettings, (picture, settings) => {
      expectAView(
        homeView({ team: picture, checks: [], settings, page: { isFirst: true, next: null } }),
        'home',
      );
      for (let from = 0; from <= picture.gaps.length; from += 20)
        expectAView(gapsView(picture, from), 'modal');
    }),
    { numRuns: 10 },
  );
});

test('whatever was changed, the list of changes can be shown and pings nobody', () => {
  const anyValue = fc.oneof(hostileText, fc.array(anyId, { maxLength: 30 }), fc.jsonValue());
  fc.assert(
    fc.property(
      fc.array(fc.record({ by: anyId, what: hostileText, from: anyValue, to: anyValue }), { maxLength: 15 }),
      (entries) => {
        const lines = entries.map(
          (entry) => ({ at: 1_790_000_000_000, ...entry }) as Parameters<typeof auditView>[0][number],
        );
        expectAView(auditView(lines, { isFirst: false, next: 'x' }), 'modal');
      },
    ),
  );
});

test('whatever is asked and written, written answers can be shown and ping nobody', () => {
  fc.assert(
    fc.property(hostileText, hostileText, anyId, fc.boolean(), (question, answer, author, mayPin) => {
      const written = {
        question: question.slice(0, 500),
        answer: answer.slice(0, 2_500),
        author,
        at: 1_790_000_000_000,
      };
      expectAMessage(answerMessage({ ...answerTo(advisor, question), written, mayPin }, advisor));
      expectAMessage(answerMessage({ ...answerTo(advisor, question), mayPin }, advisor));
      expectAView(pinView(written.question, answer, written), 'modal');
      expectAView(pinView(written.question, answer, undefined), 'modal');
      expectAView(writtenView([written], { isFirst: true, next: 'x' }), 'modal');
    }),
  );
  expectAView(forgetView(), 'modal');
});

test('a team check of any people with any answers can be shown, and names nobody who did not allow it', () => {
  const questions = rulebook.facts.filter(({ subjects }) => subjects.includes('situation')).slice(0, 10);
  const names = questions.map(({ name }) => name);
  const anyAnswers = fc.record(
    Object.fromEntries(
      questions.map(({ name, kind, choices = [] }) => [
        name,
        kind === 'choice'
          ? fc.constantFrom(null, ...choices.map(({ value }) => value))
          : kind === 'count'
            ? fc.constantFrom(null, 3, 900)
            : fc.constantFrom(null, true, false),
      ]),
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(anyAnswers, fc.boolean()), { minLength: 2, maxLength: 30 }), (all) => {
      const members = all.map(([answers, mayBeShown], at) => ({ user: `U${at}MEMBER`, answers, mayBeShown }));
      const check: TeamCheck = {
        subject: 'situation',
        openedBy: 'U0FOUNDER',
        at: 1,
        channel: 'C0GENERAL',
        message: '1.1',
        questions: names,
        members,
        state: 'open',
      };
      expectAMessage(openCheckMessage(check, 'id'));
      expectAMessage(invitationMessage(check, 'id'));
      expectAMessage(
        askedMessage(
          members.map(({ user }) => user),
          new Map([['U1', 'bot']]),
        ),
      );
      for (const member of members.slice(0, 2))
        expectAView(teamCheckView(check, 'id', member, rulebook), 'modal');
      const comparison = compareAnswers(
        rulebook,
        'situation',
        names,
        all.map(([answers]) => answers),
      );
      const advice = advisor.checkFacts('situation', comparison.agreed);
      const message = resultMessage(
        { check: { ...check, state: 'closed' }, comparison, advice },
        'id',
        advisor,
      );
      expectAMessage(message);
      const silent = members.filter(({ mayBeShown }) => !mayBeShown);
      const named = silent.length === 1 ? members : silent;
      for (const { user } of named) expect(JSON.stringify(message)).not.toContain(`<@${user}>`);
    }),
    { numRuns: 60 },
  );
});
