import type { KnownBlock, ModalView } from '@slack/types';
import { dayWords, weekdayWords } from '../../digest/local-date.ts';
import type { DigestRun, SkipReason } from '../../records/digest-runs.ts';
import { ACTIONS } from '../actions.ts';
import { button } from './button.ts';
import { context, escapeMrkdwn, section } from './mrkdwn.ts';
import { viewOf } from './view.ts';

const SKIPPED: Readonly<Record<SkipReason, string>> = {
  'skip-date': 'left out: a skipped date',
  paused: 'left out: it was paused',
  missed: 'missed: I was not running; a later one was sent',
  unchanged: 'silent: nothing had changed',
  'channel-archived': 'not posted: the channel was archived',
  'channel-gone': 'not posted: I could not see the channel',
  'not-in-channel': 'not posted: I was not in the channel',
  'not-allowed': 'not posted: the workspace did not let me',
  'owner-gone': 'not posted: nobody answered for it',
  uninstalled: 'not posted: I was removed from the workspace',
};

export interface RunsShown {
  channel: string;
  id: string;
  runs: readonly DigestRun[];
  /** Where each posted one stands, by its ts. */
  links: ReadonlyMap<string, string>;
  /** The local date. */
  today: string;
  /** The page after this one. */
  next: string | null;
}

/** What became of a digest, the newest first. */
export const runsView = ({ channel, id, runs, links, today, next }: RunsShown): ModalView =>
  viewOf({
    title: 'History',
    remembers: { channel },
    blocks: [
      ...(runs.length === 0 ? [section('Nothing was posted yet.')] : []),
      ...runs.flatMap((run) => runBlocks(run, links, today)),
      ...(next === null
        ? []
        : [
            {
              type: 'actions' as const,
              elements: [button(ACTIONS.digestRuns, 'Earlier', JSON.stringify({ id, next }))],
            },
          ]),
    ],
  });

function runBlocks(run: DigestRun, links: ReadonlyMap<string, string>, today: string): KnownBlock[] {
  const { date, name, state, reason, headline, ts, digest } = run;
  const asked = name === date ? '' : ', sent when asked';
  const link = ts === null ? undefined : links.get(ts);
  const what =
    state === 'posted'
      ? `posted: ${escapeMrkdwn(headline ?? '')}${link === undefined ? '' : ` · <${link}|see it>`}`
      : state === 'skipped'
        ? SKIPPED[reason ?? 'missed']
        : state === 'failed'
          ? 'could not be posted, though I tried several times'
          : 'being posted';
  const line = section(`*${weekdayWords(date)} ${dayWords(date, today)}*${asked}: ${what}`);
  if (state !== 'failed') return [line, ...gapsThen(run)];
  const retry = button(`${ACTIONS.digestRetry}:${name}`, 'Try again', JSON.stringify({ digest, run: name }));
  return [{ ...line, accessory: retry }];
}

/** How the team stood then. */
function gapsThen({ snapshot }: DigestRun): KnownBlock[] {
  if (!snapshot) return [];
  const high = snapshot.open.filter(({ severity }) => severity === 'high').length;
  const parts = [
    ...(high > 0 ? [`${high} weighed high`] : []),
    ...(snapshot.resting.length > 0 ? [`${snapshot.resting.length} accepted`] : []),
  ];
  return parts.length > 0 ? [context(`Then: ${parts.join(', ')}.`)] : [];
}
