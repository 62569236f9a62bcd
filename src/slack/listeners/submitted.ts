import type { App, ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { noticeView } from '../blocks/verdict-view.ts';
import { FileNotTaken } from '../chosen-file.ts';
import type { ConversationParts } from '../conversation.ts';
import { type Place, teamOf } from '../conversation-key.ts';
import { failureWords, logFailure, remedyFor, tellFailure, type Way } from '../failure.ts';
import { directMessage } from '../private-outlets.ts';
import { openedIn } from './pressed.ts';

/** A modal that somebody sent. */
export interface Submitted {
  view: ViewOutput;
  client: WebClient;
  place: Place;
  /** The enterprise of the workspace, if there is one. */
  enterprise: string | undefined;
}

/** What becomes of a modal that was sent: nothing (it closes), or what Slack is told; and what is done after that. */
export interface Outcome {
  response?: ViewResponseAction;
  afterwards?(): Promise<void>;
}

/** Hears a modal being sent. What goes wrong is told in the modal itself. */
export function onSubmit(
  app: App,
  { log }: ConversationParts,
  callbackId: string,
  handler: (submitted: Submitted) => Promise<Outcome>,
): void {
  const failed = (error: unknown) => {
    const reference = logFailure(log, error, { view: callbackId });
    return noticeView('Sorry', failureWords(reference, remedyFor(error)));
  };
  app.view(callbackId, async ({ ack, body, view, client }) => {
    const opened = openedIn(view.private_metadata);
    const place: Place = {
      team: teamOf({ team: body.team?.id, enterprise: body.enterprise?.id }),
      user: body.user.id,
      channel: opened?.channel ?? body.user.id,
      thread: opened?.thread,
    };
    let outcome: Outcome;
    try {
      outcome = await handler({ view, client, place, enterprise: body.enterprise?.id });
    } catch (error) {
      return ack({ response_action: 'update', view: failed(error) });
    }
    await (outcome.response ? ack(outcome.response) : ack());
    try {
      await outcome.afterwards?.();
    } catch (error) {
      const inTheModal: Way = async (message) => {
        const shown = noticeView('Sorry', message.text);
        await client.views.update({ view_id: view.id, view: shown });
      };
      await tellFailure(log, error, { view: callbackId }, [inTheModal, directMessage(client, place.user)]);
    }
  });
}

/** The complaint at a field of a modal. */
export const complaint = (field: string, words: string): Required<Pick<Outcome, 'response'>> => ({
  response: { response_action: 'errors', errors: { [field]: words } },
});

/** The complaint about a file at its field; what Slack did wrong is in the log. @throws whatever else went wrong */
export function fileComplaint(
  log: ConversationParts['log'],
  field: string,
  error: unknown,
): ReturnType<typeof complaint> {
  if (!(error instanceof FileNotTaken)) throw error;
  const { status } = error;
  if (status !== undefined) logFailure(log, error, { in: 'the download of a file', status });
  return complaint(field, error.message);
}
