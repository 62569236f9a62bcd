import type { Pool, PoolClient } from 'pg';
import { StoreError } from './errors.ts';
import { busy } from './mutexes.ts';
import { postgresFault } from './postgres-fault.ts';

/** The SQLSTATE of a lock that was waited for in vain. */
const LOCK_NOT_AVAILABLE = '55P03';

/** What our advisory locks are told from those of others in the same database by. */
const LOCK = "hashtextextended('rolefit:' || $1, 0)";

/**
 * Runs the job under an advisory lock, which belongs to one connection that does nothing else meanwhile. When that
 * connection dies, PostgreSQL gives the lock away: the job is told by the signal, and when it has ended the call fails,
 * because another may have worked at the same time. What the job throws goes up as it is.
 */
export async function underLock<T>(
  pool: Pool,
  key: string,
  timeoutMs: number,
  job: (lost: AbortSignal) => Promise<T>,
): Promise<T> {
  const client = await connected(pool, key, timeoutMs);
  const lost = new AbortController();
  const lose = (): void => lost.abort();
  client.on('error', lose).on('end', lose);
  try {
    await lock(client, key, timeoutMs);
    const result = await job(lost.signal);
    if (lost.signal.aborted)
      throw new StoreError(
        'lock_lost',
        `The connection to PostgreSQL that held the lock on "${key}" was lost meanwhile, so another instance may have written too. Look at the result before trying again.`,
      );
    return result;
  } finally {
    client.off('error', lose).off('end', lose);
    client.release(await unlock(client, key));
  }
}

/** A connection for one lock. When all are held by other locks for too long, that is no fault of the network. */
async function connected(pool: Pool, key: string, timeoutMs: number): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    const allHeld = pool.totalCount >= pool.options.max && pool.idleCount === 0;
    throw allHeld ? busy(key, timeoutMs, error) : postgresFault(error);
  }
}

async function lock(client: PoolClient, key: string, timeoutMs: number): Promise<void> {
  try {
    await client.query("SELECT set_config('lock_timeout', $1, false)", [`${Math.max(1, timeoutMs)}ms`]);
    await client.query(`SELECT pg_advisory_lock(${LOCK})`, [key]);
  } catch (error) {
    throw (error as { code?: string }).code === LOCK_NOT_AVAILABLE
      ? busy(key, timeoutMs, error)
      : postgresFault(error);
  }
}

/** Gives the lock back; true when the connection is of no more use, and ending it gives the lock back. */
async function unlock(client: PoolClient, key: string): Promise<boolean> {
  try {
    await client.query(`SELECT pg_advisory_unlock(${LOCK})`, [key]);
    return false;
  } catch {
    return true;
  }
}
