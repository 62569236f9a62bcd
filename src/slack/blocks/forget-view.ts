import type { ModalView } from '@slack/types';
import type { Forgotten } from '../../records/forget.ts';
import { VIEWS } from '../actions.ts';
import { section } from './mrkdwn.ts';
import { viewOf } from './view.ts';

/** Asks, of who wants to be forgotten, whether they mean it: what goes, and what stays. */
export const forgetView = (): ModalView =>
  viewOf({
    title: 'Forget me',
    callbackId: VIEWS.forgetMe,
    submit: 'Forget me',
    close: 'Cancel',
    remembers: {},
    blocks: [
      section(
        [
          '*What goes, for good*',
          '• your checks, also those that you shared: their buttons stop working',
          '• what you said in interviews, and the threads that I follow for you',
          '• your answers in team checks',
          '• your place in the team, and your right to manage if you were named for it',
          '• what you said of others’ verdicts',
        ].join('\n'),
      ),
      section(
        [
          '*What stays*',
          '• messages in Slack, yours and mine: those are Slack’s, and you can delete your own',
          '• the list of changes and answers that you wrote for others, as by “a former member”',
          '• what I am asked from now on: to use me again is fine, and begins anew',
        ].join('\n'),
      ),
    ],
  });

/** What was forgotten, in a sentence or two; `byName` when it was also looked for by name. */
export function forgottenWords({ removed, changed, unreadable }: Forgotten, byName: boolean): string {
  const records = (count: number): string => `${count} ${count === 1 ? 'record' : 'records'}`;
  const done =
    removed + changed === 0
      ? 'There was nothing about you here.'
      : `You are forgotten: ${records(removed)} removed, and ${records(changed)} changed so that ${changed === 1 ? 'it does' : 'they do'} not tell of you any more.`;
  return [
    done,
    ...(byName
      ? []
      : [
          'Slack did not tell me your name, so I looked for your account alone; words of others that call you by name may be left.',
        ]),
    ...(unreadable > 0
      ? [
          `${records(unreadable)} cannot be read and may still hold you: please tell the person who runs Rolefit.`,
        ]
      : []),
  ].join(' ');
}
