import { once } from 'node:events';
import { connect } from 'node:net';

/** Writes these bytes to a server, says no more, and gives what it answers until it hangs up. */
export async function tells(url: string, bytes: string | Uint8Array): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname.replace(/^\[|\]$/g, ''));
  let answer = '';
  socket.on('data', (data) => {
    answer += data.toString('latin1');
  });
  // A server may hang up on who speaks nonsense before it has read all of it.
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}
