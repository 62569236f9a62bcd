import type { IncomingMessage, ServerResponse } from 'node:http';
import { type HttpAnswer, throughFault, UPLOAD } from './faults.ts';
import type { Files } from './files.ts';
import { bytesOf, type RouteParts, sendJson } from './http.ts';

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

/** Shows a file to the page; `sandbox` keeps what an app uploaded from running there. */
export function sendFile(files: Files, id: string, response: ServerResponse): void {
  const file = files.get(id);
  if (file?.bytes === undefined || !file.isShared) {
    sendJson(response, { status: 404, body: { ok: false, error: 'file_not_found' } });
    return;
  }
  response
    .writeHead(200, {
      'content-type': file.mimetype,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .end(file.bytes);
}
