import { channel } from 'node:diagnostics_channel';

/** Something worth counting. It carries no id, no name and no text: all of it becomes labels and numbers. */
export type Happening =
  | { kind: 'ack'; ms: number }
  | { kind: 'advice'; outcome: string }
  | { kind: 'refusal'; reason: 'unanswered' | 'not-english' }
  | { kind: 'guard-failure'; reason: string }
  | { kind: 'llm-answer'; result: string; tokens: { input: number; output: number } | undefined }
  | { kind: 'digest'; state: string }
  | { kind: 'slack-error'; method: string; code: string }
  | { kind: 'store'; operation: string; ms: number }
  | { kind: 'rate-limited'; whose: 'person' | 'workspace' }
  | { kind: 'busy' };

/** Where happenings are heard. Without anybody who listens, telling of one costs next to nothing. */
export const HAPPENINGS = channel('rolefit');

export function happened(happening: Happening): void {
  if (HAPPENINGS.hasSubscribers) HAPPENINGS.publish(happening);
}
