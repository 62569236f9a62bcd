import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** Something wrong in a file that people edit: where it is, and what to do about it. */
export interface KnowledgeFault {
  file: string;
  line: number;
  message: string;
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

/** Parses YAML and validates it, giving every fault the line that caused it. */
export function readYaml<S extends z.ZodType>(schema: S, source: YamlSource): YamlRead<z.infer<S>> {
  const counter = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: counter });
  const lineAt = (offset: number) => counter.linePos(offset).line + source.firstLine - 1;
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return source.firstLine;
  };
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      file: source.file,
      line: lineAt(error.pos[0]),
      message: `This is not valid YAML (${firstLineOf(error.message)}). Check indentation, quotes and colons here.`,
    }));
    return { value: undefined, faults, lineOf };
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, faults: [], lineOf };
  const faults = parsed.error.issues.map(({ path, message }) => ({
    file: source.file,
    line: lineOf(path),
    message: `${path.length > 0 ? `"${path.join('.')}"` : 'The file'} is not as expected: ${message}. Correct it or take it out.`,
  }));
  return { value: undefined, faults, lineOf };
}

const firstLineOf = (text: string) => (text.split('\n')[0] ?? '').replace(/:$/, '');
