/** A wish that Slack's own window would not let a person have, in a sentence. */
export class NotPossible extends Error {
  readonly code = 'not_possible';
}
