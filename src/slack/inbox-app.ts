import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt';
import { happened } from '../ops/happening.ts';
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
    const begun = performance.now();
    const ack: ReceiverEvent['ack'] = async (answer) => {
      await event.ack(answer);
      happened({ kind: 'ack', ms: performance.now() - begun });
    };
    const incoming = incomingOf(event.body);
    if (!incoming) return super.processEvent({ ...event, ack });
    const { handled } = await this.inbox.receive(incoming);
    await ack();
    await handled;
  }
}
