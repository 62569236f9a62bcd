import { type Dispatch, NotDelivered } from '../delivery/delivery.ts';
import { type Channel, nameForApp, type User } from '../directory.ts';
import type { SlackObject } from '../message.ts';
import { NotPossible } from '../not-possible.ts';
import type { ResponseUrls } from '../response-urls.ts';
import type { Workspace } from '../workspace.ts';

/** A person who acts, and what their acts reach. */
export interface Actor {
  readonly user: User;
  readonly workspace: Workspace;
  readonly dispatch: Dispatch;
  readonly responseUrls: ResponseUrls;
  /** Notes that the person does something now. */
  acts(): void;
}

/**
 * Hands an interaction over with who did it, and gives back what the app acknowledged. Rejects with NotPossible in the words
 * of `otherwise` when it did not acknowledge.
 */
export async function interact(
  actor: Actor,
  interaction: SlackObject,
  otherwise: string,
): Promise<SlackObject> {
  const payload = { ...whoAndWhere(actor), ...interaction };
  try {
    return await actor.dispatch.hand({ kind: 'interactive', payload, attempt: 0 });
  } catch (error) {
    if (!(error instanceof NotDelivered)) throw error;
    throw new NotPossible(otherwise, { cause: error });
  }
}

/** What Slack says when the app does not answer a window. */
export const TROUBLE = 'We had some trouble connecting. Try again?';

/** What every interaction tells the app: who, where, and for which app. */
const whoAndWhere = ({ user, workspace: { team, app, installedBy } }: Actor): SlackObject => ({
  token: 'local',
  team: { id: team.id, domain: team.domain },
  user: { id: user.id, username: user.name, name: user.name, team_id: user.foreignTeam ?? team.id },
  api_app_id: app.id,
  enterprise: team.enterprise ?? null,
  is_enterprise_install: installedBy === 'enterprise',
});

/** A channel as interactions name it. */
export const shownChannel = (channel: Channel): SlackObject => ({
  id: channel.id,
  name: nameForApp(channel),
});
