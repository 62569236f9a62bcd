import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Member } from '../../src/advisor/team/roster.ts';
import { allKinds, houseKinds } from '../../src/records/all-kinds.ts';
import { listAudit } from '../../src/records/audit.ts';
import { changeSettings } from '../../src/records/change-settings.ts';
import { findCheck, giveFeedback, listChecks, markShared, saveCheck } from '../../src/records/checks.ts';
import { factsOf, recordedFacts } from '../../src/records/facts.ts';
import { changeInterview, readInterview } from '../../src/records/interviews.ts';
import { addTokens, noteTold, readTokens, tokenDay } from '../../src/records/llm-tokens.ts';
import { pinAnswer, pinnedAnswerTo, unpinAnswer } from '../../src/records/pinned-answers.ts';
import { editRoster, readRoster } from '../../src/records/roster.ts';
import { readSettings } from '../../src/records/settings.ts';
import {
  answerTeamCheck,
  closeTeamCheck,
  openTeamCheck,
  readTeamCheck,
} from '../../src/records/team-checks.ts';
import {
  followThread,
  isFollowed,
  noteThreadFacts,
  noteThreadVerdict,
  readThread,
  stopThread,
} from '../../src/records/threads.ts';
import { DAY_MS, RETAINED_KINDS } from '../../src/retention.ts';
import type { Store } from '../../src/store/store.ts';
import { theAdvisor } from '../support/advisor.ts';
import { aHome, aStore, BACKENDS, opened } from '../support/stores.ts';

const AT = Date.UTC(2026, 10, 25, 9);
const audit = async (store: Store, workspace = 'T1') =>
  (await listAudit(store, workspace, { limit: 100 })).documents.map(({ value }) => value);

const aCheck = (more: object = {}) => ({
  verdict: 'abc123abc123',
  subject: 'situation' as const,
  facts: [{ name: 'companySize', value: 14, source: 'extracted' as const, quote: '14 people' }],
  rulebook: '1',
  role: 'implementer' as const,
  types: [],
  rules: [],
  asker: 'UFOUNDER',
  aboutPerson: false,
  at: AT,
  where: { channel: 'D1' },
  ...more,
});

const aMember = (id: string, more: Partial<Member> = {}): Member => ({
  id,
  ref: { kind: 'user', user: `U${id}` },
  title: 'COO',
  owns: ['budget'],
  helps: [],
  load: 'right',
  work: null,
  cooTypes: [],
  successor: false,
  ...more,
});

describe.each(BACKENDS)('records on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

  onBackend('settings have defaults; each changed field is audited with who, when, from and to', async () => {
    const store = await aStore(backend);
    expect(await readSettings(store, 'T1')).toMatchObject({
      allowedChannels: null,
      tone: 'plain',
      managers: [],
    });
    await changeSettings(
      store,
      'T1',
      { by: 'UADMIN', at: AT },
      { tone: 'warm', managers: ['UOPS'], mentionOnly: false },
    );
    expect(await readSettings(store, 'T1')).toMatchObject({
      tone: 'warm',
      managers: ['UOPS'],
      mentionOnly: false,
    });
    expect(await audit(store)).toHaveLength(2);
    expect(await audit(store)).toEqual(
      expect.arrayContaining([
        { at: AT, by: 'UADMIN', what: 'settings.tone', from: 'plain', to: 'warm' },
        { at: AT, by: 'UADMIN', what: 'settings.managers', from: [], to: ['UOPS'] },
      ]),
    );
    expect(await audit(store, 'T2')).toEqual([]);
  });

  onBackend(
    'turning a language model on records who consented, when and to which host, off takes it back',
    async () => {
      const store = await aStore(backend);
      const on = await changeSettings(store, 'T1', { by: 'UADMIN', at: AT }, { llm: { host: 'one' } });
      const again = await changeSettings(store, 'T1', { by: 'UOPS', at: AT + 1 }, { llm: { host: 'one' } });
      const moved = await changeSettings(store, 'T1', { by: 'UOPS', at: AT + 2 }, { llm: { host: 'two' } });
      const off = await changeSettings(store, 'T1', { by: 'UOPS', at: AT + 3 }, { llm: null });
      const [first, second] = [
        { by: 'UADMIN', at: AT, host: 'one' },
        { by: 'UOPS', at: AT + 2, host: 'two' },
      ];
      expect([on, again, moved, off].map(({ llmConsent }) => llmConsent)).toEqual([
        first,
        first,
        second,
        null,
      ]);
      expect((await audit(store)).map(({ by, to }) => [by, to])).toEqual([
        ['UOPS', null],
        ['UOPS', second],
        ['UADMIN', first],
      ]);
    },
  );

  onBackend(
    'tokens of a day are added up by all at once, and the first alone is to tell of them',
    async () => {
      const store = await aStore(backend);
      const day = tokenDay(AT);
      await Promise.all([300, 500, -100, 41].map((tokens) => addTokens(store, 'T1', day, tokens)));
      const told = await Promise.all([1, 2, 3].map(() => noteTold(store, 'T1', day)));
      expect(told.filter(Boolean)).toHaveLength(1);
      expect(await addTokens(store, 'T1', day, 1)).toBe(742);
      expect(await readTokens(store, 'T1', day)).toEqual({ tokens: 742, told: true });
      expect(await readTokens(store, 'T1', tokenDay(AT + DAY_MS))).toMatchObject({ tokens: 0, told: false });
      expect(await readTokens(store, 'T2', day)).toMatchObject({ tokens: 0 });
    },
  );

  onBackend('settings changed at once by many are all kept, each with its line', async () => {
    const store = await aStore(backend);
    const changes = [
      { tone: 'warm' },
      { mentionOnly: true },
      { digestRights: 'everyone' },
      { llm: { host: 'one' } },
    ] as const;
    await Promise.all(
      changes.map((change, n) => changeSettings(store, 'T1', { by: `U${n}`, at: AT + n }, change)),
    );
    expect(await readSettings(store, 'T1')).toMatchObject({
      tone: 'warm',
      mentionOnly: true,
      digestRights: 'everyone',
    });
    expect((await audit(store)).map(({ what }) => what)).toEqual([
      'settings.llmConsent',
      'settings.digestRights',
      'settings.mentionOnly',
      'settings.tone',
    ]);
  });

  onBackend('the audit list is read in pages, newest first', async () => {
    const store = await aStore(backend);
    for (let n = 0; n < 7; n += 1)
      await changeSettings(store, 'T1', { by: 'UADMIN', at: AT + n }, { mentionOnly: n % 2 === 0 });
    const times: number[] = [];
    let after: string | null | undefined;
    do {
      const page = await listAudit(store, 'T1', { after: after ?? undefined, limit: 3 });
      times.push(...page.documents.map(({ value }) => value.at - AT));
      after = page.next;
    } while (after !== null);
    expect(times).toEqual([6, 5, 4, 3, 2, 1, 0]);
  });

  onBackend("a person's checks are listed newest first, and those of others are not", async () => {
    const store = await aStore(backend);
    for (const [n, verdict] of ['a', 'b', 'c'].entries())
      await saveCheck(store, 'T1', aCheck({ verdict, at: AT + n }));
    await saveCheck(store, 'T1', aCheck({ verdict: 'd', asker: 'UFOUNDER2', at: AT }));
    await saveCheck(store, 'T1', aCheck({ verdict: 'a', at: AT + 9 }));
    const first = await listChecks(store, 'T1', 'UFOUNDER', { limit: 2 });
    const rest = await listChecks(store, 'T1', 'UFOUNDER', { limit: 2, after: first.next ?? '' });
    expect([first, rest].map(({ documents }) => documents.map(({ value }) => value.verdict))).toEqual([
      ['a', 'c'],
      ['b'],
    ]);
    expect(rest.next).toBeNull();
  });

  onBackend(
    'a check of a person is found by its asker alone until it is shared; others by everyone',
    async () => {
      const store = await aStore(backend);
      const person = aCheck({ verdict: 'p', aboutPerson: true, subject: 'candidate' });
      await saveCheck(store, 'T1', person);
      await saveCheck(store, 'T1', aCheck({ verdict: 's' }));
      const found = async (verdict: string, reader: string, workspace = 'T1') =>
        (await findCheck(store, workspace, verdict, reader))?.asker;
      expect(await found('p', 'UFOUNDER')).toBe('UFOUNDER');
      expect(await found('p', 'UOTHER')).toBeUndefined();
      expect(await found('s', 'UOTHER')).toBe('UFOUNDER');
      expect(await found('s', 'UFOUNDER', 'T2')).toBeUndefined();
      await markShared(
        store,
        'T1',
        person,
        { by: 'UFOUNDER', at: AT },
        { channel: 'C1', ts: '1.2', team: {} },
      );
      expect(await found('p', 'UOTHER')).toBe('UFOUNDER');
    },
  );

  onBackend('words that were shared are not replaced by others that were not', async () => {
    const store = await aStore(backend);
    const facts = (quote: string) => [
      { name: 'companySize', value: 14, source: 'extracted' as const, quote },
    ];
    await saveCheck(store, 'T1', aCheck({ facts: facts('14 of us') }));
    await markShared(
      store,
      'T1',
      aCheck(),
      { by: 'UFOUNDER', at: AT },
      { channel: 'C1', ts: '1.2', team: {} },
    );
    await saveCheck(store, 'T1', aCheck({ facts: facts('14, and Omar is weak'), at: AT + 1 }));
    expect((await findCheck(store, 'T1', aCheck().verdict, 'UOTHER'))?.facts[0]?.quote).toBe('14 of us');
  });

  onBackend('feedback is one word a person, and stays when the check is asked for again', async () => {
    const store = await aStore(backend);
    await saveCheck(store, 'T1', aCheck());
    await giveFeedback(
      store,
      'T1',
      aCheck(),
      { by: 'UFOUNDER', at: AT },
      { helpful: false, reason: 'too long' },
    );
    await giveFeedback(store, 'T1', aCheck(), { by: 'UFOUNDER', at: AT + 1 }, { helpful: true });
    await saveCheck(store, 'T1', aCheck({ at: AT + 2 }));
    expect((await findCheck(store, 'T1', aCheck().verdict, 'UFOUNDER'))?.feedback).toEqual([
      { by: 'UFOUNDER', at: AT + 1, helpful: true },
    ]);
    expect(
      await giveFeedback(store, 'T1', aCheck({ verdict: 'none' }), { by: 'U1', at: AT }, { helpful: true }),
    ).toBeUndefined();
  });

  onBackend('a saved check is judged again with the same verdict from its facts', async () => {
    const store = await aStore(backend);
    const advisor = theAdvisor();
    const advice = advisor.check('We are 14 people, I keep having ideas and nothing gets finished');
    await saveCheck(store, 'T1', aCheck({ verdict: advice.id, facts: recordedFacts(advice.facts) }));
    const found = await findCheck(store, 'T1', advice.id, 'UFOUNDER');
    const again = advisor.checkFacts('situation', factsOf(found?.facts ?? []));
    expect([again.id, again.verdict]).toEqual([advice.id, advice.verdict]);
    expect(again.facts.map(({ evidence }) => evidence?.text)).toEqual(
      advice.facts.map(({ evidence }) => evidence?.text),
    );
  });

  onBackend('a pinned answer is found however its question is spelled, and by its passage', async () => {
    const store = await aStore(backend);
    const question = 'Who approves  the budget?';
    await pinAnswer(
      store,
      'T1',
      { by: 'UOPS', at: AT },
      { question, answer: 'Ada does.', passage: 'coo-duties' },
    );
    expect(await pinnedAnswerTo(store, 'T1', 'who approves THE budget')).toMatchObject({
      answer: 'Ada does.',
      author: 'UOPS',
    });
    await unpinAnswer(store, 'T1', { by: 'UOPS', at: AT + 1 }, question);
    await unpinAnswer(store, 'T1', { by: 'UOPS', at: AT + 2 }, question);
    expect(await pinnedAnswerTo(store, 'T1', question)).toBeUndefined();
    expect((await audit(store)).map(({ what }) => what)).toEqual([
      'pinned-answers.unpinned',
      'pinned-answers.pinned',
    ]);
  });

  onBackend('an interview goes on from where it was and ends', async () => {
    const store = await aStore(backend);
    const begun = {
      asker: 'U1',
      subject: 'situation' as const,
      facts: [],
      aboutPerson: false,
      asked: [],
      heard: '',
      skipped: [],
      state: 'asking' as const,
      since: AT,
    };
    await changeInterview(store, 'T1', 'T1:D1', () => begun);
    await changeInterview(
      store,
      'T1',
      'T1:D1',
      (now) => now && { ...now, asked: [...now.asked, 'companySize'] },
    );
    expect(await readInterview(store, 'T1', 'T1:D1')).toEqual({ ...begun, asked: ['companySize'] });
    await changeInterview(store, 'T1', 'T1:D1', () => null);
    expect(await readInterview(store, 'T1', 'T1:D1')).toBeUndefined();
  });

  onBackend('a thread is followed until its time or until it is stopped', async () => {
    const store = await aStore(backend);
    const place = { channel: 'C1', ts: '1.2', team: {} };
    const followed = async (at: number) => isFollowed(await readThread(store, 'T1', place), at);
    expect(await followed(AT)).toBe(false);
    await followThread(store, 'T1', place, { by: 'U1', at: AT }, AT + 10);
    await noteThreadFacts(store, 'T1', place, aCheck().facts);
    await noteThreadVerdict(store, 'T1', place, 'abc');
    expect([await followed(AT + 9), await followed(AT + 10)]).toEqual([true, false]);
    await stopThread(store, 'T1', place, { by: 'U2', at: AT + 1 });
    expect(await followed(AT + 2)).toBe(false);
    await followThread(store, 'T1', place, { by: 'U2', at: AT + 3 }, AT + 20, '1.3');
    expect(await readThread(store, 'T1', place)).toEqual({
      asker: 'U1',
      since: AT,
      until: AT + 20,
      stopped: null,
      facts: aCheck().facts,
      verdict: 'abc',
      answered: '1.3',
    });
  });

  onBackend('a team check takes answers of those asked, and closes with the last one', async () => {
    const store = await aStore(backend);
    const id = await openTeamCheck(
      store,
      'T1',
      { by: 'UOPS', at: AT },
      { subject: 'situation', channel: 'C1', questions: ['companySize'], users: ['U1', 'U2', 'U1'] },
    );
    const says = (user: string, companySize: number) =>
      answerTeamCheck(store, 'T1', id, { user, answers: { companySize }, mayBeShown: false });
    await Promise.all([says('U1', 10), says('UNOT_ASKED', 1)]);
    await says('U1', 12);
    expect(await readTeamCheck(store, 'T1', id)).toMatchObject({
      state: 'open',
      members: [
        { user: 'U1', answers: { companySize: 12 } },
        { user: 'U2', answers: null },
      ],
    });
    expect((await says('U2', 14))?.state).toBe('closed');
    await says('U1', 99);
    expect((await readTeamCheck(store, 'T1', id))?.members[0]?.answers).toEqual({ companySize: 12 });
    const other = await openTeamCheck(
      store,
      'T1',
      { by: 'UOPS', at: AT + 1 },
      { subject: 'situation', channel: 'C1', questions: ['companySize'], users: ['U1'] },
    );
    expect((await closeTeamCheck(store, 'T1', other))?.state).toBe('closed');
  });

  onBackend('twenty edits of one roster at once are all there, each audited without a name', async () => {
    const store = await aStore(backend);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        editRoster(store, 'T1', { by: 'UOPS', at: AT + n }, ({ members }) => ({
          members: [
            ...members,
            aMember(`m${n}`, { ref: { kind: 'person', name: `Zyx Wvu ${n}` }, work: 'calm' }),
          ],
        })),
      ),
    );
    expect(new Set((await readRoster(store, 'T1')).members.map(({ id }) => id)).size).toBe(20);
    const lines = await audit(store);
    expect(lines).toHaveLength(20);
    expect(JSON.stringify(lines)).not.toMatch(/Zyx|Wvu|calm/);
  });

  onBackend('an edit that fails or gives two members one id changes nothing and leaves no line', async () => {
    const store = await aStore(backend);
    const by = { by: 'UOPS', at: AT };
    const twice = editRoster(store, 'T1', by, () => ({ members: [aMember('a'), aMember('a')] }));
    await expect(twice).rejects.toMatchObject({ code: 'invalid_document' });
    const failing = editRoster(store, 'T1', by, () => {
      throw new RangeError('no');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await readRoster(store, 'T1')).toEqual({ members: [] });
    expect(await audit(store)).toEqual([]);
  });

  onBackend('a check is kept for the time configured, and for less where the workspace says so', async () => {
    const { store } = await opened({ ...(await aHome(backend)), retentionDays: { checks: 20 } });
    const deed = { by: 'UADMIN', at: AT };
    await changeSettings(store, 'T2', deed, { retentionDays: { checks: 10 } });
    await changeSettings(store, 'T3', deed, { retentionDays: { checks: 30 } });
    for (const workspace of ['T1', 'T2', 'T3']) await saveCheck(store, workspace, aCheck());
    const left = async () =>
      Promise.all(
        ['T1', 'T2', 'T3'].map(
          async (at) => (await listChecks(store, at, 'UFOUNDER', { limit: 5 })).documents.length,
        ),
      );
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      vi.setSystemTime(Date.now() + 9 * DAY_MS);
      expect(await left()).toEqual([1, 1, 1]);
      vi.setSystemTime(Date.now() + 2 * DAY_MS);
      expect(await left()).toEqual([1, 0, 1]);
      vi.setSystemTime(Date.now() + 10 * DAY_MS);
      expect(await left()).toEqual([0, 0, 0]);
    } finally {
      vi.useRealTimers();
    }
  });
});

test('every kind that a source file defines and that holds persons is in the list that forgetting goes through', () => {
  const src = join(import.meta.dirname, '../../src');
  const personal = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(join(src, file), 'utf8').matchAll(/defineKind\(\{\s*kind: '([^']+)'.*?\}\)/gs),
    ])
    .filter(([definition]) => !definition.includes("'holds no person'"))
    .map(([, name]) => name);
  const listed = [...allKinds, ...houseKinds].map(({ name }) => name);
  expect(personal.length).toBeGreaterThan(5);
  expect(personal.filter((name) => name === undefined || !listed.includes(name))).toEqual([]);
  expect(allKinds.at(-1)?.name).toBe('forgettings');
});

test('the kinds whose time can be configured are those that are kept for days', () => {
  expect(
    [
      ...new Set(
        allKinds
          .filter(({ ttlMs }) => ttlMs !== undefined && ttlMs >= DAY_MS)
          .map(({ retainedAs }) => retainedAs),
      ),
    ].sort(),
  ).toEqual(RETAINED_KINDS.toSorted());
});
