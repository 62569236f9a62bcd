import type { App } from '@slack/bolt';
import { readRoster } from '../../records/roster.ts';
import { SELECT_OPTIONS } from '../blocks/limits.ts';
import { personOptions } from '../blocks/member-options.ts';
import type { ConversationParts } from '../conversation.ts';
import { teamOf } from '../conversation-key.ts';

/** Offers the team's members outside Slack in a select, by what is typed. */
export const offerPersons = (app: App, { store }: Pick<ConversationParts, 'store'>, action: string): void =>
  app.options(action, async ({ ack, payload, body }) => {
    const { members } = await readRoster(
      store,
      teamOf({ team: body.team?.id, enterprise: body.enterprise?.id }),
    );
    await ack({ options: personOptions(members, payload.value).slice(0, SELECT_OPTIONS) });
  });
