import { createReadStream, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { MAX_TEXT } from '../advisor/extract/extract.ts';
import { UsageError } from './usage-error.ts';

/** Standard input as commands see it. */
export type Stdin = Readable & { isTTY?: boolean };

/** More than this on standard input is no text to check; in UTF-16 code units. */
const MOST_INPUT = 10_000_000;

/**
 * The words after a command, or, where there are none or only "-", what comes on standard input.
 * @throws UsageError when there is nothing to read.
 */
export async function wordsOrStdin(words: readonly string[], stdin: Stdin, example: string): Promise<string> {
  const typed = words.join(' ').trim();
  if (typed !== '' && typed !== '-') return typed;
  const piped = stdin.isTTY ? '' : (await readAll(stdin)).trim();
  if (piped === '') throw new UsageError(`There is no text. Give one, for example: ${example}`);
  return piped;
}

async function readAll(stdin: Stdin): Promise<string> {
  const all = await textOf(stdin);
  if (all.length > MOST_INPUT)
    throw new UsageError('The text is longer than 10,000,000 characters. Give only what matters.');
  return all;
}

/** Whether a text is longer than what is read of it. */
export const isCut = (text: string): boolean => text.length > MAX_TEXT;

/** What to say when a text is longer than what is read of it; null when all of it is read. */
export const cutNotice = (text: string): string | null =>
  isCut(text) ? `Only the first ${MAX_TEXT.toLocaleString('en')} characters were read.` : null;

/** A file's text, or that of standard input when its name is "-". */
export async function fileText(file: string, stdin: Stdin): Promise<string> {
  if (file === '-') return readAll(stdin);
  existingFile(file);
  return readFile(file, 'utf8');
}

export interface LinesInput {
  stream: Readable;
  /** Size in bytes, where it is known. */
  bytes: number | undefined;
}

/** A file to stream, or standard input when no file or "-" is named. */
export function linesInput(file: string | undefined, stdin: Stdin): LinesInput {
  if (file === undefined || file === '-') return { stream: stdin, bytes: undefined };
  return { bytes: existingFile(file), stream: createReadStream(file) };
}

/** The folder as named. */
export function existingFolder(folder: string): string {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`There is no folder "${folder}".`);
  return folder;
}

/** The size in bytes of the file as named. */
export function existingFile(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`There is no file "${file}".`);
  if (found.isDirectory()) throw new UsageError(`"${file}" is a folder. Name a file.`);
  return found.size;
}
