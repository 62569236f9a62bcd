import type { IncomingMessage, ServerResponse } from 'node:http';
import { DOWNLOAD, type HttpAnswer, throughFault, UPLOAD } from './faults.ts';
import type { Files, StoredFile } from './files.ts';
import { bytesOf, type RouteParts, sendJson } from './http.ts';
import { MOST_FILE_BYTES, TOO_LARGE_A_FILE } from './interactions/attached-files.ts';
import { NotPossible } from './not-possible.ts';

/** Takes the content of a file whose upload was announced. */
export async function takeUpload(
  { workspace, faults }: Pick<RouteParts, 'workspace' | 'faults'>,
  request: IncomingMessage,
  id: string,
): Promise<HttpAnswer> {
  const bytes = await bytesOf(request);
  if (bytes === undefined) return { status: 413, body: { ok: false, error: 'request_too_large' } };
  const content = await contentOf(bytes, request.headers['content-type'] ?? '');
  return throughFault(faults.take(UPLOAD), () =>
    content !== undefined && workspace.files.upload(id, content)
      ? { status: 200, body: { ok: true } }
      : { status: 400, body: { ok: false, error: 'upload_failed' } },
  );
}

/** What a body holds: the file itself or, in a form, the first one in it. Undefined when it is no form after all. */
async function contentOf(bytes: Buffer, contentType: string): Promise<Buffer | undefined> {
  if (!contentType.startsWith('multipart/form-data')) return bytes;
  try {
    const form = await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': contentType },
    }).formData();
    const file = [...form.values()].find((value) => typeof value !== 'string');
    return file === undefined ? undefined : Buffer.from(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Takes a file that somebody at the page chose for a form. Resolves with its id. @throws NotPossible */
export async function takeAttachment(
  { person }: Pick<RouteParts, 'person'>,
  request: IncomingMessage,
  { user, name }: { readonly user: string; readonly name: string },
): Promise<string> {
  const bytes = await bytesOf(request, MOST_FILE_BYTES);
  if (bytes === undefined) throw new NotPossible(TOO_LARGE_A_FILE);
  return person(user).choosesFile({ name, bytes });
}

/**
 * Hands the app a file for its token. Without one that may read it, it is led to where people sign in, as at Slack: whoever
 * follows gets a page with status 200.
 */
export function sendPrivateFile(
  { fileForToken, faults }: Pick<RouteParts, 'fileForToken' | 'faults'>,
  { headers }: IncomingMessage,
  id: string,
  response: ServerResponse,
): HttpAnswer | undefined {
  const file = fileForToken((headers.authorization ?? '').replace(/^Bearer /, ''), id);
  const fault = faults.take(DOWNLOAD);
  if (fault !== undefined) return throughFault(fault, () => ({ status: 200, body: {} }));
  if (file?.bytes === undefined) response.writeHead(302, { location: '/' }).end();
  else sendBytes(file, file.bytes, response);
  return undefined;
}

/** Shows a file to the page. */
export function sendFile(files: Files, id: string, response: ServerResponse): void {
  const file = files.get(id);
  if (file?.bytes === undefined || !file.isShared) {
    sendJson(response, { status: 404, body: { ok: false, error: 'file_not_found' } });
    return;
  }
  sendBytes(file, file.bytes, response);
}

/** `sandbox` keeps what an app uploaded from running in the page. */
const sendBytes = ({ mimetype }: StoredFile, bytes: Buffer, response: ServerResponse): void =>
  void response
    .writeHead(200, {
      'content-type': mimetype,
      'content-length': bytes.length,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .end(bytes);
