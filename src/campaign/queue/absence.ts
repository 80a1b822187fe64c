import { PressError, type Problem, problem, warning } from '../../diagnostics/index.ts';
import { type QueueAddress, withoutSecrets } from './queue-address.ts';
import { isReply, reasonOf } from './redis-settings.ts';

/** A server that was away for so long, ms, is not coming back. */
const longest = 600_000;

/** That a queue's server is away for some time: it is told once, and is a fault only where it does not come back. */
export class Absence {
  readonly #address: QueueAddress;
  readonly #tell: (problem: Problem) => void;
  #since: number | undefined;

  constructor(address: QueueAddress, tell: (problem: Problem) => void) {
    this.#address = address;
    this.#tell = tell;
  }

  /** It answered. */
  end(): void {
    this.#since = undefined;
  }

  /** It did not. @throws PressError QUEUE_UNREACHABLE */
  goOn(error: unknown): void {
    const reason = withoutSecrets(error instanceof Error ? error.message : String(error), this.#address);
    // One that is full, or became a copy of another one, does answer.
    const how = isReply(error) ? 'takes nothing' : 'does not answer';
    const message = `${this.#address.shown} ${how}: ${reasonOf(reason)}.`;
    if (this.#since === undefined) {
      this.#since = Date.now();
      const advice = 'It is tried again; what workers make meanwhile counts.';
      this.#tell(warning('QUEUE_UNREACHABLE', message, {}, advice));
    }
    if (Date.now() - this.#since <= longest) return;
    const advice = 'What was made is written down: run the same again when the server is there.';
    throw new PressError([problem('QUEUE_UNREACHABLE', message, {}, advice)]);
  }
}
