import type { TypeScore } from '../advisor/verdict.ts';
import type { RecordedVerdict, Recording, ReplayCase } from '../knowledge/recording.ts';
import { type Cause, type Change, isAsExpected, type Replay } from '../knowledge/replay.ts';
import type { TextStyle } from '../phrasing/text.ts';

export interface Replayed {
  replay: Replay;
  cases: readonly ReplayCase[];
  now: Recording;
}

/** A replay in words: every flip with its causes, then a summary. Moves and known differences in full when verbose. */
export function replayLines(
  { replay, cases, now }: Replayed,
  { verbose, style }: { verbose: boolean; style: TextStyle },
): string[] {
  const byId = new Map(cases.map((each) => [each.id, each]));
  const verdicts = new Map(now.verdicts.map((verdict) => [verdict.id, verdict]));
  const told = replay.changes.filter(({ flipped }) => flipped || verbose);
  return [
    ...told.flatMap((change) => changeLines(change, byId.get(change.id), verdicts.get(change.id), style)),
    ...expectationLines(cases, verdicts, new Set(told.map(({ id }) => id)), verbose),
    summary(replay, cases.length),
  ];
}

function changeLines(
  { id, from, to, flipped, causes }: Change,
  replayed: ReplayCase | undefined,
  verdict: RecordedVerdict | undefined,
  style: TextStyle,
): string[] {
  const right = replayed && verdict && isAsExpected(replayed.expected, verdict);
  const expected = right ? 'as expected' : `expected ${replayed ? expectedWords(replayed) : 'nothing'}`;
  return [
    style.strong(`${id} ${flipped ? `flipped: ${from} → ${to}` : `moved: still ${to}`} (${expected})`),
    ...(replayed ? [style.faint(`  “${replayed.text.replaceAll(/\s+/g, ' ')}”`)] : []),
    ...causes.map((cause) => `  ${causeWords(cause)}`),
    '',
  ];
}

/** A cause as a clause. */
function causeWords(cause: Cause): string {
  switch (cause.kind) {
    case 'threshold':
      return `an outcome is carried at ${cause.to} points, was at ${cause.from}`;
    case 'subject':
      return `read as a ${cause.to}, was read as a ${cause.from}`;
    case 'fact':
      return factWords(cause);
    case 'rule':
      return ruleWords(cause);
    case 'types':
      return `types: ${typeWords(cause.to)}; were: ${typeWords(cause.from)}`;
  }
}

function factWords({ name, from, to }: Extract<Cause, { kind: 'fact' }>): string {
  if (!to) return `fact ${name} = ${from?.value} is no longer read, was from “${from?.words}”`;
  if (!from) return `fact ${name} = ${to.value} is now read from “${to.words}”`;
  return `fact ${name} = ${to.value} is read from “${to.words}”, was ${from.value} from “${from.words}”`;
}

function ruleWords({ id, from, to }: Extract<Cause, { kind: 'rule' }>): string {
  const deed = ({ effect, outcome, weight }: NonNullable<typeof from>): string =>
    `${effect} ${outcome}${weight > 0 ? `, weight ${weight}` : ''}`;
  if (from && to) return `rule ${id} changed: ${deed(to)}; was: ${deed(from)}`;
  if (to) return `rule ${id} now fires: ${deed(to)}`;
  return from ? `rule ${id} no longer fires: ${deed(from)}` : `rule ${id}`;
}

const typeWords = (types: readonly TypeScore[]): string =>
  types.map(({ type, score }) => `${type} ${score}`).join(', ') || 'none';

/** Where the verdict is not what the case expects, and where it has become so. */
function expectationLines(
  cases: readonly ReplayCase[],
  verdicts: ReadonlyMap<string, RecordedVerdict>,
  told: ReadonlySet<string>,
  verbose: boolean,
): string[] {
  const known: string[] = [];
  const lines: string[] = [];
  for (const each of cases) {
    const verdict = verdicts.get(each.id);
    const right = verdict !== undefined && isAsExpected(each.expected, verdict);
    if (right && each.known !== undefined)
      lines.push(`${each.id} is now as expected. Take "known" out of it.`);
    if (right || !verdict) continue;
    if (each.known === undefined && !told.has(each.id))
      lines.push(`${each.id} is not as expected: ${difference(each, verdict)}`);
    if (each.known !== undefined) known.push(verbose ? `  ${each.id} ${difference(each, verdict)}` : each.id);
  }
  if (known.length === 0) return lines;
  const heading = `Known differences from what is expected (${known.length}):`;
  return [...lines, ...(verbose ? [heading, ...known] : [`${heading} ${known.join(', ')}.`])];
}

const difference = (replayed: ReplayCase, { role, types }: RecordedVerdict): string =>
  `expected ${expectedWords(replayed)}, is ${[role, ...types.slice(0, 1).map(({ type }) => type)].join(', ')}. ${replayed.why}`;

const expectedWords = ({ expected }: ReplayCase): string =>
  [expected.role, ...(expected.types ?? [])].join(', ');

function summary({ rulebook, changes, unrecorded, gone }: Replay, count: number): string {
  const flipped = changes.filter((change) => change.flipped).length;
  const moved = changes.length - flipped;
  const parts = [
    `${count - changes.length - unrecorded.length} as recorded`,
    ...(moved > 0 ? [`${moved} moved without a flip`] : []),
    `${flipped} flipped`,
    ...(unrecorded.length > 0 ? [`${unrecorded.length} not recorded yet`] : []),
  ];
  const version =
    rulebook.from === rulebook.to
      ? ''
      : ` Recorded with rulebook ${rulebook.from}, now it is ${rulebook.to}.`;
  const missing = gone.length > 0 ? ` Recorded, but no longer there: ${gone.join(', ')}.` : '';
  return `${count} cases: ${parts.join(', ')}.${version}${missing}`;
}
