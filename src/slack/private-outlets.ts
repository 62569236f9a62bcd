import type { WebClient } from '@slack/web-api';
import type { Outlet } from './conversation.ts';
import type { Place } from './conversation-key.ts';
import type { Way } from './failure.ts';
import { postToResponseUrl, type ResponseUrl } from './response-url.ts';

/** Says something to a person in their direct message with the app. */
export const directMessage =
  (client: WebClient, user: string): Way =>
  async (message) => {
    await client.chat.postMessage({ channel: user, ...message });
  };

/** An outlet that says everything to one person alone. */
const privately = (place: Place, say: Way, elsewhere?: Way): Outlet => ({
  place,
  say,
  sayPrivately: say,
  ...(elsewhere === undefined ? {} : { elsewhere }),
});

const at = ({ slackApiUrl }: WebClient, url: string): ResponseUrl => ({ url, slackApiUrl });

/** An outlet over a response_url: only who typed or pressed sees what it says, in the channel itself. */
export const ephemeralOutlet = (client: WebClient, responseUrl: string, place: Place): Outlet =>
  privately(
    place,
    (message) =>
      postToResponseUrl(at(client, responseUrl), {
        ...message,
        response_type: 'ephemeral',
        replace_original: false,
      }),
    directMessage(client, place.user),
  );

/** An outlet that puts what it says in place of the ephemeral message whose button gave the response_url. */
export const inPlaceOf = (client: WebClient, responseUrl: string, place: Place): Outlet =>
  privately(
    place,
    (message) => postToResponseUrl(at(client, responseUrl), { ...message, replace_original: true }),
    directMessage(client, place.user),
  );

/** An outlet into a thread that only this person sees; Slack promises no thread for a response_url. */
export const ephemeralInThread = (client: WebClient, place: Place & { thread: string }): Outlet =>
  privately(
    place,
    async (message) => {
      const { channel, user, thread } = place;
      await client.chat.postEphemeral({ channel, user, ...message, thread_ts: thread });
    },
    directMessage(client, place.user),
  );

/** An outlet into the direct message with a person, for what was pressed where nothing can be said. */
export const directlyTo = (client: WebClient, place: Place): Outlet =>
  privately(place, directMessage(client, place.user));
