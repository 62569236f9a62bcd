import fc from 'fast-check';
import { weekly } from '../../src/digest/schedule.ts';
import { acceptGap } from '../../src/records/accepted-gaps.ts';
import { greetOnce } from '../../src/records/agent-greetings.ts';
import { noteAgentSession } from '../../src/records/agent-sessions.ts';
import { giveAnswerFeedback } from '../../src/records/answer-feedback.ts';
import { changeSettings } from '../../src/records/change-settings.ts';
import { giveFeedback, markShared, saveCheck } from '../../src/records/checks.ts';
import { changeDigest } from '../../src/records/digests.ts';
import { changeInterview } from '../../src/records/interviews.ts';
import { keepLongText } from '../../src/records/long-texts.ts';
import { pinAnswer } from '../../src/records/pinned-answers.ts';
import { noteQuestion } from '../../src/records/questions.ts';
import { editRoster } from '../../src/records/roster.ts';
import { writeRosterDraft } from '../../src/records/roster-drafts.ts';
import { answerTeamCheck, openTeamCheck } from '../../src/records/team-checks.ts';
import { followThread, noteThreadFacts, stopThread } from '../../src/records/threads.ts';
import type { Store } from '../../src/store/store.ts';

/** People who use a workspace, and the names that texts may call them by. */
export const PEOPLE = [
  { user: 'U0000000ADA', names: ['Ada Lovelace', 'Ada'] },
  { user: 'U00000000BO', names: ['Bo Åkesson'] },
  { user: 'U000000CHEN', names: ['陳大文'] },
] as const;
export type SomePerson = (typeof PEOPLE)[number];

/** Somebody does something, to which another belongs. */
export interface Happening {
  what: keyof typeof DEEDS;
  by: SomePerson;
  other: SomePerson;
  at: number;
}

const text = ({ by, other }: Happening): string =>
  `<@${by.user}> and <@${other.user}|x> of ${other.names[0]}'s team, ${by.names[0]}; budget (${other.user}).`;
const deed = ({ by, at }: Happening) => ({ by: by.user, at });
const fact = (happening: Happening) => ({
  name: 'companySize',
  value: happening.at % 100,
  source: 'extracted' as const,
  quote: text(happening),
});
const check = (happening: Happening) => ({
  verdict: `v${happening.at % 5}`,
  subject: 'situation' as const,
  facts: [fact(happening)],
  rulebook: '1',
  role: 'both' as const,
  types: [],
  rules: [],
  asker: happening.by.user,
  aboutPerson: happening.at % 2 === 0,
  at: happening.at,
  where: { channel: 'C1', thread: '1.2' },
});

type Deed = (store: Store, workspace: string, happening: Happening) => Promise<unknown>;

/** One deed for each place in which a record can hold a person. */
export const DEEDS = {
  settings: (store, workspace, h) =>
    changeSettings(store, workspace, deed(h), {
      managers: [h.by.user, h.other.user],
      llm: h.at % 2 === 0 ? { host: 'model.example' } : null,
    }),
  longText: (store, workspace, h) =>
    keepLongText(store, workspace, `v${h.at % 5}`, { asker: h.by.user, text: text(h) }),
  check: (store, workspace, h) => saveCheck(store, workspace, check(h)),
  feedback: (store, workspace, h) =>
    giveFeedback(store, workspace, check({ ...h, by: h.other }), deed(h), { helpful: true, reason: text(h) }),
  share: (store, workspace, h) =>
    markShared(store, workspace, check({ ...h, by: h.other }), deed(h), {
      channel: 'C1',
      ts: '1.3',
      team: {},
    }),
  interview: (store, workspace, h) =>
    changeInterview(store, workspace, `${workspace}:C1:${h.by.user}`, () => ({
      asker: h.by.user,
      subject: 'situation',
      facts: [fact(h)],
      asked: ['companySize'],
      skipped: [],
      state: 'asking',
      aboutPerson: false,
      heard: '1700000000.000100',
      since: h.at,
    })),
  thread: async (store, workspace, h) => {
    const place = { channel: 'C1', ts: `${h.at % 3}` };
    await followThread(store, workspace, place, deed(h), h.at + 1);
    await noteThreadFacts(store, workspace, place, [fact(h)]);
    await stopThread(store, workspace, place, { by: h.other.user, at: h.at });
  },
  teamCheck: async (store, workspace, h) => {
    const users = [h.by.user, h.other.user];
    const opened = { subject: 'situation' as const, channel: 'C1', questions: ['companySize'], users };
    const id = await openTeamCheck(store, workspace, deed(h), opened);
    await answerTeamCheck(store, workspace, id, {
      user: h.other.user,
      answers: { companySize: 9 },
      mayBeShown: true,
    });
  },
  agentSession: (store, workspace, h) =>
    noteAgentSession(
      store,
      workspace,
      { channel: `D-${h.by.user}`, thread: '1.2', user: h.by.user },
      { titled: true },
    ),
  greeting: (store, workspace, h) =>
    greetOnce(
      store,
      workspace,
      { channel: `D-${h.by.user}`, person: h.by.user, at: h.at },
      async () => undefined,
    ),
  answerFeedback: (store, workspace, h) =>
    giveAnswerFeedback(store, workspace, { channel: `D-${h.by.user}`, ts: '1.3' }, deed(h), {
      helpful: false,
      reason: text(h),
      passages: ['coo-is'],
    }),
  pinned: (store, workspace, h) =>
    pinAnswer(store, workspace, deed(h), { question: `Question ${h.at % 4}?`, answer: text(h) }),
  gap: (store, workspace, h) =>
    acceptGap(store, workspace, deed(h), {
      gap: `overloaded-owner:${h.at % 3}`,
      until: '2027-01-01',
      today: '2026-11-23',
    }),
  question: (store, workspace, h) =>
    noteQuestion(store, workspace, { passage: 'coo-daily-operation', asker: h.by.user, at: h.at }),
  rosterDraft: (store, workspace, h) =>
    writeRosterDraft(store, workspace, h.by.user, { text: text(h), isFile: false }),
  digest: async (store, workspace, h) => {
    const id = `d${h.at % 3}`;
    await changeDigest(
      store,
      workspace,
      id,
      () => ({
        id,
        channel: 'C1',
        owner: h.other.user,
        silentWhenUnchanged: false,
        schedule: weekly('UTC'),
        enterprise: null,
        settledUntil: h.at,
        dueAt: h.at,
        stopped: null,
        asked: { run: '2026-11-23T09:00', ...deed(h) },
      }),
      deed(h),
    );
  },
  rosterUser: (store, workspace, h) =>
    editRoster(store, workspace, deed(h), ({ members }) => ({
      members: [
        ...members.filter(({ id }) => id !== `m${h.at % 6}`),
        {
          id: `m${h.at % 6}`,
          ref:
            h.at % 2 === 0
              ? { kind: 'user', user: h.other.user }
              : { kind: 'person', name: h.other.names[0] },
          title: `Deputy of ${h.by.names[0]}`,
          owns: ['budget'],
          helps: [],
          load: 'right',
          work: text({ ...h, other: h.by }),
          cooTypes: [],
          successor: false,
        },
      ],
    })),
} satisfies Record<string, Deed>;

export const happenings = fc.array(
  fc.record({
    what: fc.constantFrom(...(Object.keys(DEEDS) as (keyof typeof DEEDS)[])),
    by: fc.constantFrom(...PEOPLE),
    other: fc.constantFrom(...PEOPLE),
    at: fc.integer({ min: 1_000, max: 2_000 }),
  }),
  { maxLength: 14 },
);

/** Lets all of it happen in a workspace, in order. */
export async function populate(store: Store, workspace: string, all: readonly Happening[]): Promise<void> {
  for (const happening of all) await DEEDS[happening.what](store, workspace, happening);
}

/** Everything of every kind, by each person of another. */
export const EVERYTHING: readonly Happening[] = PEOPLE.flatMap((by, n) =>
  (Object.keys(DEEDS) as (keyof typeof DEEDS)[]).map((what, m) => ({
    what,
    by,
    other: PEOPLE[(n + 1) % PEOPLE.length] ?? by,
    at: 1_000 + n * 20 + m,
  })),
);
