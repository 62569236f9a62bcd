import type { DigestRun } from '../records/digest-runs.ts';
import type { Digest, StopReason } from '../records/digests.ts';
import type { MadeDigest } from './make-digest.ts';

/** What whoever answers for a digest is told. */
export type Notice =
  | { kind: 'stopped'; why: StopReason; digest: Digest }
  | { kind: 'gave-up'; digest: Digest; run: Pick<DigestRun, 'name' | 'date'>; reference: string };

/** The app in one workspace's Slack, as far as digests need it. What it cannot do it throws as a PosterError. */
export interface Poster {
  /** Whether somebody is still there; true where Slack does not say. */
  isHere(user: string): Promise<boolean>;
  /** The ts of the message that posted an occurrence, by its mark; null when there is none since then (ms). */
  find(channel: string, mark: Mark, since: number): Promise<string | null>;
  /** Uploads the picture; its id, or null where the app may not. */
  upload(png: Buffer, alt: string): Promise<string | null>;
  /** Posts a digest with its mark; its ts. */
  post(digest: Digest, mark: Mark, made: MadeDigest, picture: string | null): Promise<string>;
  /** Tells it to people, directly, or in channels; where it cannot be told is passed over. */
  tell(places: readonly string[], notice: Notice): Promise<void>;
}

/** What a posted digest carries unseen, so that it can be found. */
export interface Mark {
  digest: string;
  occurrence: string;
}

/** Gives the poster of a workspace. @throws PosterError */
export type PosterFor = (workspace: string, enterprise: string | null) => Promise<Poster>;

/**
 * Slack did not do it: it may later (`wait`), never until somebody changes something (`stop`), it takes the message without
 * the picture (`no-picture`), or it does not take it at all (`refused`). Anything else that is thrown may pass.
 */
export class PosterError extends Error {
  readonly code = 'poster';
  readonly why:
    | { kind: 'wait'; waitMs: number }
    | { kind: 'stop'; reason: StopReason }
    | { kind: 'no-picture' }
    | { kind: 'refused' };

  constructor(why: PosterError['why'], options?: ErrorOptions) {
    super(`Slack did not take a digest: ${why.kind}`, options);
    this.name = 'PosterError';
    this.why = why;
  }
}
