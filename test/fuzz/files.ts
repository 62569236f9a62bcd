import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { knowledgeReport } from '../../src/cli/knowledge.ts';
import { CalendarFileError, datesOfCalendar } from '../../src/digest/calendar-file.ts';
import { KNOWLEDGE_DIR } from '../../src/knowledge/open-advisor.ts';
import { readPassages } from '../../src/knowledge/passages.ts';
import { readRulebook } from '../../src/knowledge/rules.ts';
import { allKinds } from '../../src/records/all-kinds.ts';
import { pastePreview } from '../../src/slack/blocks/team-import-preview.ts';
import { readTable, tableOf, withTable } from '../../src/slack/roster-table.ts';
import { StoreError } from '../../src/store/errors.ts';
import { exportDocuments } from '../../src/store/export.ts';
import { importDocuments } from '../../src/store/import.ts';
import { aFolder, aKnowledge } from '../support/folders.ts';
import { all, aStore } from '../support/stores.ts';
import { team } from '../support/team.ts';
import { anyJson, mutated, mutatedText, NASTY, nastyText, someMutations, textMutation } from './hostile.ts';
import { pingIn, type Watch } from './watch.ts';

interface Share {
  runs: number;
  seed: number;
}

const { areas } = team;

const aTable = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(',', '\t', ';', '|'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.array(
        fc.array(
          fc.oneof(
            nastyText,
            fc.constantFrom('who', 'owns', '"', '""', 'open seat', '@U0123456', 'budget; scheduling'),
          ),
          { maxLength: 8 },
        ),
        { maxLength: 12 },
      ),
      fc.integer({ min: 1, max: 40 }),
    )
    .map(([cell, line, rows, times]) =>
      `${rows.map((row) => row.join(cell)).join(line)}${line}`.repeat(times).slice(0, 300_000),
    ),
  nastyText,
);

/** Tables of a team: read, shown before they are taken in, taken in and exported; no cell of an export is a formula. */
export async function fuzzTables(watch: Watch, { runs, seed }: Share): Promise<void> {
  let ids = 0;
  const newId = (): string => String(ids++);
  for (const text of fc.sample(aTable, { numRuns: runs, seed }))
    await watch.tries('tables', text, () => {
      const table = readTable(text, areas);
      const change = withTable({ members: [] }, table.rows, newId);
      const view = pastePreview(table, change, { channel: 'C1', areas, isFile: false });
      const ping = pingIn(view);
      if (ping !== undefined) watch.find('ping', ping);
      const csv = tableOf(change.roster, areas);
      const formula = /(?:^|,|\n|\r)"?[=+\-@\t\r](?!\n)[^,]*/.exec(
        csv
          .replaceAll('\r\n', '\n')
          .replace(/"(?:[^"]|"")*"/g, (cell) => (/^"[=+\-@\t\r]/.test(cell) ? cell : 'x')),
      );
      if (formula) watch.find('crash', `a formula in an export: ${formula[0]}`);
    });
}

const aCalendarLine = fc.oneof(
  nastyText.map((text) => `SUMMARY:${text}`),
  fc
    .tuple(
      fc.constantFrom('DTSTART', 'DTEND', 'RDATE', 'EXDATE', 'RECURRENCE-ID'),
      fc.constantFrom(';VALUE=DATE', '', ';TZID=Mars/X', ';VALUE=PERIOD'),
      fc.constantFrom(
        '20260105',
        '00010101',
        '99991231',
        '20261340',
        '20260105T000000',
        '20260105T000000Z',
        '',
        '-1',
        '20260105,20260106',
      ),
    )
    .map(([name, kind, value]) => `${name}${kind}:${value}`),
  fc
    .array(
      fc.constantFrom(
        'FREQ=DAILY',
        'FREQ=SECONDLY',
        'FREQ=MINUTELY',
        'FREQ=HOURLY',
        'FREQ=YEARLY',
        'FREQ=WEEKLY',
        'FREQ=',
        'COUNT=1000000000',
        'COUNT=-1',
        'INTERVAL=0',
        'INTERVAL=99999999999',
        'UNTIL=00010101',
        'UNTIL=x',
        'BYMONTHDAY=30',
        'BYMONTHDAY=-31',
        'BYMONTH=2',
        'BYDAY=MO,-53TU',
        'BYWEEKNO=53',
        'BYYEARDAY=366',
        'BYSETPOS=-1',
        'BYHOUR=25',
        'BYSECOND=1',
        'WKST=XX',
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((parts) => `RRULE:${parts.join(';')}`),
  fc.constantFrom(
    'BEGIN:VEVENT',
    'END:VEVENT',
    'BEGIN:VCALENDAR',
    'END:VCALENDAR',
    'BEGIN:VALARM',
    ' folded',
    'UID:1',
    'DURATION:P1D',
    'DURATION:P99999999999W',
    'DURATION:-P1D',
    'STATUS:CANCELLED',
    '__proto__:1',
    'X-A;__proto__=1:2',
  ),
);
const aCalendar = fc
  .tuple(
    fc.array(fc.array(aCalendarLine, { maxLength: 8 }), { maxLength: 6 }),
    fc.integer({ min: 1, max: 20 }),
    fc.array(textMutation, { maxLength: 1 }),
  )
  .map(([events, times, changes]) => {
    const written = events
      .map((lines) => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'].join('\r\n'))
      .join('\r\n');
    return mutatedText(`BEGIN:VCALENDAR\r\n${`${written}\r\n`.repeat(times)}END:VCALENDAR\r\n`, changes);
  });

/** Calendar files: dates within the range, or a sentence. */
export async function fuzzCalendars(watch: Watch, { runs, seed }: Share): Promise<void> {
  const range = { from: '2026-01-01', to: '2027-01-02' } as const;
  for (const text of fc.sample(aCalendar, { numRuns: runs, seed }))
    await watch.tries('calendars', text, () => {
      try {
        const { dates } = datesOfCalendar(text, range);
        const outside = dates.find(({ date }) => !(date >= range.from && date <= range.to));
        if (outside) watch.find('crash', `${outside.date} is outside`);
      } catch (error) {
        if (!(error instanceof CalendarFileError)) throw error;
      }
    });
}

const anExportLine = fc.oneof(
  fc
    .record({
      document: fc.record({
        kind: fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...allKinds.map(({ name }) => name)) },
          { weight: 1, arbitrary: nastyText },
        ),
        workspace: fc.oneof(fc.constantFrom('T0ACMESTD', 'T0BETA'), nastyText),
        id: nastyText,
        document: fc.oneof(
          fc.record({ version: fc.oneof(fc.constantFrom(1, 2), anyJson), data: anyJson }),
          anyJson,
        ),
      }),
      changes: someMutations,
    })
    .map(({ document, changes }) => mutated(document, changes)),
  nastyText.map((text) => text.replace(/[\r\n]/g, ' ')),
);

/** Files for `rolefit import`, with a good checksum and without: stored whole or refused; what was stored reads or is told. */
export async function fuzzImports(watch: Watch, { runs, seed }: Share): Promise<void> {
  const store = await aStore('sqlite');
  const folder = aFolder();
  const file = join(folder, 'backup.jsonl');
  const samples = fc.sample(
    fc.record({
      lines: fc.array(anExportLine, { maxLength: 4 }),
      isSummed: fc.integer({ min: 0, max: 9 }),
      edited: fc.boolean(),
    }),
    { numRuns: runs, seed },
  );
  for (const [at, { lines, isSummed, edited }] of samples.entries()) {
    const all_ = [JSON.stringify({ rolefit: 'export', format: 1 }), ...lines];
    const body = all_.map((line) => `${line}\n`).join('');
    const sha256 = isSummed === 0 ? 'x' : createHash('sha256').update(body).digest('hex');
    writeFileSync(file, `${body}${JSON.stringify({ end: true, documents: lines.length, sha256 })}\n`);
    await watch.tries('imports', body, async () => {
      try {
        await importDocuments(store.table, file, { edited });
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
      }
    });
    if (at % 200 === 199 || at === runs - 1)
      await watch.tries('imports', 'what was imported so far, read', async () => {
        for (const kind of allKinds)
          for (const workspace of ['T0ACMESTD', 'T0BETA']) await all(store.documents(kind, workspace).list());
        await exportDocuments(store.table, join(folder, `again-${at}.jsonl`));
        await store.eraseWorkspace('T0ACMESTD');
        await store.eraseWorkspace('T0BETA');
      });
  }
}

const FILES = ['rules', 'signals', 'passages'].flatMap((part) =>
  readdirSync(join(KNOWLEDGE_DIR, part), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:yaml|md)$/.test(name))
    .map((name) => join(part, name)),
);
const SPOILT = [...FILES, 'areas.yaml', 'gaps.yaml', 'facts.yaml', 'rulebook.yaml', 'search.yaml'];
const YAML = [
  ...NASTY,
  '&a [*a, *a]',
  '*a',
  '!!js/function "x"',
  '? {a: b} : c',
  '<<: *a',
  '- - - - - -',
  '"\\u0000"',
  '%YAML 9.9',
  '---\n---',
  '!<tag:x> y',
  '1: {__proto__: {x: 1}}',
  `${'{a: '.repeat(60)}1${'}'.repeat(60)}`,
  `&x0 a\n${Array.from({ length: 12 }, (_, n) => `x${n}: &x${n + 1} [${`*x${n}, `.repeat(9)}]`).join('\n')}`,
];
const aSpoiling = fc.record({
  file: fc.constantFrom(...SPOILT),
  changes: fc.array(
    fc.record({ at: fc.nat(100_000), how: fc.nat(5), by: fc.oneof(fc.constantFrom(...YAML), nastyText) }),
    { minLength: 1, maxLength: 3 },
  ),
});

/** Knowledge files, spoilt: faults with their lines, never an exception. One in a hundred goes through the whole check. */
export async function fuzzKnowledge(watch: Watch, { runs, seed }: Share): Promise<void> {
  const folder = aKnowledge();
  for (const [at, { file, changes }] of fc.sample(aSpoiling, { numRuns: runs, seed }).entries()) {
    const path = join(folder, file);
    const good = readFileSync(path, 'utf8');
    writeFileSync(path, mutatedText(good, changes));
    await watch.tries('knowledge', `${file} ${JSON.stringify(changes)}`, () => {
      if (at % 100 === 0) knowledgeReport(folder, folder);
      else if (file.startsWith('passages')) readPassages(join(folder, 'passages'));
      else readRulebook(folder);
    });
    writeFileSync(path, good);
  }
}
