import type { SlackObject } from './message.ts';

/** Collects what is wrong with blocks, each sentence ending with the JSON pointer of the place. */
export class Findings {
  readonly wrongs: string[] = [];

  add(wrong: string, pointer: string): void {
    this.wrongs.push(`${wrong} [json-pointer:${pointer}]`);
  }
}

export const isObject = (value: unknown): value is SlackObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks a plain string: present, not empty, at most `most` characters. */
export function checkString(value: unknown, most: number, pointer: string, findings: Findings): void {
  if (typeof value !== 'string') findings.add('must be a string', pointer);
  else if (value.length === 0) findings.add('must be more than 0 characters', pointer);
  else if (value.length > most) findings.add(`must be less than ${most + 1} characters`, pointer);
}

/** Checks a text object of at most `most` characters, of one of `kinds`. */
export function checkText(
  value: unknown,
  most: number,
  pointer: string,
  findings: Findings,
  kinds: readonly string[] = ['plain_text', 'mrkdwn'],
): void {
  if (!isObject(value)) {
    findings.add('must provide an object', pointer);
    return;
  }
  if (typeof value.type !== 'string' || !kinds.includes(value.type)) {
    findings.add(
      kinds.length === 1 ? `must be a ${kinds[0]} object` : 'must be a valid text object',
      pointer,
    );
  }
  const before = findings.wrongs.length;
  checkString(value.text, most, `${pointer}/text`, findings);
  if (findings.wrongs.length > before) {
    findings.wrongs.splice(before, 0, `failed to match all allowed schemas [json-pointer:${pointer}]`);
  }
  const allowed = value.type === 'mrkdwn' ? ['type', 'text', 'verbatim'] : ['type', 'text', 'emoji'];
  checkKeys(value, allowed, pointer, findings);
}

/** Checks that an object has no property that Slack does not know. */
export function checkKeys(
  value: SlackObject,
  allowed: readonly string[],
  pointer: string,
  findings: Findings,
): void {
  for (const key of Object.keys(value)) {
    if (!allowed.includes(key)) findings.add(`invalid additional property: ${key}`, pointer);
  }
}

/** Checks an array's length and hands each item, an object, to `check`. */
export function checkList(
  value: unknown,
  most: number,
  pointer: string,
  findings: Findings,
  check: (item: SlackObject, pointer: string) => void,
): void {
  if (!Array.isArray(value)) {
    findings.add('must be an array', pointer);
    return;
  }
  if (value.length === 0) findings.add('no fewer than 1 items allowed', pointer);
  if (value.length > most) findings.add(`no more than ${most} items allowed`, pointer);
  for (const [index, item] of value.entries()) {
    if (isObject(item)) check(item, `${pointer}/${index}`);
    else findings.add('must provide an object', `${pointer}/${index}`);
  }
}
