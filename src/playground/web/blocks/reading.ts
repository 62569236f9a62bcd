import { isObject } from '../../block-text.ts';
import type { SlackObject } from '../../message.ts';

/* What an app sent is read here as loosely as a browser must: it was checked when it came. */

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

export const objectIn = (value: unknown): SlackObject => (isObject(value) ? value : {});

export const objectsIn = (value: unknown): readonly SlackObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** Ids that are unique on the page, for labels and lists. */
export const idOf = (...parts: readonly unknown[]): string =>
  parts.map((part) => String(part).replace(/[^\w-]/g, '_')).join('-');
