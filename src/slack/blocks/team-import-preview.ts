import type { KnownBlock, ModalView } from '@slack/types';
import type { Area } from '../../advisor/team/area.ts';
import type { Member } from '../../advisor/team/roster.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import type { RosterTable, TableChange, TableFault } from '../roster-table.ts';
import { memberName } from '../team-names.ts';
import { button } from './button.ts';
import { clipMrkdwn, context, escapeMrkdwn, section } from './mrkdwn.ts';
import { areaNames } from './team-paste-view.ts';
import { LOAD_WORDS } from './team-view.ts';
import { viewOf } from './view.ts';

/** Lines of a preview that share a block, and of how many characters each is at most: together within a section. */
const LINES_A_BLOCK = 15;
const LINE_LENGTH = 190;
/** More lines than these are told as a number. */
const MOST_FAULTS = 150;

interface Shown {
  channel: string;
  areas: readonly Pick<Area, 'id' | 'label'>[];
  /** The table came as a file, which has no next part. */
  isFile: boolean;
  /** It was pasted, and fits into a field again. */
  mayMend?: boolean;
}

/** What a table would do to the team, and what is wrong in it; it can be confirmed only when nothing is. */
export function pastePreview(
  { rows, faults, leftOut }: RosterTable,
  change: Pick<TableChange, 'added' | 'changed'>,
  { channel, areas, isFile, mayMend = false }: Shown,
): ModalView {
  const isGood = faults.length === 0;
  const count = change.added.length + change.changed.length;
  return viewOf({
    title: 'This is what I read',
    callbackId: VIEWS.pastePreview,
    ...(isGood && count > 0 ? { submit: `Take in ${count}` } : {}),
    close: 'Cancel',
    remembers: { channel },
    blocks: [
      ...(isGood ? changeBlocks(rows.length, change, areas) : faultBlocks(faults, areas)),
      ...(leftOut.length > 0 ? [context(leftOutWords(leftOut))] : []),
      {
        type: 'actions',
        elements: [
          ...(isFile ? [] : [button(ACTIONS.teamPaste, 'Paste the next part', 'more')]),
          ...(isGood || !mayMend ? [] : [button(ACTIONS.teamPasteMend, 'Mend it here', 'mend')]),
          button(ACTIONS.teamPasteDrop, isFile ? 'Choose another file' : 'Begin anew', 'drop'),
        ],
      },
    ],
  });
}

function changeBlocks(
  rows: number,
  { added, changed }: Pick<TableChange, 'added' | 'changed'>,
  areas: Shown['areas'],
): KnownBlock[] {
  if (added.length + changed.length === 0)
    return [section(`*All ${rows} are in the team already, just so.* There is nothing to take in.`)];
  const same = rows - added.length - changed.length;
  const counts = [
    `${added.length} new`,
    `${changed.length} changed`,
    ...(same > 0 ? [`${same} as they are`] : []),
  ];
  const labels = new Map(areas.map(({ id, label }) => [id, label]));
  return [
    section(
      `*${rows} ${rows === 1 ? 'line' : 'lines'}: ${counts.join(', ')}.* Nobody is removed. Nothing is saved yet.`,
    ),
    ...listBlocks(
      '*Changed*',
      changed.map(({ before, now }) => changeLine(before, now, labels)),
    ),
    ...listBlocks(
      '*New*',
      added.map((member) => memberLine(member, labels)),
    ),
  ];
}

function faultBlocks(faults: readonly TableFault[], areas: Shown['areas']): KnownBlock[] {
  const lines = new Set(faults.map(({ line }) => line)).size;
  const more = faults.length - MOST_FAULTS;
  return [
    section(
      `*${lines === 1 ? 'One line is' : `${lines} lines are`} wrong, so nothing is taken in.* Mend ${lines === 1 ? 'it' : 'them'} in the table and bring it again.`,
    ),
    ...listBlocks('', faults.slice(0, MOST_FAULTS).map(faultLine)),
    ...(more > 0 ? [context(`and ${more} more like these.`)] : []),
    ...(faults.some(({ isArea }) => isArea) ? [context(areaNames(areas))] : []),
  ];
}

/** Columns that are told to be left out. */
const MOST_LEFT_OUT = 10;

const leftOutWords = (leftOut: readonly string[]): string => {
  const named = leftOut
    .slice(0, MOST_LEFT_OUT)
    .map((heading) => clipMrkdwn(escapeMrkdwn(heading), LINE_LENGTH));
  return `Left out: “${named.join('”, “')}”. I read the columns who, title, owns, helps, load, work and successor.`;
};

/** Lines with a heading, many to a block. */
function listBlocks(heading: string, lines: readonly string[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (let at = 0; at < lines.length; at += LINES_A_BLOCK) {
    const some = lines.slice(at, at + LINES_A_BLOCK).map((line) => clipMrkdwn(line, LINE_LENGTH));
    blocks.push(section([...(at === 0 && heading !== '' ? [heading] : []), ...some].join('\n')));
  }
  return blocks;
}

const faultLine = ({ line, who, words }: TableFault): string =>
  `*Line ${line}*${who ? `, ${escapeMrkdwn(who)}` : ''}: ${escapeMrkdwn(words)}`;

type Labels = ReadonlyMap<string, string>;

const named = (ids: readonly string[], labels: Labels): string =>
  ids.map((id) => escapeMrkdwn(labels.get(id) ?? id)).join(', ');

/** What is known of somebody, each with a name of its own, so that what differs can be told. */
const saidOf = (member: Member, labels: Labels): Readonly<Record<string, string>> => ({
  title: member.title === null || member.ref.kind === 'open-seat' ? '' : escapeMrkdwn(member.title),
  owns: member.owns.length === 0 ? '' : `owns ${named(member.owns, labels)}`,
  helps: member.helps.length === 0 ? '' : `helps with ${named(member.helps, labels)}`,
  load: member.load === null ? '' : LOAD_WORDS[member.load],
  work: member.work === null ? '' : 'with the work described',
  successor: member.successor ? 'named as successor' : '',
});

const memberLine = (member: Member, labels: Labels): string =>
  `• ${[memberName(member), ...Object.values(saidOf(member, labels)).filter(Boolean)].join(' · ')}`;

const NO_MORE: Readonly<Record<string, string>> = {
  title: 'no title',
  owns: 'owns nothing',
  helps: 'helps nowhere',
  load: 'load not known',
  work: 'work not described',
  successor: 'no longer named as successor',
};

/** What differs of somebody, as it will be. */
function changeLine(before: Member, now: Member, labels: Labels): string {
  const old = saidOf(before, labels);
  const differs = Object.entries(saidOf(now, labels)).flatMap(([name, words]) => {
    const isWork = name === 'work' && before.work !== now.work;
    return words === old[name] && !isWork ? [] : [words || (NO_MORE[name] ?? '')];
  });
  return `• ${[memberName(now), ...differs].join(' · ')}`;
}
