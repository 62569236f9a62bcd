import type { Message } from './message.ts';

/** A stream that nobody ended stops by itself after this time. */
const STREAM_MS = 5 * 60_000;

type End = 'finished' | 'stopped_by_user';

interface Stream {
  readonly until: number;
  readonly thread: string;
  ended?: End;
}

const keyOf = ({ channel, ts }: Pick<Message, 'channel' | 'ts'>): string => `${channel}:${ts}`;

/** Which messages still grow, on the workspace's clock. */
export class Streams {
  readonly #streams = new Map<string, Stream>();

  /** Ms since 1970. */
  readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  start(message: Message): void {
    this.#streams.set(keyOf(message), {
      until: this.now() + STREAM_MS,
      thread: message.threadTs ?? message.ts,
    });
  }

  end(message: Pick<Message, 'channel' | 'ts'>, end: End): void {
    const stream = this.#streams.get(keyOf(message));
    if (stream !== undefined) stream.ended ??= end;
  }

  /** Whether a message takes more text: yes, or why not. */
  stateOf(message: Pick<Message, 'channel' | 'ts'>): 'streaming' | End {
    const stream = this.#streams.get(keyOf(message));
    if (stream === undefined || (stream.ended === undefined && stream.until <= this.now())) return 'finished';
    return stream.ended ?? 'streaming';
  }

  /** The time stamps of a thread's messages that still grow. */
  runningIn(channel: string, thread: string): readonly string[] {
    return [...this.#streams]
      .filter(([key, stream]) => key.startsWith(`${channel}:`) && stream.thread === thread)
      .map(([key]) => key.slice(channel.length + 1))
      .filter((ts) => this.stateOf({ channel, ts }) === 'streaming');
  }
}
