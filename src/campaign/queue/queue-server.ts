import type { Job, Queue, Worker } from 'bullmq';
import { harmless, PressError, type Problem, problem, warning } from '../../diagnostics/index.ts';
import { parseQueueAddress, type QueueAddress, withoutSecrets } from './queue-address.ts';
import type { JobData } from './queue-job.ts';
import { checkKeys } from './queue-keys.ts';
import {
  hintForReply,
  judgeRedis,
  keepsNothing,
  keepsSomething,
  loaded,
  reasonOf,
  settingsOfRedis,
} from './redis-settings.ts';
import { within } from './waits.ts';

/** Name of the queue that all campaigns share. */
const queueName = 'helpline-press';

/**
 * A worker that says nothing for so long has lost its batch, ms: it is looked for that often, and found after twice as long
 * at most. A file takes a hundredth of that.
 */
const lockMs = 8_000;
const lookMs = 4_000;
/** A server that does not answer for so long at the start is not there, ms. */
const answerMs = 10_000;

/** What of BullMQ's classes is used: the same whatever server is behind them. */
export type BatchQueue = Pick<
  Queue<JobData>,
  | 'addBulk'
  | 'getJob'
  | 'getJobCounts'
  | 'getJobState'
  | 'getRanges'
  | 'getWorkersCount'
  | 'isPaused'
  | 'remove'
  | 'close'
>;
export type BatchWorker = Pick<Worker<JobData>, 'close' | 'isRunning'>;
export type BatchJob = Pick<Job<JobData>, 'id' | 'data' | 'attemptsStarted' | 'moveToWait'>;
export type Work = (job: BatchJob, token: string | undefined) => Promise<void>;

/** A connection to the server, as BullMQ wants it. */
export interface QueueServer {
  readonly address: QueueAddress;
  /** What is to be told of how it keeps what waits. */
  readonly warnings: readonly Problem[];
  /** A queue whose calls fail while the server is away. */
  queue(onError: (error: Error) => void): BatchQueue;
  /** One that takes jobs, one at a time each, for as long as it is not closed, also after the server was away. */
  worker(work: Work, concurrency: number, onError: (error: Error) => void): BatchWorker;
  /** Looks whether what it keeps is a queue, after a call failed. @throws PressError QUEUE_DAMAGED */
  check(): Promise<void>;
  /** Takes the lock of a job from whoever has it, and what is no job from under its name. */
  clear(id: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Connects to a queue and looks whether it can be relied on.
 * @throws PressError QUEUE_ADDRESS, QUEUE_PACKAGE, QUEUE_UNREACHABLE, QUEUE_DENIED, QUEUE_EVICTS, QUEUE_DAMAGED
 */
export async function openQueueServer(text: string): Promise<QueueServer> {
  const address = parseQueueAddress(text);
  return address.kind === 'redis' ? redisServer(address) : postgresServer(address);
}

/** What `import` gives, or in plain words which packages are missing. */
async function peer<T>(load: () => Promise<T>, address: QueueAddress): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error;
    const driver = address.kind === 'redis' ? 'ioredis' : 'pg';
    throw new PressError([
      problem(
        'QUEUE_PACKAGE',
        `A queue needs packages that are not installed (${/'([^']+)'/.exec(message)?.[1] ?? driver}).`,
        {},
        `Install them once: npm install bullmq@6 ${driver === 'pg' ? 'pg@8' : 'ioredis@6'}`,
      ),
    ]);
  }
}

const common = {
  stalledInterval: lookMs,
  lockDuration: lockMs,
  // A batch whose worker dies is never given up: of what makes workers die, their threads die first.
  maxStalledCount: 1_000,
  drainDelay: 2,
};

async function redisServer(address: QueueAddress): Promise<QueueServer> {
  const { Queue, Worker } = await peer(() => import('bullmq'), address);
  const { Redis } = await peer(() => import('ioredis'), address);
  const probe = new Redis(address.url, {
    lazyConnect: true,
    // Where it may not be asked, the driver says so on the console.
    enableReadyCheck: false,
    connectTimeout: answerMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let said = '';
  probe.on('error', (error: Error) => {
    said = error.message;
  });
  let warnings: Problem[];
  try {
    await probe.connect();
    // Its clients go on in another database where there is none of that number.
    if (probe.options.db) await probe.select(probe.options.db);
    await loaded(probe, answerMs);
    warnings = judgeRedis(await settingsOfRedis(probe), address);
    await checkKeys((key) => probe.type(key), queueName, address);
    await keepsSomething(probe, `bull:${queueName}:probe`);
  } catch (error) {
    if (error instanceof PressError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw refusal(/closed/i.test(message) && said !== '' ? said : message, address);
  } finally {
    probe.disconnect();
  }
  const clients: InstanceType<typeof Redis>[] = [];
  /** Says each failure to its listener, tries to come back every second. */
  const connect = (more: object, onError: (error: Error) => void) => {
    const client = new Redis(address.url, { retryStrategy: () => 1_000, connectTimeout: answerMs, ...more });
    client.on('error', onError);
    clients.push(client);
    return client;
  };
  const asking = async (ask: (client: InstanceType<typeof Redis>) => Promise<void>) => {
    const client = connect({ maxRetriesPerRequest: 1 }, () => {});
    try {
      await ask(client);
    } finally {
      client.disconnect();
      clients.splice(clients.indexOf(client), 1);
    }
  };
  return {
    address,
    warnings,
    queue(onError) {
      const connection = connect({ maxRetriesPerRequest: 1, enableOfflineQueue: false }, onError);
      return new Queue<JobData>(queueName, { connection }).on('error', onError);
    },
    worker(work, concurrency, onError) {
      const connection = connect({ maxRetriesPerRequest: null }, onError);
      return new Worker<JobData>(queueName, work, { ...common, connection, concurrency }).on(
        'error',
        onError,
      );
    },
    check: () => asking((client) => checkKeys((key) => client.type(key), queueName, address)),
    clear: (id) =>
      asking(async (client) => {
        const key = `bull:${queueName}:${id}`;
        await client.del(`${key}:lock`);
        if ((await client.type(key)) !== 'hash') await client.del(key);
      }),
    async close() {
      for (const client of clients) client.disconnect();
    },
  };
}

async function postgresServer(address: QueueAddress): Promise<QueueServer> {
  const { createPostgresBackend, withBackend } = await peer(() => import('bullmq'), address);
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const { default: pg } = await peer(() => import('pg'), address);
  const probe = new pg.Client({ connectionString: address.url, connectionTimeoutMillis: answerMs });
  probe.on('error', () => {});
  let warnings: Problem[];
  try {
    await probe.connect();
    const setting = async (name: 'fsync' | 'synchronous_commit') => {
      const { rows } = await probe.query(`SHOW ${name}`);
      return rows[0]?.[name];
    };
    const isSafe = (await setting('fsync')) !== 'off' && (await setting('synchronous_commit')) !== 'off';
    warnings = isSafe
      ? []
      : [
          warning(
            'QUEUE_FORGETS',
            `${address.shown} may forget what waits when its machine stops (fsync or synchronous_commit off).`,
            {},
            'Nothing is lost: the campaign gives it what is not made yet again, as long as it runs.',
          ),
        ];
  } catch (error) {
    throw refusalOf(error, address);
  } finally {
    await probe.end().catch(() => {});
  }
  const connection = { connectionString: address.url, migrate: true, max: 4, keepAlive: true };
  const timed = { ...connection, connectionTimeoutMillis: answerMs, query_timeout: answerMs };
  const trial = new Queue<JobData>(queueName, { connection: timed }).on('error', () => {});
  try {
    // A right that is missing, or tables of a later version, do not come by waiting: it would be tried again for ever.
    await trial.waitUntilReady();
  } catch (error) {
    throw refusalOf(error, address);
  } finally {
    await within(2_000, trial.close());
  }
  return {
    address,
    warnings,
    queue(onError) {
      return new Queue<JobData>(queueName, { connection: timed }).on('error', onError);
    },
    worker(work, concurrency, onError) {
      const options = { ...common, connection, concurrency };
      return new Worker<JobData>(queueName, work, options).on('error', onError);
    },
    // Its tables are its own, and their columns say what they hold: nothing in them is damaged.
    async check() {},
    async clear() {},
    async close() {},
  };
}

const refusalOf = (error: unknown, address: QueueAddress): PressError =>
  refusal(
    error instanceof Error ? `${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}` : '',
    address,
  );

function refusal(said: string, address: QueueAddress): PressError {
  const { shown, kind } = address;
  const reason = reasonOf(harmless(withoutSecrets(said, address)).trim().slice(0, 200));
  const [code, message, hint] =
    /NOAUTH|WRONGPASS|NOPERM|invalid password|invalid username|28P01|28000|authentication|permission denied|^(?:42501|3F000)\b/i.test(
      said,
    )
      ? (['QUEUE_DENIED', `${shown} does not let this in: ${reason}.`, rightsOf(said, kind)] as const)
      : keepsNothing.test(said)
        ? (['QUEUE_DENIED', `${shown} keeps nothing: ${reason}.`, hintForReply(said)] as const)
        : laterTables.test(said)
          ? ([
              'QUEUE_DAMAGED',
              `${shown} holds a queue of a later BullMQ: ${reason}.`,
              'Install the same on all machines, npm install bullmq@6, or give helpline-press a database of its own.',
            ] as const)
          : ([
              'QUEUE_UNREACHABLE',
              `${shown} cannot be reached: ${reason}.`,
              'Is it started, and does it listen to other machines? What was made is written down: run the same again.',
            ] as const);
  return new PressError([problem(code, message, {}, hint)]);
}

/** What BullMQ says of tables that a later version of it made. */
const laterTables = /schema requires BullMQ/;

function rightsOf(said: string, kind: QueueAddress['kind']): string {
  if (kind === 'postgres')
    return 'Are name and password right, and may the name make a schema there? GRANT CREATE ON DATABASE name TO it. Is the schema bullmq there, it is to be of that name.';
  return said.includes('NOPERM')
    ? 'Give the name what a queue needs: ACL SETUSER name ~bull:* &* +@all -@admin -@dangerous +info'
    : 'Are name and password right? An address is redis://name:password@host:port, each percent-encoded.';
}
