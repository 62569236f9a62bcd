import { PINGED } from './hostile.ts';

/** Something that must not happen, and the input that it happened with. */
export interface Finding {
  kind: 'crash' | 'hang' | 'rejection' | 'ping' | 'leak' | 'address' | 'refused' | 'silence';
  target: string;
  what: string;
  input: string;
}

/** More than this at one time is a hang, in ms. */
const HANG_MS = 1_000;

/** Watches the process while inputs are tried. */
export class Watch {
  readonly findings: Finding[] = [];
  /** Inputs tried, by target; and the longest that one of them took, in ms. */
  readonly tried = new Map<string, { inputs: number; longestMs: number }>();
  /** What is being tried now. */
  readonly now = new Map<number, { target: string; input: string }>();
  #next = 0;
  #standstillMs = 0;
  #beat = { at: performance.now(), cpu: cpuMs() };
  readonly #pulse: NodeJS.Timeout;

  constructor() {
    process.on('unhandledRejection', this.#rejected).on('uncaughtException', this.#rejected);
    this.#pulse = setInterval(() => {
      const { at, cpu } = this.#beat;
      this.#beat = { at: performance.now(), cpu: cpuMs() };
      // Of the processor's time, so that a busy machine counts for nothing.
      const gap = Math.min(this.#beat.at - at, this.#beat.cpu - cpu);
      this.#standstillMs = Math.max(this.#standstillMs, gap);
    }, 20);
  }

  readonly #rejected = (error: unknown): void => {
    this.find('rejection', error instanceof Error ? String(error.stack) : String(error));
  };

  find(
    kind: Finding['kind'],
    what: string,
    input = [...this.now.values()].map((one) => one.input).join('\n'),
  ) {
    const target = [...this.now.values()][0]?.target ?? 'no input';
    const finding = { kind, target, what: what.slice(0, 2_000), input: input.slice(0, 20_000) };
    this.findings.push(finding);
    // Who waits for a long run sees it at once.
    if (process.env.FUZZ_RUNS) process.stderr.write(`${JSON.stringify(finding)}\n`);
  }

  /** Tries one input; whatever it throws is a crash. */
  async tries(target: string, input: string, work: () => unknown): Promise<void> {
    const id = this.#next++;
    this.now.set(id, { target, input });
    const begun = performance.now();
    const cpu = cpuMs();
    try {
      const done = work();
      if (!(done instanceof Promise) && cpuMs() - cpu > HANG_MS)
        this.find('hang', `${cpuMs() - cpu} ms`, input);
      await done;
    } catch (error) {
      this.find('crash', error instanceof Error ? String(error.stack) : String(error), input);
    } finally {
      const ms = performance.now() - begun;
      this.count(target, 1, ms);
      this.now.delete(id);
    }
  }

  /** Whether the process stood still too long since this was last asked; of several inputs together that need be no hang. */
  stoodStill(): boolean {
    const ms = this.#standstillMs;
    this.#standstillMs = 0;
    return ms > HANG_MS;
  }

  /** Notes that inputs were tried, and how long the longest took, in ms. */
  count(target: string, more: number, ms = 0): void {
    const { inputs = 0, longestMs = 0 } = this.tried.get(target) ?? {};
    this.tried.set(target, { inputs: inputs + more, longestMs: Math.max(longestMs, ms) });
    if (process.env.FUZZ_RUNS && inputs % 1_000 === 999)
      process.stderr.write(`${target}: ${inputs + more}\n`);
  }

  close(): void {
    clearInterval(this.#pulse);
    process.off('unhandledRejection', this.#rejected).off('uncaughtException', this.#rejected);
  }
}

const PING = new RegExp(`<!(?:channel|here|everyone|subteam)|<@${PINGED}`);

/** A text in a message that Slack would make a ping of: not in plain text, nor in what nobody sees. */
export function pingIn(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if ('type' in node && node.type === 'plain_text') return undefined;
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string' && /^(?:text|markdown_text)$/.test(key) && PING.test(value)) return value;
    const inside = pingIn(value);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
