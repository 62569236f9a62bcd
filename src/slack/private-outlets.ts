import type { WebClient } from '@slack/web-api';
import type { Message } from './blocks/message.ts';
import type { Outlet } from './conversation.ts';
import type { Place } from './conversation-key.ts';
import { postToResponseUrl } from './response-url.ts';

const privately = (place: Place, say: Outlet['say']): Outlet => ({
  place,
  say,
  sayPrivately: say,
});

/** An outlet over a response_url: only who typed or pressed sees what it says, in the channel itself. */
export const ephemeralOutlet = (responseUrl: string, place: Place): Outlet =>
  privately(place, (message: Message) =>
    postToResponseUrl(responseUrl, { ...message, response_type: 'ephemeral', replace_original: false }),
  );

/** An outlet into a thread that only this person sees; Slack promises no thread for a response_url. */
export const ephemeralInThread = (client: WebClient, place: Place & { thread: string }): Outlet =>
  privately(place, async (message: Message) => {
    const { channel, user, thread } = place;
    await client.chat.postEphemeral({ channel, user, ...message, thread_ts: thread });
  });

/** An outlet into the direct message with a person, for what was pressed where nothing can be said. */
export const directlyTo = (client: WebClient, place: Place): Outlet =>
  privately(place, async (message: Message) => {
    await client.chat.postMessage({ channel: place.user, ...message });
  });
