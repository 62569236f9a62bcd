import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ApiError } from './api-error.ts';
import type { HttpAnswer } from './faults.ts';
import type { Message } from './message.ts';
import { contentOf } from './web-api/call.ts';
import type { Workspace } from './workspace.ts';

/** Whose command or click an address answers, and where. */
export interface Occasion {
  readonly channel: string;
  readonly person: string;
  /** The message whose button was pressed. */
  readonly original?: Message;
}

interface Open extends Occasion {
  readonly until: number;
  uses: number;
}

const USES = 5;
const LIFE_MS = 30 * 60_000;
/** When there are more, the oldest are forgotten. */
const MOST_OPEN = 1000;

const Reply = z.looseObject({
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
});

/** The addresses that answer a command or a click: five uses within thirty minutes each. */
export class ResponseUrls {
  readonly #open = new Map<string, Open>();

  readonly workspace: Workspace;
  readonly baseUrl: () => string;
  readonly newId: () => string;

  constructor(workspace: Workspace, baseUrl: () => string, newId: () => string) {
    this.workspace = workspace;
    this.baseUrl = baseUrl;
    this.newId = newId;
  }

  /** A new address. */
  issue(occasion: Occasion): string {
    const id = randomBytes(12).toString('hex');
    this.#open.set(id, { ...occasion, until: this.workspace.now() + LIFE_MS, uses: 0 });
    const [oldest] = this.#open.keys();
    if (oldest !== undefined && this.#open.size > MOST_OPEN) this.#open.delete(oldest);
    return `${this.baseUrl()}/response/${id}`;
  }

  /** Whether an address was issued here. */
  knows(id: string): boolean {
    return this.#open.has(id);
  }

  /** Answers a request to an address. */
  use(id: string, body: string): HttpAnswer {
    const open = this.#open.get(id);
    if (open === undefined) return refusal(404, 'invalid_url');
    if (this.workspace.now() > open.until) return refusal(404, 'expired_url');
    if (open.uses >= USES) return refusal(404, 'used_url');
    open.uses += 1;
    return this.reply(open, body);
  }

  /** Says what a body holds to an occasion: an answer to an address, or the acknowledgement of a command. */
  reply(occasion: Occasion, body: string): HttpAnswer {
    let given: unknown;
    try {
      given = JSON.parse(body);
    } catch {
      return refusal(400, 'invalid_payload');
    }
    const reply = Reply.safeParse(given);
    if (!reply.success) return refusal(400, 'invalid_payload');
    try {
      this.#say(occasion, reply.data);
      return { status: 200, body: { ok: true } };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return { status: 500, body: { ok: false, error: error.error, ...error.more } };
    }
  }

  #say({ channel, person, original }: Occasion, reply: z.infer<typeof Reply>): void {
    if (reply.delete_original && original) {
      this.workspace.remove(original);
      return;
    }
    const content = contentOf(reply, this.newId);
    if (reply.replace_original && original) {
      this.workspace.change(original, content);
      return;
    }
    const { app } = this.workspace;
    this.workspace.post({
      channel,
      user: app.botUserId,
      botId: app.botId,
      ...content,
      ...placeOf(reply, person),
    });
  }
}

/** Slack promises a thread for what everybody sees alone. */
function placeOf({ response_type, thread_ts }: z.infer<typeof Reply>, person: string): Partial<Message> {
  if (response_type === 'ephemeral') return { onlyFor: person };
  return thread_ts === undefined ? {} : { threadTs: thread_ts };
}

const refusal = (status: number, error: string): HttpAnswer => ({ status, body: { ok: false, error } });
