import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Drift } from '../../src/advisor/drift.ts';
import type { Member } from '../../src/advisor/team/roster.ts';
import { standing } from '../../src/advisor/team/standing.ts';
import { coverageChart } from '../../src/digest/chart.ts';
import { digestContent } from '../../src/digest/content.ts';
import { coverageDay } from '../../src/digest/coverage-trend.ts';
import { weekly } from '../../src/digest/schedule.ts';
import type { MadeDigest } from '../../src/digest-runner/make-digest.ts';
import { checkBlocks } from '../../src/playground/blocks-check.ts';
import { viewContentOf } from '../../src/playground/views/view-check.ts';
import { digestsView } from '../../src/slack/blocks/digest-list-view.ts';
import { digestMessage } from '../../src/slack/blocks/digest-message.ts';
import { gapsView } from '../../src/slack/blocks/team-gaps-view.ts';
import { pastePreview } from '../../src/slack/blocks/team-import-preview.ts';
import { memberView } from '../../src/slack/blocks/team-member-view.ts';
import { pasteView } from '../../src/slack/blocks/team-paste-view.ts';
import { teamView } from '../../src/slack/blocks/team-view.ts';
import { readTable, withTable } from '../../src/slack/roster-table.ts';
import { teamNames } from '../../src/slack/team-names.ts';
import { advisor, MONDAY } from '../support/digests.ts';
import { AREA_IDS, aCoveredTeam, aMember } from '../support/team.ts';

const { team } = advisor;
const DATE = '2026-11-23';
const PINGS = /<!|<#|<http/;

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
  fc.constantFrom('<!channel>', '*_~`', 'x'.repeat(3_000), '&lt;', '\n'),
);
const someIds = fc.subarray(AREA_IDS);
const members = fc
  .array(
    fc.record({
      ref: fc.oneof(
        fc.constant({ kind: 'user' as const, user: 'U0FOUNDER' }),
        hostileText.map((name) => ({ kind: 'person' as const, name })),
        fc.constant({ kind: 'open-seat' as const }),
      ),
      title: fc.option(fc.oneof(hostileText, fc.constantFrom('COO', 'Implementer'))),
      owns: someIds,
      helps: someIds,
      load: fc.constantFrom('light' as const, 'right' as const, 'too-much' as const, null),
      work: fc.option(hostileText),
    }),
    { maxLength: 60 },
  )
  .map((all) => all.map((known, n) => aMember(`m${n}`, known)));

const someDrift: Drift[] = Array.from({ length: 5 }, (_, n) => ({
  verdict: `verdict${n}`,
  subject: 'situation',
  from: { role: 'implementer', types: [] },
  to: { role: 'both', types: ['executor'] },
  causes: [{ kind: 'new-fact', fact: 'dailyBusinessUnled', from: null, to: true }],
}));

/** The digest of a team, after one of another team. */
function aDigestOf(now: readonly Member[], before: readonly Member[] | null): MadeDigest {
  const roster = { members: now };
  const standingOf = (of: readonly Member[]) => standing(team.gaps({ members: of }), [], DATE);
  const day = coverageDay(DATE, roster, team.areas);
  const content = digestContent({
    date: DATE,
    members: now.length,
    standing: standingOf(now),
    last: before && { date: '2026-11-16', standing: standingOf(before) },
    areas: team.areas,
    coverage: [day],
    asked: [],
    drift: someDrift,
    silentWhenUnchanged: false,
  });
  const snapshot = { open: [], resting: [], coverage: {}, drift: [] };
  return { content, roster, now: MONDAY, chart: coverageChart(content.coverage), snapshot };
}

const digest = { id: 'd', owner: 'U0OMAROPS', schedule: weekly('Europe/Berlin') };

test('whatever the team, its digest is one message that Slack takes, and pings no channel', () => {
  fc.assert(
    fc.property(members, fc.option(members), (now, before) => {
      const message = digestMessage(aDigestOf(now, before), digest, advisor, 'F0PICTURE');
      expect(checkBlocks(message.blocks)).toMatchObject({ wrongs: [], tooLong: false });
      expect(JSON.stringify(message)).not.toMatch(PINGS);
    }),
    { numRuns: 60 },
  );
});

test('how much a gap matters is said in the same words in a digest and among the gaps', () => {
  const members = [aMember('Ada', { owns: ['budget'] })];
  const said = JSON.stringify(digestMessage(aDigestOf(members, null), digest, advisor, null).blocks);
  expect(said).toContain('*new, pressing:* Nobody owns Daily operation.');
  const stands = standing(team.gaps({ members }), [], DATE);
  const names = teamNames({ members }, team.areas);
  const gaps = JSON.stringify(
    gapsView(stands, names, { channel: 'C1', today: DATE, members: 1, mayEdit: true }),
  );
  for (const words of [':red_circle: Pressing', ':large_orange_circle: Worth a look', ':white_circle: Minor'])
    expect(gaps).toContain(words);
});

test('a team in which everything is covered is told so, and nothing is suggested', () => {
  const said = JSON.stringify(digestMessage(aDigestOf(aCoveredTeam(), null), digest, advisor, null).blocks);
  expect(said).toContain('No gaps.');
  expect(said).toContain('Nothing is left uncovered. Well done.');
  expect(said).not.toContain('*Next:*');
});

test('a week in which nothing changed is two lines and a button', () => {
  const members = [aMember('Ada', { owns: ['budget'] })];
  const { blocks } = digestMessage(
    {
      ...aDigestOf(members, members),
      content: { ...aDigestOf(members, members).content, form: 'two-lines' },
    },
    digest,
    advisor,
    null,
  );
  expect(blocks.map(({ type }) => type)).toEqual(['section', 'section', 'actions', 'context']);
  expect(JSON.stringify(blocks[0])).toMatch(/\*Team digest\*: \d+ gaps, nothing new since 16 Nov\./);
});

test('whatever the team, its windows are such as Slack takes', () => {
  fc.assert(
    fc.property(members, fc.integer({ min: -1, max: 9 }), fc.boolean(), (all, page, mayEdit) => {
      const roster = { members: all };
      const names = teamNames(roster, team.areas);
      const stands = standing(team.gaps(roster), [], DATE);
      const views = [
        teamView({ roster, areas: team.areas, gaps: 3, mayEdit }, { channel: 'C1', page }),
        gapsView(stands, names, { channel: 'C1', today: DATE, members: all.length, mayEdit }),
        ...all
          .slice(0, 3)
          .map((member) =>
            memberView(
              member,
              { channel: 'C1', page: 0, kind: member.ref.kind, revision: 1, id: member.id },
              team.areas,
            ),
          ),
      ];
      for (const view of views) viewContentOf(view, 'modal');
    }),
    { numRuns: 40 },
  );
});

test('whatever is pasted, its preview is a window that Slack takes', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { maxLength: 40 }), (lines) => {
      const table = readTable(lines.join('\n'), team.areas);
      const change = withTable({ members: [] }, table.rows, randomUUID);
      viewContentOf(
        pastePreview(table, change, { channel: 'C1', areas: team.areas, isFile: false }),
        'modal',
      );
    }),
  );
});

test('before a table is brought, its window shows one and names all areas', () => {
  const view = pasteView({ channel: 'C1', lines: 0, areas: team.areas });
  viewContentOf(view, 'modal');
  const [example] = /```\n?([\s\S]*?)```/.exec(JSON.stringify(view).replaceAll('\\n', '\n'))?.slice(1) ?? [];
  expect(readTable(example ?? '', team.areas)).toMatchObject({
    faults: [],
    leftOut: [],
    rows: [{ owns: ['budget', 'tough-decisions'] }, {}, { ref: { kind: 'open-seat' } }],
  });
  for (const { label } of team.areas) expect(JSON.stringify(view)).toContain(label);
});

test('where areas are not known all are named; columns that were left out, too', () => {
  const shown = (text: string): string => {
    const table = readTable(text, team.areas);
    const change = withTable({ members: [] }, table.rows, randomUUID);
    return JSON.stringify(pastePreview(table, change, { channel: 'C1', areas: team.areas, isFile: false }));
  };
  expect(shown('who,owns\nAda,Vision')).toContain('Standing in for the CEO');
  expect(shown('who,load\nAda,heavy')).not.toContain('Standing in for the CEO');
  expect(shown('who,Start <date>\nAda,2024')).toContain('Left out: “Start &lt;date&gt;”');
});

test('forty digests fit into the list', () => {
  const digests = Array.from({ length: 40 }, (_, n) => ({
    ...digest,
    id: `d${n}`,
    channel: 'C1',
    silentWhenUnchanged: false,
    enterprise: null,
    settledUntil: MONDAY,
    dueAt: MONDAY,
    stopped: n % 2 === 0 ? { why: 'uninstalled' as const, at: MONDAY } : null,
    asked: null,
  }));
  const { blocks } = viewContentOf(
    digestsView({ digests, now: MONDAY, mayEdit: true, channel: 'C1', notice: 'Saved.' }),
    'modal',
  );
  const shown = JSON.stringify(blocks);
  expect(digests.filter(({ id }) => !shown.includes(`"edit:${id}"`))).toEqual([]);
});

test('who is judged is not named in a channel; who is overloaded is mentioned as the roster has them', () => {
  const judged = aMember('omar', {
    ref: { kind: 'user', user: 'U0OMAROPS' },
    title: 'Chief Operating Officer',
    owns: ['scheduling', 'records', 'reporting'],
  });
  const busy = aMember('gita', {
    ref: { kind: 'user', user: 'U0GITAGST' },
    load: 'too-much',
    owns: ['budget'],
  });
  const gaps = team.gaps({ members: [judged, busy] });
  expect(gaps.map(({ kind }) => kind)).toContain('executive-doing-hands-on-work');
  const made = aDigestOf([judged, busy], null);
  const only = (kind: string): MadeDigest => ({
    ...made,
    content: {
      ...made.content,
      action: null,
      gaps: { ...made.content.gaps, new: made.content.gaps.new.filter((gap) => gap.kind === kind) },
    },
  });
  const said = (kind: string): string =>
    JSON.stringify(digestMessage(only(kind), { ...digest, owner: 'U0FOUNDER' }, advisor, null).blocks);
  expect(said('executive-doing-hands-on-work')).toContain('Somebody has an executive');
  expect(said('executive-doing-hands-on-work')).not.toContain('U0OMAROPS');
  expect(said('overloaded-owner')).toContain('<@U0GITAGST>');
});
