import { distance } from 'fastest-levenshtein';
import Papa from 'papaparse';
import type { Area } from '../advisor/team/area.ts';
import {
  emptyMember,
  LOADS,
  type Load,
  type Member,
  type MemberRef,
  type Roster,
} from '../advisor/team/roster.ts';

/** A roster holds this many members at most. */
export const MOST_MEMBERS = 500;
const MOST_WORK = 3_000;
const LONGEST_NAME = 100;
/** A cell names this many areas at most; there are some two dozen. */
const MOST_AREAS = 100;

const COLUMNS = ['who', 'title', 'owns', 'helps', 'load', 'work', 'successor'] as const;
type Column = (typeof COLUMNS)[number];
/** What else the columns may be called. */
const ALSO: Readonly<Record<string, Column>> = {
  name: 'who',
  member: 'who',
  person: 'who',
  employee: 'who',
  user: 'who',
  'job title': 'title',
  role: 'title',
  areas: 'owns',
  'areas owned': 'owns',
  'responsible for': 'owns',
  responsibilities: 'work',
  'helps with': 'helps',
  'areas helped': 'helps',
  workload: 'load',
  description: 'work',
};
const OPEN_SEAT = /^(?:an? )?open seat$/i;
const USER = /^<?@?([UW][A-Z0-9]{6,})(?:\|[^>]*)?>?$/;
const YES = /^(?:yes|y|true|x|1)$/i;

/** What is read of an area: its name, and other words for it. */
export type KnownArea = Pick<Area, 'id' | 'label' | 'terms'>;

/** Something that is wrong in a table, at a line as its author counts them; and whom the line names, if anybody. */
export interface TableFault {
  line: number;
  who?: string;
  words: string;
  /** It names an area that is not known. */
  isArea?: true;
}

/** A row of a table: what it says of somebody; undefined where it has no such column. */
export interface TableRow {
  ref: MemberRef;
  title?: string | null;
  owns?: string[];
  helps?: string[];
  load?: Load | null;
  work?: string | null;
  successor?: boolean;
}

export interface RosterTable {
  rows: TableRow[];
  faults: TableFault[];
  /** Headings of columns that say nothing of a team. */
  leftOut: string[];
}

/**
 * Reads a table of members, as CSV or as it is copied from a spreadsheet: with a line of headings, or with the columns who,
 * title, owns, helps, load, work in this order. Areas stand by their names, with semicolons between them. Never throws: what
 * cannot be read is told line by line.
 */
export function readTable(text: string, areas: readonly KnownArea[]): RosterTable {
  const faults: TableFault[] = [];
  const rows: TableRow[] = [];
  const seen = new Map<string, number>();
  const lines = linesOf(text, faults);
  const [first] = lines;
  const headings = first ? headingsOf(first.cells) : null;
  const columns = headings ?? COLUMNS.slice();
  for (const { line, cells } of headings ? lines.slice(1) : lines) {
    const who = cells[columns.indexOf('who')]?.slice(0, LONGEST_NAME);
    const fault: Fault = (words, more) => void faults.push({ line, ...(who && { who }), words, ...more });
    const row = rowOf(cells, columns, areas, fault);
    if (!row) continue;
    const key = keyOf(row.ref);
    const before = key === null ? undefined : seen.get(key);
    if (before !== undefined) fault(`This is somebody who stands in line ${before} already.`);
    if (key !== null) seen.set(key, line);
    rows.push(row);
  }
  if (rows.length === 0 && faults.length === 0)
    faults.push({ line: 1, words: 'There is nobody in this table.' });
  if (rows.length > MOST_MEMBERS || lines.length > MOST_LINES)
    faults.push({ line: 1, words: `A team has ${MOST_MEMBERS} members at most.` });
  const leftOut = (headings ?? []).flatMap((column, at) =>
    column ? [] : (first?.cells[at]?.slice(0, LONGEST_NAME) ?? []),
  );
  return { rows, faults, leftOut: leftOut.filter((heading) => heading !== '') };
}

type Fault = (words: string, more?: Pick<TableFault, 'isArea'>) => void;

interface Line {
  line: number;
  cells: string[];
}

/** Members and a line of headings. What is longer is not read to its end. */
const MOST_LINES = MOST_MEMBERS + 1;

function linesOf(text: string, faults: TableFault[]): Line[] {
  const lines: Line[] = [];
  let read = 0;
  let line = 1;
  const clean = text.replace(/^\uFEFF/, '');
  const ends = clean.matchAll(/\r\n|\r|\n/g);
  let end = ends.next().value;
  Papa.parse<string[]>(clean, {
    delimiter: delimiterOf(clean),
    step({ data, errors, meta }, parser) {
      // A quoted cell may go over several lines.
      for (; end && end.index + end[0].length <= read; end = ends.next().value) line += 1;
      read = meta.cursor;
      for (const { code } of errors)
        if (code === 'MissingQuotes' || code === 'InvalidQuotes')
          faults.push({ line, words: 'A quotation mark is not closed here.' });
      const cells = data.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== '')) lines.push({ line, cells });
      if (lines.length > MOST_LINES) parser.abort();
    },
  });
  return lines;
}

/** Semicolons stand between areas, so that they part columns only where nothing else does. */
function delimiterOf(text: string): string {
  const [first = ''] = text.trimStart().split(/[\r\n]/, 1);
  return ['\t', ',', ';'].find((sign) => first.includes(sign)) ?? ',';
}

/** Of columns that mean the same the first counts. One heading that is not the first cell may be somebody's title: "Employee". */
function headingsOf(cells: readonly string[]): (Column | null)[] | null {
  const meant = cells.map((cell): Column | null => {
    const name = cell.toLowerCase();
    return (
      COLUMNS.find((column) => column === name) ?? (Object.hasOwn(ALSO, name) ? (ALSO[name] ?? null) : null)
    );
  });
  const named = meant.map((column, at) => (meant.indexOf(column) === at ? column : null));
  const isHeading = named[0] === 'who' || (named.includes('who') && named.filter(Boolean).length > 1);
  return isHeading ? named : null;
}

function rowOf(
  cells: readonly string[],
  columns: readonly (Column | null)[],
  areas: readonly KnownArea[],
  fault: Fault,
): TableRow | null {
  const cell = (column: Column): string | undefined => {
    const at = columns.indexOf(column);
    return at < 0 ? undefined : (cells[at] ?? '');
  };
  if (cells.length > columns.length && cells.slice(columns.length).some((extra) => extra !== ''))
    fault(
      `There are ${cells.length} cells, but ${columns.length} columns. Put areas in one cell, with semicolons between.`,
    );
  const who = cell('who') ?? '';
  if (who === '') {
    fault('It says nobody’s name. Write a name, a Slack id such as @U0123456, or “open seat”.');
    return null;
  }
  const row: TableRow = { ref: refOf(who) };
  const title = cell('title');
  if (title !== undefined) row.title = title || null;
  const [owns, helps] = [cell('owns'), cell('helps')];
  if (owns !== undefined) row.owns = areasIn(owns, areas, fault);
  if (helps !== undefined) row.helps = areasIn(helps, areas, fault);
  const load = cell('load');
  if (load !== undefined) row.load = loadOf(load, fault);
  const work = cell('work');
  if (work !== undefined) row.work = work.slice(0, MOST_WORK) || null;
  const successor = cell('successor');
  if (successor !== undefined) row.successor = YES.test(successor);
  return row;
}

function refOf(who: string): MemberRef {
  if (OPEN_SEAT.test(who)) return { kind: 'open-seat' };
  const user = USER.exec(who)?.[1];
  return user === undefined ? { kind: 'person', name: who.slice(0, LONGEST_NAME) } : { kind: 'user', user };
}

function areasIn(cell: string, areas: readonly KnownArea[], fault: Fault): string[] {
  const names = cell
    .split(/[;|\n]/)
    .map((name) => name.trim().slice(0, LONGEST_NAME))
    .filter((name) => name !== '');
  if (names.length > MOST_AREAS) fault(`A cell names ${MOST_AREAS} areas at most.`);
  const ids = names.slice(0, MOST_AREAS).flatMap((name) => {
    const wanted = name.toLowerCase();
    const found = areas.find(({ id, label }) => id === wanted || label.toLowerCase() === wanted);
    if (found) return [found.id];
    const meant = nearestTo(wanted, areas);
    fault(`“${name}” is no area that I know.${meant ? ` Did you mean “${meant.label}”?` : ''}`, {
      isArea: true,
    });
    return [];
  });
  return [...new Set(ids)];
}

/** The area that is called much like this, by its name or another word for it, if any is. */
function nearestTo(wanted: string, areas: readonly KnownArea[]): KnownArea | undefined {
  const steps = ({ label, terms }: KnownArea): number =>
    Math.min(...[label, ...terms].map((word) => distance(wanted, word.toLowerCase())));
  const [nearest] = areas.map((area) => ({ area, steps: steps(area) })).sort((a, b) => a.steps - b.steps);
  return nearest && nearest.steps <= wanted.length / 3 ? nearest.area : undefined;
}

function loadOf(cell: string, fault: (words: string) => void): Load | null {
  const wanted = cell.toLowerCase().replaceAll(' ', '-');
  const load = LOADS.find((one) => one === wanted) ?? null;
  if (load === null && cell !== '')
    fault(`“${cell.slice(0, LONGEST_NAME)}” is no load. Write light, right or too much.`);
  return load;
}

/** What tells two people apart; open seats are never the same. */
const keyOf = (ref: MemberRef): string | null =>
  ref.kind === 'user' ? ref.user : ref.kind === 'person' ? ref.name.toLowerCase() : null;

/** What a table makes of a roster. */
export interface TableChange {
  roster: Roster;
  added: Member[];
  changed: { before: Member; now: Member }[];
}

/**
 * The roster with a table taken in: who is there is changed as far as the table has columns for it, others are added. An open
 * seat is there when it has the same title. Nobody is removed.
 */
export function withTable({ members }: Roster, rows: readonly TableRow[], newId: () => string): TableChange {
  const after = [...members];
  const added: Member[] = [];
  const changed: TableChange['changed'] = [];
  for (const { ref, ...said } of rows) {
    const at = after.findIndex((member) =>
      ref.kind === 'open-seat'
        ? member.ref.kind === 'open-seat' && member.title === (said.title ?? null)
        : keyOf(member.ref) === keyOf(ref),
    );
    const before = after[at];
    if (!before) {
      const member = { ...emptyMember(newId(), ref), ...said };
      after.push(member);
      added.push(member);
      continue;
    }
    const now: Member = { ...before, ...said };
    if (JSON.stringify(now) === JSON.stringify(before)) continue;
    after[at] = now;
    changed.push({ before, now });
  }
  return { roster: { members: after }, added, changed };
}

/** How cells begin that a spreadsheet would reckon; the package's own sign for it misses cells of several lines. */
const FORMULA = /^[=+\-@\t\r]/;

/** The roster as CSV, which `readTable` reads again; no cell is a formula to a spreadsheet. */
export function tableOf({ members }: Roster, areas: readonly Pick<Area, 'id' | 'label'>[]): string {
  const labels = new Map(areas.map(({ id, label }) => [id, label]));
  const named = (ids: readonly string[]): string => ids.map((id) => labels.get(id) ?? id).join('; ');
  const rows = members.map(({ ref, title, owns, helps, load, work, successor }) => [
    ref.kind === 'user' ? `<@${ref.user}>` : ref.kind === 'person' ? ref.name : 'open seat',
    title ?? '',
    named(owns),
    named(helps),
    load?.replace('-', ' ') ?? '',
    work ?? '',
    successor ? 'yes' : '',
  ]);
  return Papa.unparse([[...COLUMNS], ...rows], { escapeFormulae: FORMULA, newline: '\r\n' });
}
