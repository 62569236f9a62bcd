import { ApiError } from '../api-error.ts';
import type { SlackObject } from '../message.ts';

/** Arguments that hold JSON when they come in a form. */
const STRUCTURED = [
  'attachments',
  'blocks',
  'chunks',
  'files',
  'loading_messages',
  'metadata',
  'prompts',
  'view',
];

/** Reads a request's body, a form or JSON, as Slack does. Throws an ApiError when it is neither. */
export function argumentsOf(contentType: string, body: string): SlackObject {
  if (contentType.startsWith('application/json')) {
    const value = parseJson(body === '' ? '{}' : body, 'invalid_json');
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new ApiError('json_not_object');
    }
    return value as SlackObject;
  }
  if (body !== '' && !contentType.startsWith('application/x-www-form-urlencoded')) {
    throw new ApiError('invalid_form_data');
  }
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      STRUCTURED.includes(name) ? parseJson(value, `invalid_${name}_format`) : value,
    ]),
  );
}

function parseJson(text: string, error: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ApiError(error, { cause: cause instanceof Error ? cause.message : 'not JSON' });
  }
}
