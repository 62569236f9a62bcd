import { ApiError } from '../api-error.ts';
import { type Call, textOf } from './call.ts';

export interface Paging<Item> {
  /** What a caller gets who asks for no limit. */
  readonly usual: number;
  readonly most: number;
  /** What the items are sorted by. */
  keyOf(item: Item): string;
  /** When they come latest first. */
  readonly descending?: boolean;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** What the answer says of the rest. */
  readonly response_metadata: { readonly next_cursor: string };
}

const PREFIX = 'next:';

/**
 * One page of sorted items, as the arguments `limit` and `cursor` ask for. A cursor names the last item of the page before,
 * so that what comes or goes between two pages moves nothing. Refuses a wrong limit or cursor.
 */
export function pageOf<Item>(call: Call, items: readonly Item[], paging: Paging<Item>): Page<Item> {
  const { usual, most, keyOf, descending = false } = paging;
  const limit = Number(textOf(call, 'limit') || usual);
  if (!Number.isInteger(limit) || limit < 1 || limit > most) throw new ApiError('invalid_limit');
  const after = keyAfter(textOf(call, 'cursor') ?? '');
  const rest =
    after === undefined
      ? items
      : items.filter((item) => (descending ? keyOf(item) < after : keyOf(item) > after));
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const next =
    last === undefined || rest.length === page.length
      ? ''
      : Buffer.from(`${PREFIX}${keyOf(last)}`).toString('base64');
  return { items: page, response_metadata: { next_cursor: next } };
}

function keyAfter(cursor: string): string | undefined {
  if (cursor === '') return undefined;
  const text = Buffer.from(cursor, 'base64').toString('utf8');
  if (!text.startsWith(PREFIX)) throw new ApiError('invalid_cursor');
  return text.slice(PREFIX.length);
}
