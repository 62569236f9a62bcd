/** What can be wrong with the store. */
export type StoreFault =
  | 'busy'
  | 'closed'
  | 'damaged'
  | 'export_file'
  | 'full'
  | 'in_use'
  | 'invalid_document'
  | 'invalid_id'
  | 'lock_lost'
  | 'no_key'
  | 'read_only'
  | 'refused'
  | 'unreachable'
  | 'unreadable';

/** A fault of the store. The message is one sentence for whoever runs Rolefit, with the remedy where there is one. */
export class StoreError extends Error {
  readonly code: StoreFault;

  constructor(code: StoreFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

/** Why a stored document cannot be read. */
export type UnreadableReason =
  | 'not-json'
  | 'newer-version'
  | 'migration-failed'
  | 'invalid'
  | 'cannot-decrypt';

/** Where a document is. */
export interface Address {
  kind: string;
  workspace: string;
  id: string;
}

/** A document that is there and cannot be read. It is kept; an ordinary write does not replace it. */
export class UnreadableDocument extends StoreError {
  readonly address: Address;
  readonly reason: UnreadableReason;

  constructor(address: Address, reason: UnreadableReason, options?: ErrorOptions) {
    super(
      'unreadable',
      `The document ${address.kind} "${address.id}" of workspace "${address.workspace}" cannot be read (${reason}). It is kept as it is; see "Unreadable documents" in docs/storage.md.`,
      options,
    );
    this.name = 'UnreadableDocument';
    this.address = address;
    this.reason = reason;
  }
}
