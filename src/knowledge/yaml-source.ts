import { createRequire } from 'node:module';
import { load, YAMLException } from 'js-yaml';
import type { Document, LineCounter } from 'yaml';
import type { z } from 'zod';

/** The parser that knows lines. It is big, and loaded when there is a fault to tell. */
const yaml = (): typeof import('yaml') => createRequire(import.meta.url)('yaml');

/** Something wrong in a file that people edit: where it is, and what to do about it. */
export interface KnowledgeFault {
  file: string;
  line: number;
  message: string;
  /** Another place that it is about. */
  see?: { file: string; line: number };
}

/** Thrown when knowledge cannot be used; the message lists every fault as `file:line`. */
export class KnowledgeError extends Error {
  readonly code = 'knowledge_invalid';
  readonly faults: KnowledgeFault[];

  constructor(faults: KnowledgeFault[]) {
    super(faults.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
    this.name = 'KnowledgeError';
    this.faults = faults;
  }
}

/** YAML as text, with where it stands: `firstLine` is the line its first line has in the file. */
export interface YamlSource {
  file: string;
  text: string;
  firstLine: number;
}

export interface YamlRead<T> {
  value: T | undefined;
  faults: KnowledgeFault[];
  /** The line of a key path in the file; that of the nearest part which exists. */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Parses YAML and validates it, giving every fault the line that caused it. Lines are found by a slower parser, which is
 * asked only when somebody wants to know one.
 */
export function readYaml<S extends z.ZodType>(schema: S, source: YamlSource): YamlRead<z.infer<S>> {
  let positioned: Positioned | undefined;
  const withPositions = (): Positioned => {
    positioned ??= new Positioned(source);
    return positioned;
  };
  const lineOf: YamlRead<unknown>['lineOf'] = (path) => withPositions().lineOf(path);
  const value = fastValue(source.text);
  const parsed = value === undefined ? undefined : schema.safeParse(value.read);
  if (parsed?.success) return { value: parsed.data, faults: [], lineOf };
  const { document, syntaxFaults, aliasFaults } = withPositions();
  const unreadable = [...syntaxFaults, ...aliasFaults];
  if (unreadable.length > 0) return { value: undefined, faults: unreadable, lineOf };
  const checked = schema.safeParse(document.toJS());
  if (checked.success) return { value: checked.data, faults: [], lineOf };
  const faults = checked.error.issues.flatMap((issue) =>
    complaints(document, issue).map(({ path, message }) => ({
      file: source.file,
      line: lineOf(path),
      message,
    })),
  );
  return { value: undefined, faults, lineOf };
}

/**
 * What js-yaml reads; undefined where it finds fault, which the other parser then tells in full. It is copied, as strings cut
 * from the text would keep all of it in memory.
 */
function fastValue(text: string): { read: unknown } | undefined {
  try {
    return { read: structuredClone(load(text)) };
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

const MOST_ALIASES = 50;

/** A source as a document that knows where its parts stand. */
class Positioned {
  readonly #source: YamlSource;
  readonly #counter: LineCounter;
  readonly document: Document;

  constructor(source: YamlSource) {
    const { LineCounter, parseDocument } = yaml();
    this.#source = source;
    this.#counter = new LineCounter();
    this.document = parseDocument(source.text, { lineCounter: this.#counter });
  }

  get syntaxFaults(): KnowledgeFault[] {
    return this.document.errors.map((error) => ({
      file: this.#source.file,
      line: this.#lineAt(error.pos[0]),
      message: `This is not valid YAML (${firstLineOf(error.message)}). Check indentation, quotes and colons here.`,
    }));
  }

  /** References of YAML that lead nowhere, and more of them than anybody writes: they can make a short file endless. */
  get aliasFaults(): KnowledgeFault[] {
    const faults: KnowledgeFault[] = [];
    let count = 0;
    yaml().visit(this.document, {
      Alias: (_key, alias) => {
        count += 1;
        if (alias.resolve(this.document) !== undefined && count <= MOST_ALIASES) return;
        const line = this.#lineAt(alias.range?.[0] ?? 0);
        const message = `*${alias.source} refers to nothing that can be read. Put words that begin with * in quotes.`;
        faults.push({ file: this.#source.file, line, message });
      },
    });
    return faults;
  }

  lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length -= 1) {
      const start = startOf(this.document, path.slice(0, length));
      if (start !== undefined) return this.#lineAt(start);
    }
    return this.#source.firstLine;
  }

  #lineAt(offset: number): number {
    return this.#counter.linePos(offset).line + this.#source.firstLine - 1;
  }
}

/** Where a part of a document begins, its key with it; undefined when it does not exist. */
function startOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  const { isMap, isNode, isScalar } = yaml();
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const isLast = (key: unknown): boolean => isScalar(key) && String(key.value) === String(path.at(-1));
  const node = isMap(parent) ? parent.items.find(({ key }) => isLast(key))?.key : document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

/** What a person is told of an issue, each with the part that it is about. */
function complaints(document: Document, issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string }[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `"${key}" is not known here. Mend its name or take it out.`,
    }));
  const isMissing = path.length > 0 && startOf(document, path) === undefined;
  return [{ path, message: `${nameOf(document, path)} ${isMissing ? missing(issue) : wrong(issue)}` }];
}

const missing = ({ code, message }: z.core.$ZodIssue): string =>
  code === 'custom' ? `is missing: ${message}. Add it.` : 'is missing. Add it.';

function wrong(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big' && issue.origin === 'number')
    return `is too big. Give at most ${issue.maximum}.`;
  if (issue.code === 'too_small' && issue.origin === 'number')
    return `is too small. Give at least ${issue.minimum}.`;
  if (issue.code === 'too_small' && issue.origin === 'array')
    return `has too few entries. Give at least ${issue.minimum}.`;
  return `is not as expected: ${issue.message}. Correct it or take it out.`;
}

/** A part as people find it: its path from the nearest thing that has an id or a name, such as a rule. */
function nameOf(document: Document, path: readonly PropertyKey[]): string {
  for (let length = path.length - 1; length > 0; length -= 1) {
    const owner = path.slice(0, length);
    const id = document.getIn([...owner, 'id']) ?? document.getIn([...owner, 'name']);
    if (typeof id === 'string') return `"${path.slice(length).join('.')}" of "${id}"`;
  }
  return path.length > 0 ? `"${path.join('.')}"` : 'The file';
}

const firstLineOf = (text: string) => (text.split('\n')[0] ?? '').replace(/:$/, '');
