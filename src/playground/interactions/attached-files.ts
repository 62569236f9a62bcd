import { fileForApp, type StoredFile } from '../files.ts';
import type { SlackObject } from '../message.ts';
import { NotPossible } from '../not-possible.ts';
import type { Actor } from './actor.ts';

/** A file on somebody's disk. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Buffer | string;
}

/** Slack takes files up to this size in a form, in bytes (its reference). */
export const MOST_FILE_BYTES = 10 * 1024 * 1024;
export const TOO_LARGE_A_FILE = 'A file may have 10 MB at most.';

/** Uploads a file for a form, as Slack's window does when it is chosen. */
export function upload({ workspace, user }: Actor, { name, bytes }: ChosenFile): StoredFile {
  const content = Buffer.from(bytes);
  if (content.length > MOST_FILE_BYTES) throw new NotPossible(TOO_LARGE_A_FILE);
  return workspace.files.add({ name, bytes: content, owner: user.id });
}

/** A file that the person uploaded, as the app is told of it. */
export function ownFile({ workspace, user, responseUrls }: Actor, id: string): SlackObject | undefined {
  const file = workspace.files.get(id);
  return file?.owner === user.id ? fileForApp(file, responseUrls.baseUrl()) : undefined;
}
