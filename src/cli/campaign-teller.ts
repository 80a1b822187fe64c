import type { CampaignPace, CampaignProgress, RunResult } from '../campaign/index.ts';
import type { Streams } from './streams.ts';

/** Form of the JSON lines; another one has another number. */
const format = 1;
/** Least time between two lines, and between two drawings of the bar, ms. */
const [ofLines, ofBar] = [5000, 100] as const;

/**
 * Tells how a campaign goes: a bar that redraws itself on a terminal, a line now and then elsewhere, each file that failed
 * in a line of its own; for machines each event as a line of JSON on stdout.
 */
export class CampaignTeller {
  readonly #streams: Streams;
  readonly #json: boolean;
  readonly #now: () => number;
  #last = Number.NEGATIVE_INFINITY;

  constructor(streams: Streams, json: boolean, now: () => number = () => performance.now()) {
    this.#streams = streams;
    this.#json = json;
    this.#now = now;
  }

  tell(progress: CampaignProgress): void {
    if (this.#json) this.#write(progress);
    else if (progress.kind === 'begun') {
      if (this.#streams.err.quiet !== true) this.#line(begun(progress));
    } else if (progress.kind === 'stopping')
      this.#line(
        'Stopping: the files in hand are ended. Ctrl-C again ends at once; nothing is half written.',
      );
    else if (progress.kind === 'worker-lost') this.#line(lost(progress));
    else {
      const { entry } = progress;
      if (entry.outcome === 'failed')
        this.#line(`${entry.file} was not made: ${entry.problems.map(({ code }) => code).join(', ')}`);
      this.#pace(progress);
    }
  }

  /** Makes room for what others say: the bar goes on below it. */
  clear(): void {
    if (this.#streams.err.isTTY === true && this.#streams.err.quiet !== true)
      this.#streams.err.write('\r\x1b[2K');
  }

  end(result: RunResult): void {
    if (this.#json) this.#write({ kind: 'ended', ...result });
    else if (this.#streams.err.quiet !== true) this.#line(ended(result));
  }

  #write(event: object): void {
    this.#streams.out.write(`${JSON.stringify({ format, ...event })}\n`);
  }

  #pace(pace: CampaignPace): void {
    if (this.#streams.err.quiet === true) return;
    const isTerminal = this.#streams.err.isTTY === true;
    const isLast = pace.done === pace.toMake;
    if (!isLast && this.#now() - this.#last < (isTerminal ? ofBar : ofLines)) return;
    this.#last = this.#now();
    if (isTerminal) this.#streams.err.write(`\r\x1b[2K${bar(pace)} ${paceText(pace)}`);
    else this.#streams.err.write(`[${pace.done}/${pace.toMake}] ${paceText(pace)}\n`);
  }

  /** A line that stays; the bar goes on below it. */
  #line(text: string): void {
    this.#streams.err.write(`${this.#streams.err.isTTY === true ? '\r\x1b[2K' : ''}${text}\n`);
  }
}

function begun({ files, kept, toMake, workers }: CampaignProgress & { readonly kind: 'begun' }): string {
  const there = kept === 0 ? '' : ` ${amount(kept)} of them ${kept === 1 ? 'is' : 'are'} there;`;
  const by = workers < 2 ? '' : `, ${workers} at a time`;
  return `${amount(files)} ${files === 1 ? 'file' : 'files'};${there} ${amount(toMake)} to make${by}.`;
}

function lost({ reason, file }: CampaignProgress & { readonly kind: 'worker-lost' }): string {
  return file === undefined
    ? `A worker died (${reason}); what it had in hand is made again.`
    : `Workers died of ${file} (${reason}); it is left out.`;
}

function bar({ done, toMake }: CampaignPace): string {
  const filled = toMake === 0 ? 24 : Math.round((done / toMake) * 24);
  return `${'█'.repeat(filled)}${'░'.repeat(24 - filled)} ${amount(done)}/${amount(toMake)}`;
}

function paceText({ perSecond, secondsLeft, failed }: CampaignPace): string {
  const rate = perSecond >= 10 ? perSecond.toFixed(0) : perSecond.toFixed(1);
  const left = secondsLeft === undefined ? '' : `, ${span(secondsLeft)} left`;
  return `${rate} files a second${left}${failed === 0 ? '' : `, ${amount(failed)} failed`}`;
}

function ended({ made, kept, failed, open, seconds }: RunResult): string {
  const parts = [
    `${amount(made)} made in ${span(seconds)}`,
    ...(kept > 0 ? [`${amount(kept)} were there`] : []),
    ...(failed.length > 0 ? [`${amount(failed.length)} failed`] : []),
    ...(open > 0 ? [`${amount(open)} not come to`] : []),
  ];
  return `${parts.join(', ')}.`;
}

const amount = (count: number) => count.toLocaleString('en-US');

/** `8 s`, `1:05 min`, `2:10 h`. */
export function span(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}:${two(whole % 60)} min`;
  return `${Math.floor(whole / 3600)}:${two(Math.floor((whole % 3600) / 60))} h`;
}
