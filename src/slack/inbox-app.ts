import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt';
import { Inbox, type InboxParts } from './inbox.ts';
import { incomingOf } from './incoming.ts';

/**
 * Bolt's app, with an inbox before it: an event that must not be lost is kept before it is acknowledged, and its listeners
 * are told by `context.takenOver` when an earlier attempt may have got anywhere.
 */
export class InboxApp extends App {
  readonly inbox: Inbox;

  constructor(options: AppOptions, parts: InboxParts) {
    super(options);
    this.inbox = new Inbox(parts, ({ body }, takenOver) =>
      super.processEvent({ body, ack: async () => undefined, customProperties: { takenOver } }),
    );
  }

  override async processEvent(event: ReceiverEvent): Promise<void> {
    const incoming = incomingOf(event.body);
    if (!incoming) return super.processEvent(event);
    const { handled } = await this.inbox.receive(incoming);
    await event.ack();
    await handled;
  }
}
