import { z } from 'zod';
import type { Bulletin } from './bulletin.ts';
import type { HttpAnswer } from './faults.ts';
import type { News } from './news.ts';
import { lieIn, rephrased, type Sentence, WAYS, type Way } from './pretend-phrasing.ts';

/** What the page offers: no model, or one that answers in some way. */
export const MODEL_CHOICES = ['off', ...WAYS] as const;
export type ModelChoice = (typeof MODEL_CHOICES)[number];

/** The workspace's consent to a language model, which the app keeps. */
export interface ModelConsent {
  /** Whether texts may go to this host. */
  isGivenTo(host: string): Promise<boolean>;
  /** Gives it to a host, or takes it back; `by` is the id of a person who may. */
  give(host: string | null, by: string): Promise<void>;
}

interface Parts {
  /** None where the app has another model, or none. */
  readonly consent: ModelConsent | undefined;
  readonly news: Bulletin<News>;
  /** Without a slash at the end. */
  readonly baseUrl: () => string;
  /** Who gives consent: a manager's id. */
  readonly manager: () => string;
}

const NAME = /^pretend-(.+)$/;
/** What we read of a request to the Responses API. */
const Request = z.object({
  model: z.string(),
  input: z.string(),
  text: z.object({ format: z.object({ name: z.string() }) }),
});
const Material = z.object({
  verdict: z.string(),
  reasons: z.array(z.object({ rule: z.string(), says: z.string(), passage: z.string() })),
});

/**
 * A language model that is none: a server of the Responses API on the loopback address, whose answers are made by rule. It
 * can be honest, or lie, so that one sees what the app makes of a lie.
 */
export class PretendModel {
  readonly #parts: Parts;
  #way: Way = 'honest';

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get baseUrl(): string {
    return `${this.#parts.baseUrl()}/model/v1`;
  }

  /** The name by which the app asks; each way has its own, as if each were another model. */
  get name(): string {
    return `pretend-${this.#way}`;
  }

  get host(): string {
    return new URL(this.baseUrl).host;
  }

  /** What is chosen, as far as the workspace's consent goes; null where nothing is to be chosen. */
  async chosen(): Promise<ModelChoice | null> {
    const { consent } = this.#parts;
    if (consent === undefined) return null;
    return (await consent.isGivenTo(this.host)) ? this.#way : 'off';
  }

  /** Gives the manager's consent and answers so from now on, or takes it back. Without a consent to give it does nothing. */
  async choose(choice: ModelChoice): Promise<void> {
    const { consent, manager, news } = this.#parts;
    if (choice !== 'off') this.#way = choice;
    await consent?.give(choice === 'off' ? null : this.host, manager());
    news.post('trouble', {});
  }

  /** Answers a request to `/model/...`. */
  answer(pathname: string, body: string): HttpAnswer {
    const asked = Request.safeParse(jsonIn(body));
    const way = asked.success ? WAYS.find((one) => one === NAME.exec(asked.data.model)?.[1]) : undefined;
    if (pathname !== '/model/v1/responses' || !asked.success || way === undefined)
      return { status: 404, body: { error: { message: 'There is no such model.', type: 'not_found' } } };
    const { model, input, text } = asked.data;
    const said = text.format.name === 'facts' ? { facts: [] } : { sentences: sentencesFor(input, way) };
    this.#parts.news.post('model', { model, asked: input, said });
    // Consent may have been given elsewhere, in App Home: the page asks anew.
    this.#parts.news.post('trouble', {});
    const content = [{ type: 'output_text', text: JSON.stringify(said), annotations: [] }];
    return {
      status: 200,
      body: {
        id: 'resp_pretend',
        object: 'response',
        status: 'completed',
        model,
        output: [{ type: 'message', id: 'msg_pretend', role: 'assistant', content }],
        usage: { input_tokens: 0, output_tokens: 0, total_tokens: 0 },
      },
    };
  }
}

/** The material is the last line of a prompt that begins as an object. */
function sentencesFor(prompt: string, way: Way): readonly Sentence[] {
  const material = Material.safeParse(jsonIn(prompt.slice(prompt.lastIndexOf('\n{') + 1)));
  if (!material.success) return [];
  const { verdict, reasons } = material.data;
  const honest = rephrased(reasons);
  return way === 'honest' ? honest : lieIn(honest, verdict, way);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
