import type { KnownBlock, ModalView } from '@slack/types';
import { dayWords } from '../../digest/local-date.ts';
import { occurrenceWords } from '../../digest/occurrence-words.ts';
import { nextOccurrence } from '../../digest/occurrences.ts';
import { localDateAt, scheduleWords } from '../../digest/schedule-words.ts';
import type { Digest } from '../../records/digests.ts';
import { ACTIONS } from '../actions.ts';
import { button } from './button.ts';
import { STOP_WORDS } from './digest-notice.ts';
import { context, section } from './mrkdwn.ts';
import { plain, viewOf } from './view.ts';

/** What can be done with a digest, besides editing, previewing and sending it. */
const DIGEST_DEEDS = {
  pause: 'Pause …',
  skip: 'Skip dates …',
  runs: 'History',
  duplicate: 'Duplicate',
} as const;

/** When a digest comes next, or why it does not: "next: Mon 30 Nov, 09:00 Europe/Berlin (in 6 days)". */
export function nextWords(digest: Pick<Digest, 'id' | 'schedule' | 'stopped'>, now: number): string {
  const { schedule, stopped } = digest;
  if (stopped) return `:warning: stopped: ${STOP_WORDS[stopped.why]}, and save it again`;
  const next = nextOccurrence(digest, now);
  const words = next ? `next: ${occurrenceWords(next, schedule.zone, now)}` : 'no more to come';
  const { pausedUntil } = schedule;
  const today = localDateAt(now, schedule.zone);
  return pausedUntil !== null && pausedUntil > today
    ? `paused until ${dayWords(pausedUntil, today)}, ${words}`
    : words;
}

export interface DigestsShown {
  digests: readonly Digest[];
  now: number;
  /** Whether whoever looks may change them. */
  mayEdit: boolean;
  channel: string;
  notice?: string;
}

/** The digests of a workspace, with when each comes next. */
export function digestsView({ digests, now, mayEdit, channel, notice }: DigestsShown): ModalView {
  return viewOf({
    title: 'Team digests',
    remembers: { channel },
    blocks: [
      ...(notice ? [context(notice)] : []),
      ...(digests.length === 0 ? [section(EMPTY)] : []),
      ...(mayEdit
        ? [{ type: 'actions' as const, elements: [button(ACTIONS.digestNew, 'New digest', 'new')] }]
        : [context('Only this workspace’s admins and managers change digests.')]),
      ...digests.flatMap((digest) => digestBlocks(digest, now, mayEdit)),
    ],
  });
}

const EMPTY =
  '*A weekly digest of your team.* It says in a channel what nobody owns, what changed since, and the one thing to do next. The team is the one under `/rolefit team`.';

/** A digest's line, as the list and App Home show it. */
export const digestLine = (digest: Digest, now: number): string =>
  `*<#${digest.channel}>* · ${scheduleWords(digest.schedule)}\n${nextWords(digest, now)}`;

function digestBlocks(digest: Digest, now: number, mayEdit: boolean): KnownBlock[] {
  const line = section(digestLine(digest, now));
  if (!mayEdit) return [line];
  const { id } = digest;
  const options = Object.entries(DIGEST_DEEDS).map(([deed, words]) => ({
    text: plain(words),
    value: `${deed}:${id}`,
  }));
  return [
    { ...line, accessory: { type: 'overflow', action_id: `${ACTIONS.digestDo}:more:${id}`, options } },
    {
      type: 'actions',
      elements: [
        button(`${ACTIONS.digestDo}:edit:${id}`, 'Edit', `edit:${id}`),
        button(`${ACTIONS.digestDo}:preview:${id}`, 'Preview for me', `preview:${id}`),
        {
          ...button(`${ACTIONS.digestDo}:now:${id}`, 'Send now', `now:${id}`),
          confirm: {
            title: plain('Send it now?'),
            text: plain('Everybody in its channel sees it at once. Its schedule stays as it is.'),
            confirm: plain('Send it'),
            deny: plain('Cancel'),
          },
        },
      ],
    },
  ];
}
