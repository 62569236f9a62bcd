import type { WebClient } from '@slack/web-api';
import type { Message } from './blocks/message.ts';
import type { Outlet } from './conversation.ts';
import { conversationKey, type Place } from './conversation-key.ts';
import { postToResponseUrl } from './response-url.ts';

const privately = (place: Place, say: Outlet['say']): Outlet => ({
  conversation: conversationKey(place),
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
