import type { WebClient } from '@slack/web-api';
import type { ChosenFile } from './blocks/field-state.ts';
import { isSlacks } from './slacks-own.ts';

/** Why a file is not taken; the message tells a person what to do. */
export class FileNotTaken extends Error {
  readonly code = 'file_not_taken';
  /** Slack's answer to the download, or null where none came; undefined where the file itself is wrong. */
  readonly status: number | null | undefined;

  constructor(message: string, { status, ...options }: ErrorOptions & { status?: number | null } = {}) {
    super(message, options);
    this.name = 'FileNotTaken';
    this.status = status;
  }
}

/** What is expected in a field for files. */
export interface Expected {
  /** Endings of names, in small letters; Slack's window asks for them, but not every one of its apps. */
  endings: readonly string[];
  mostBytes: number;
  /** How to come by such a file, as a sentence. */
  remedy: string;
}

/** A form that was sent is to be answered within three seconds; Slack may take this many ms of them. */
const TIMEOUT_MS = 2_000;

/**
 * The text of a file that somebody chose in a form, as UTF-8.
 * @throws FileNotTaken
 */
export async function textOfFile(client: WebClient, file: ChosenFile, expected: Expected): Promise<string> {
  const { mostBytes, remedy, endings } = expected;
  if (!endings.some((ending) => file.name.toLowerCase().endsWith(`.${ending}`)))
    throw new FileNotTaken(`“${file.name}” is another kind of file. ${remedy}`);
  const tooLarge = `This file is too large: ${sizeWords(mostBytes)} are the most. ${remedy}`;
  if ((file.size ?? 0) > mostBytes) throw new FileNotTaken(tooLarge);
  const bytes = await bytesOf(await fetched(client, file), mostBytes);
  if (bytes === null) throw new FileNotTaken(tooLarge);
  const text = decoded(bytes, remedy);
  if (text.trim() === '') throw new FileNotTaken(`This file is empty. ${remedy}`);
  return text;
}

const NOT_NOW = 'Slack did not hand me this file just now. Please send the form again in a moment.';
const MAY_NOT =
  'Slack does not let me read files here. Paste the text instead, or ask the person who installed Rolefit to install it again.';

/** Slack leads whoever may not read a file to where people sign in, with status 200 for those who follow. */
async function fetched(client: WebClient, file: ChosenFile): Promise<Response> {
  const url = file.url_private_download ?? file.url_private;
  // The token goes to Slack alone.
  if (!url || !isSlacks(url, client.slackApiUrl)) throw new FileNotTaken(NOT_NOW, { status: null });
  let response: Response;
  try {
    response = await fetch(url, {
      headers: { authorization: `Bearer ${client.token ?? ''}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new FileNotTaken(NOT_NOW, { status: null, cause: error });
  }
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
  if (response.ok && !isPage) return response;
  await response.body?.cancel();
  const mayNot = isPage || [301, 302, 303, 307, 401, 403].includes(response.status);
  throw new FileNotTaken(mayNot ? MAY_NOT : NOT_NOW, { status: response.status });
}

/** What came, or null where it is more than that. */
async function bytesOf(response: Response, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > most) return null;
      chunks.push(chunk);
    }
  } catch (error) {
    throw new FileNotTaken(NOT_NOW, { status: null, cause: error });
  }
  return Buffer.concat(chunks);
}

/** How files begin that are no text, or not in UTF-8, and what they are called. */
const BEGINNINGS = [
  ['PK\u0003\u0004', 'This is a workbook or an archive, not plain text.'],
  ['\u00FF\u00FE', 'This file is in UTF-16, not in UTF-8.'],
  ['\u00FE\u00FF', 'This file is in UTF-16, not in UTF-8.'],
] as const;

function decoded(bytes: Uint8Array, remedy: string): string {
  const beginning = String.fromCharCode(...bytes.subarray(0, 4));
  const known = BEGINNINGS.find(([sign]) => beginning.startsWith(sign));
  if (known) throw new FileNotTaken(`${known[1]} ${remedy}`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new FileNotTaken(`This file is not in UTF-8, so that letters such as ä would be wrong. ${remedy}`);
}

const sizeWords = (bytes: number): string =>
  bytes >= 1_000_000 ? `${bytes / 1_000_000} MB` : `${Math.round(bytes / 1_000)} KB`;
