import { extname } from 'node:path';
import type { SlackObject } from './message.ts';

/** A file of the workspace: first announced, then uploaded, then shared. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly altText: string;
  /** In bytes, as announced. */
  readonly length: number;
  readonly mimetype: string;
  /** Ms since 1970. */
  readonly created: number;
  readonly owner: string;
  readonly bytes?: Buffer;
  readonly isShared: boolean;
}

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.json': 'application/json',
  '.ics': 'text/calendar',
  '.pdf': 'application/pdf',
};

/** The files of a workspace, in memory. */
export class Files {
  readonly #files = new Map<string, StoredFile>();

  /** Ms since 1970. */
  readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** Makes room for a file that is to come. */
  announce(file: Pick<StoredFile, 'name' | 'altText' | 'length' | 'owner'>): StoredFile {
    const announced: StoredFile = {
      ...file,
      id: `F0LOCAL${String(this.#files.size + 1).padStart(4, '0')}`,
      title: file.name,
      mimetype: MIME_TYPES[extname(file.name).toLowerCase()] ?? 'application/octet-stream',
      created: this.now(),
      isShared: false,
    };
    this.#files.set(announced.id, announced);
    return announced;
  }

  /** Keeps what was uploaded. Tells whether it was awaited and as long as announced. */
  upload(id: string, bytes: Buffer): boolean {
    const file = this.#files.get(id);
    if (file === undefined || file.isShared || file.length !== bytes.length) return false;
    this.#files.set(id, { ...file, bytes });
    return true;
  }

  /** Ends an upload; the file can be shown from now on. */
  complete(file: StoredFile, title: string): StoredFile {
    const completed = { ...file, title, isShared: true };
    this.#files.set(file.id, completed);
    return completed;
  }

  /** Takes in what somebody chose from their disk, whole. */
  add({ bytes, ...file }: Pick<StoredFile, 'name' | 'owner'> & { readonly bytes: Buffer }): StoredFile {
    const announced = this.announce({ ...file, altText: '', length: bytes.length });
    this.upload(announced.id, bytes);
    return this.complete({ ...announced, bytes }, file.name);
  }

  get(id: string): StoredFile | undefined {
    return this.#files.get(id);
  }
}

/** What Slack says of a file; `baseUrl` is where it can be fetched: by the app with its token, by people in the page. */
export function fileForApp(file: StoredFile, baseUrl: string): SlackObject {
  const { id, name, title, mimetype, altText } = file;
  const ending = encodeURIComponent(name);
  const seconds = Math.floor(file.created / 1000);
  return {
    id,
    created: seconds,
    timestamp: seconds,
    name,
    title,
    mimetype,
    filetype: extname(name).slice(1).toLowerCase(),
    user: file.owner,
    size: file.length,
    mode: 'hosted',
    is_external: false,
    is_public: true,
    url_private: `${baseUrl}/files-pri/${id}/${ending}`,
    url_private_download: `${baseUrl}/files-pri/${id}/download/${ending}`,
    permalink: `${baseUrl}/files/${id}/${ending}`,
    ...(altText === '' ? {} : { alt_txt: altText }),
  };
}
