import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from './clock.ts';
import type { Faults, HttpAnswer } from './faults.ts';
import type { StoredFile } from './files.ts';
import type { Journal } from './journal.ts';
import type { PageFiles } from './page-files.ts';
import type { Person } from './person.ts';
import type { PretendModel } from './pretend-model.ts';
import type { RateLimits } from './rate-limits.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { TourStop } from './tour-stop.ts';
import type { Tracer } from './trace.ts';
import type { ApiRequest } from './web-api/web-api.ts';
import type { Workspace } from './workspace.ts';

export interface RouteParts {
  readonly workspace: Workspace;
  readonly responseUrls: Pick<ResponseUrls, 'use'>;
  readonly authorizePage: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly faults: Faults;
  readonly rateLimits: RateLimits;
  readonly webApi: (request: ApiRequest) => HttpAnswer;
  /** A file that the app may read with this token. */
  readonly fileForToken: (token: string, id: string) => StoredFile | undefined;
  readonly examples: readonly string[];
  readonly tour: readonly TourStop[];
  readonly journal: Journal;
  readonly trace: Tracer;
  readonly clock: Clock;
  readonly pretendModel: PretendModel;
  readonly pageFiles: () => Promise<PageFiles>;
  /** Forgets everything that was said and done. */
  readonly startOver: () => Promise<void>;
  person(named: string): Person;
}

/** No request may be larger, in bytes, unless told otherwise. */
const MOST_BYTES = 4 * 1024 * 1024;

/** A request body as it came; undefined when it is too large. */
export async function bytesOf(request: IncomingMessage, most = MOST_BYTES): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A request body as text; undefined when it is too large. */
export const bodyOf = async (request: IncomingMessage): Promise<string | undefined> =>
  (await bytesOf(request))?.toString('utf8');

export function sendJson(response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}
