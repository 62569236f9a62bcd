import type { KnownBlock, ModalView, PlainTextElement } from '@slack/types';
import { clip, VIEW_BLOCKS, VIEW_TITLE } from './limits.ts';
import { context } from './mrkdwn.ts';

/** What a modal is made of. */
export interface ViewParts {
  title: string;
  blocks: readonly KnownBlock[];
  /** What its listeners hear it by; a modal that only shows something needs none. */
  callbackId?: string;
  submit?: string;
  close?: string;
  /** What the modal remembers, as JSON; 3,000 characters at most. */
  remembers?: object;
}

/** A modal within Slack's limits. When the blocks are too many, those at the end are left out and a line says so. */
export function viewOf({ title, blocks, callbackId, submit, close, remembers }: ViewParts): ModalView {
  const shown =
    blocks.length > VIEW_BLOCKS ? [...blocks.slice(0, VIEW_BLOCKS - 1), context('Shortened.')] : [...blocks];
  return {
    type: 'modal',
    title: plain(clip(title, VIEW_TITLE)),
    blocks: shown,
    close: plain(close ?? 'Close'),
    ...(callbackId === undefined ? {} : { callback_id: callbackId }),
    ...(submit === undefined ? {} : { submit: plain(submit) }),
    ...(remembers === undefined ? {} : { private_metadata: JSON.stringify(remembers) }),
  };
}

export const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text });
