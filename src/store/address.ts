import { type Address, StoreError } from './errors.ts';

/** The longest workspace and document ids, in UTF-16 code units: an index entry of PostgreSQL ends near 2,700 bytes. */
const LONGEST = { workspace: 100, id: 400 } as const;

const KIND_NAME = /^[a-z][a-z0-9-]{0,39}$/;

/** Ends the workspace in a namespace; `encodeURIComponent` never leaves it in one. */
const END = '/';
/** The character after `END`: what begins with a workspace and `END` sorts before the workspace and this. */
const AFTER_END = '0';

/** Namespaces from `from` on and before `before`, in the order of their bytes. */
export interface NamespaceRange {
  from: string;
  before: string;
}

export const ALL_NAMESPACES: NamespaceRange = { from: '', before: '\u007f' };

/** Namespaces that begin so hold no documents but the store's own notes; no workspace can be named so. */
export const NOTES_PREFIX = END;

export const isKindName = (name: string): boolean => KIND_NAME.test(name);

/**
 * Where the documents of one kind and workspace lie. Different pairs never share a namespace, and the namespaces of a
 * workspace are one range.
 * @throws StoreError when the workspace's id cannot be one.
 */
export function namespaceOf(kind: string, workspace: string): string {
  return `${workspacePrefix(workspace)}${kind}`;
}

/** All namespaces of one workspace. */
export function workspaceRange(workspace: string): NamespaceRange {
  const from = workspacePrefix(workspace);
  return { from, before: `${from.slice(0, -END.length)}${AFTER_END}` };
}

/** The kind and workspace of a namespace; null for one that holds no documents. */
export function partsOf(namespace: string): { kind: string; workspace: string } | null {
  const end = namespace.indexOf(END);
  const kind = namespace.slice(end + END.length);
  return end > 0 && isKindName(kind)
    ? { kind, workspace: decodeURIComponent(namespace.slice(0, end)) }
    : null;
}

/**
 * The id, when it can be one: not empty, not longer than an id of its kind may be, and text that every database keeps as it is.
 * @throws StoreError
 */
export function checkedId(id: string, what: 'workspace' | 'id' = 'id'): string {
  if (id === '' || id.length > LONGEST[what] || !id.isWellFormed() || id.includes('\0'))
    throw new StoreError(
      'invalid_id',
      `A ${what === 'id' ? "document's" : "workspace's"} id must have 1 to ${LONGEST[what]} characters, without NUL or halves of characters.`,
    );
  return id;
}

const workspacePrefix = (workspace: string): string =>
  `${encodeURIComponent(checkedId(workspace, 'workspace'))}${END}`;

/** What a secret is bound to, so that its ciphertext opens nowhere else. */
export const bindingOf = ({ kind, workspace, id }: Address, version: number): string =>
  JSON.stringify([workspace, kind, id, version]);
