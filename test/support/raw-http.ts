import { once } from 'node:events';
import { connect } from 'node:net';

/** Writes these bytes to a server, and gives what it answers until it hangs up. `endsWriting` says that nothing follows. */
export async function tells(
  url: string,
  bytes: string | Uint8Array,
  { endsWriting = false }: { endsWriting?: boolean } = {},
): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (data) => {
    answer += data.toString('latin1');
  });
  // A server may hang up on who speaks nonsense before it has read all of it.
  socket.on('error', () => undefined);
  if (endsWriting) socket.end(bytes);
  else socket.write(bytes);
  await once(socket, 'close');
  return answer;
}
