import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { checkedId, isKindName, namespaceOf, partsOf } from './address.ts';
import { Envelope } from './envelope.ts';
import { StoreError } from './errors.ts';
import { storedText } from './serialization.ts';
import type { Row } from './table.ts';

/**
 * An export is JSON Lines: a head, a line for each document in the order of its place, and an end with the number of
 * documents and the SHA-256 of all bytes before it. The same documents give the same bytes.
 */
export const HEAD = { rolefit: 'export', format: 1 } as const;

const Head = z.object({ rolefit: z.literal('export'), format: z.int() });

const Line = z.object({
  kind: z.string().refine(isKindName),
  workspace: z.string(),
  id: z.string(),
  expires: z.number().optional(),
  /** The document in its envelope; or, where what is stored is none, the stored text itself. */
  document: Envelope.optional(),
  stored: z.string().optional(),
});

const End = z.object({ end: z.literal(true), documents: z.int().min(0), sha256: z.string() });
export type End = z.infer<typeof End>;

/** A stored row as a line; null for one that holds no document. */
export function lineOf(row: Row): string | null {
  const parts = partsOf(row.namespace);
  if (parts === null) return null;
  const { kind, workspace } = parts;
  const expires = row.expires ?? undefined;
  const document = plainDocument(row);
  const content = document === null ? { stored: row.value } : { document };
  return JSON.stringify({ kind, workspace, id: row.key, expires, ...content });
}

/** The document of a row that is stored exactly as `rowOf` would write it again. */
function plainDocument({ value, expires }: Row): Envelope | null {
  try {
    const document = Envelope.safeParse((JSON.parse(value) as { value?: unknown }).value);
    return document.success && storedText(document.data, expires) === value ? document.data : null;
  } catch {
    return null;
  }
}

/** A line as the row to store. @throws StoreError that names the line. */
export function rowOf(line: string, number: number): Row {
  try {
    const { kind, workspace, id, expires = null, document, stored } = Line.parse(JSON.parse(line));
    const value = document === undefined ? stored : storedText(document, expires);
    if (value === undefined) throw new TypeError('There is no document.');
    return { namespace: namespaceOf(kind, workspace), key: checkedId(id), value, expires };
  } catch (cause) {
    throw new StoreError('export_file', `Line ${number} of the export is not a document.`, { cause });
  }
}

/** Does the row hold a secret? */
export const isSecret = ({ value }: Row): boolean => sealedIn(value) !== null;

/** The sealed part of a stored text, with the version that it is bound to; null when nothing in it is sealed. */
export function sealedIn(stored: string): { version: number; sealed: string } | null {
  try {
    const envelope = Envelope.safeParse((JSON.parse(stored) as { value?: unknown }).value);
    return envelope.success && 'sealed' in envelope.data ? envelope.data : null;
  } catch {
    return null;
  }
}

/** Counts and sums up the lines of an export, without their line ends. */
export class Checksum {
  readonly #hash = createHash('sha256');
  lines = 0;

  add(line: string | Buffer): void {
    this.#hash.update(line).update('\n');
    this.lines += 1;
  }

  /** The last line. */
  end(): End {
    return { end: true, documents: this.lines - 1, sha256: this.#hash.digest('hex') };
  }
}

/** The lines of a file, one after the other, without their ends. */
export async function* linesOf(file: string): AsyncGenerator<Buffer, void> {
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let to = chunk.indexOf(10); to !== -1; to = chunk.indexOf(10, from)) {
      yield rest.length === 0 ? chunk.subarray(from, to) : Buffer.concat([...rest, chunk.subarray(from, to)]);
      rest = [];
      from = to + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

/**
 * Reads a whole export and gives its end. `edited` says that people changed the file: its sum need not fit,
 * but every line is read.
 * @throws StoreError when it is no export, is of a newer format, is cut off or was changed.
 */
export async function checkedEnd(file: string, { edited = false }: { edited?: boolean } = {}): Promise<End> {
  const sum = new Checksum();
  let last: Buffer | undefined;
  for await (const line of linesOf(file)) {
    if (last === undefined) checkHead(line, file);
    else sum.add(last);
    if (edited && last !== undefined && sum.lines > 1) rowOf(last.toString('utf8'), sum.lines);
    last = line;
  }
  const end = End.safeParse(jsonOf(last));
  if (!end.success)
    throw new StoreError(
      'export_file',
      `The export ${file} is cut off: its last line is missing. Nothing was read from it.`,
    );
  const found = sum.end();
  if (!edited && (found.sha256 !== end.data.sha256 || found.documents !== end.data.documents))
    throw new StoreError(
      'export_file',
      `The export ${file} was changed since it was written: its checksum does not fit. Nothing was read from it. If you edited it yourself, add --edited.`,
    );
  return found;
}

function checkHead(line: Buffer, file: string): void {
  const head = Head.safeParse(jsonOf(line));
  if (!head.success) throw new StoreError('export_file', `${file} is not an export of Rolefit.`);
  if (head.data.format > HEAD.format)
    throw new StoreError(
      'export_file',
      `The export ${file} is from a newer Rolefit. Import it with that one.`,
    );
}

function jsonOf(line: Buffer | undefined): unknown {
  try {
    return JSON.parse(line?.toString('utf8') ?? '');
  } catch {
    return undefined;
  }
}
