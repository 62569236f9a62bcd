import { ApiError } from '../api-error.ts';
import type { SlackObject } from '../message.ts';

/** Arguments that hold JSON when they come in a form, and the error when they do not. */
const STRUCTURED: Readonly<Record<string, string>> = {
  attachments: 'invalid_attachments_format',
  blocks: 'invalid_blocks_format',
  chunks: 'invalid_chunks',
  files: 'invalid_arguments',
  loading_messages: 'invalid_arguments',
  metadata: 'invalid_metadata_format',
  prompts: 'invalid_arguments',
  view: 'invalid_view_format',
};

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
    [...new URLSearchParams(body)].map(([name, value]) => {
      const error = Object.hasOwn(STRUCTURED, name) ? STRUCTURED[name] : undefined;
      return [name, error === undefined ? value : parseJson(value, error)];
    }),
  );
}

function parseJson(text: string, error: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ApiError(error, { cause: cause instanceof Error ? cause.message : 'not JSON' });
  }
}
