import type { ActionsBlock } from '@slack/types';
import { button } from './button.ts';

/** Which page of a list is shown. */
export interface PageShown {
  isFirst: boolean;
  /** Where the next page begins; null when there is none. */
  next: string | null;
}

/** The value of a button that leads to the first page; others carry where theirs begins. */
export const FIRST_PAGE = 'first';

/** Buttons to the first and the next page, as far as there are such. */
export function pageButtons(
  action: string,
  { isFirst, next }: PageShown,
  words: { first: string; next: string },
): ActionsBlock[] {
  const elements = [
    ...(isFirst ? [] : [button(`${action}:first`, words.first, FIRST_PAGE)]),
    ...(next === null ? [] : [button(`${action}:next`, words.next, next)]),
  ];
  return elements.length > 0 ? [{ type: 'actions', elements }] : [];
}

/** Where the page begins that a button leads to; undefined for the first one. */
export const pageAfter = (value: string | undefined): string | undefined =>
  value === FIRST_PAGE ? undefined : value;
