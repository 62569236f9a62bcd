import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { ACTIONS } from '../actions.ts';
import { FormSubject } from '../blocks/form-state.ts';
import { gapsView } from '../blocks/home-team.ts';
import { section } from '../blocks/mrkdwn.ts';
import { pageAfter } from '../blocks/pages.ts';
import { noticeView } from '../blocks/verdict-view.ts';
import type { ConversationParts } from '../conversation.ts';
import { type Place, teamOf } from '../conversation-key.ts';
import { failureWords, logFailure } from '../failure.ts';
import { newForm } from '../form.ts';
import { publishHome, teamPicture } from '../home.ts';
import { rightsOf } from '../rights.ts';
import { replaceView, showView } from '../show-view.ts';
import { onPress, type Pressed } from './pressed.ts';

/** App Home: shown anew whenever it is opened, and what its buttons do. */
export function registerHome(app: App, parts: ConversationParts): void {
  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    const team = teamOf({ team: body.team_id, enterprise: body.enterprise_id });
    await showHome(parts, client, { team, user: event.user });
  });

  onPress(app, parts, new RegExp(`^${ACTIONS.newCheck}:`), ({ client, trigger, place, action }) => {
    const subject = FormSubject.catch('situation').parse(action.value);
    return showView(client, trigger, newForm(parts.advisor, { channel: place.channel, subject }));
  });

  onPress(app, parts, new RegExp(`^${ACTIONS.checksPage}:`), ({ client, place, action }) =>
    publishHome(parts, client, place, pageAfter(action.value)),
  );

  const showGaps =
    (show: typeof showView) =>
    async ({ client, trigger, place, action }: Pressed): Promise<void> => {
      const team = await teamPicture(parts, place.team, await rightsOf(parts, client, place));
      await show(
        client,
        trigger,
        team
          ? gapsView(team, Number(action.value) || 0)
          : noticeView('Open gaps', 'There is no team to look at any more.'),
      );
    };
  onPress(app, parts, ACTIONS.allGaps, showGaps(showView));
  onPress(app, parts, new RegExp(`^${ACTIONS.gapsPage}:`), showGaps(replaceView));
}

/** Shows App Home; what goes wrong is told in its place. */
async function showHome(
  parts: ConversationParts,
  client: WebClient,
  viewer: Pick<Place, 'team' | 'user'>,
): Promise<void> {
  try {
    await publishHome(parts, client, viewer);
  } catch (error) {
    const words = failureWords(logFailure(parts.log, error, { in: 'home' }));
    await client.views.publish({ user_id: viewer.user, view: { type: 'home', blocks: [section(words)] } });
  }
}
