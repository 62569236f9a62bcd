import { z } from 'zod';
import { ApiError } from '../api-error.ts';
import { fileForApp, type StoredFile } from '../files.ts';
import type { Message } from '../message.ts';
import { type Call, channelOf, contentOf, type Method, shaped, textOf } from './call.ts';

const MOST_ALT_TEXT = 1000;

const filesGetUploadUrlExternal: Method = (call) => {
  const { workspace } = call;
  const length = shaped(z.coerce.number().int().min(1), textOf(call, 'length'));
  // The reference calls it alt_txt, Slack's own client sends alt_text.
  const altText = textOf(call, 'alt_txt') ?? textOf(call, 'alt_text') ?? '';
  if (altText.length > MOST_ALT_TEXT) throw new ApiError('alt_txt_too_large');
  const { id } = workspace.files.announce({
    name: textOf(call, 'filename') ?? '',
    altText,
    length,
    owner: workspace.app.botUserId,
  });
  return { upload_url: `${call.baseUrl()}/upload/${id}`, file_id: id };
};

const Uploaded = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);

/** Where the files go; undefined when they stay with the app. */
function placeOf(call: Call): Pick<Message, 'channel' | 'threadTs'> | undefined {
  if (textOf(call, 'channel_id') === undefined) return undefined;
  const channel = channelOf(call, 'channel_id');
  if (!channel.members.has(call.workspace.app.botUserId)) throw new ApiError('not_in_channel');
  if (channel.isArchived) throw new ApiError('posting_to_channel_denied');
  const thread = textOf(call, 'thread_ts');
  return { channel: channel.id, ...(thread === undefined ? {} : { threadTs: thread }) };
}

/** The words above the files: the comment or, without one, blocks. */
function commentOf(call: Call): Pick<Message, 'text' | 'blocks'> {
  const comment = textOf(call, 'initial_comment') ?? '';
  if (comment !== '') return contentOf({ text: comment }, call.newId);
  return call.arguments.blocks === undefined
    ? { text: '' }
    : contentOf({ blocks: call.arguments.blocks }, call.newId);
}

const filesCompleteUploadExternal: Method = (call) => {
  const { workspace } = call;
  const { files, app } = workspace;
  const uploaded = shaped(Uploaded, call.arguments.files).map(({ id, title }) => {
    const file = files.get(id);
    if (file?.bytes === undefined || file.isShared) throw new ApiError('file_not_found');
    return { file, title: title ?? file.name };
  });
  const place = placeOf(call);
  const comment = commentOf(call);
  const completed: readonly StoredFile[] = uploaded.map(({ file, title }) => files.complete(file, title));
  const shown = completed.map((file) => fileForApp(file, call.baseUrl()));
  if (place !== undefined) {
    workspace.post({
      ...place,
      ...comment,
      user: app.botUserId,
      botId: app.botId,
      subtype: 'file_share',
      files: shown,
    });
    if (place.threadTs !== undefined) workspace.sessions.hush(place.channel, place.threadTs);
  }
  return { files: shown };
};

export const fileMethods = {
  'files.getUploadURLExternal': filesGetUploadUrlExternal,
  'files.completeUploadExternal': filesCompleteUploadExternal,
} satisfies Record<string, Method>;
