import type { JobData } from './queue-job.ts';
import { openSite, type Site, siteKey } from './queue-site.ts';

/** A site in use. */
export interface OpenSite {
  readonly key: string;
  readonly site: Promise<Site>;
  /** Jobs that it is used for now. */
  users: number;
}

/** Campaigns that are kept open. */
const most = 2;

/** The sites of the campaigns that a worker had jobs of last: each is open while it is used, and the last ones beyond that. */
export class OpenSites {
  readonly #root: string;
  readonly #workers: number;
  readonly #kept: OpenSite[] = [];

  constructor(root: string, workers: number) {
    this.#root = root;
    this.#workers = workers;
  }

  /** The site of a job, open until it is given to `release`. */
  take(job: JobData): OpenSite {
    const key = siteKey(job);
    let found = this.#kept.find((one) => one.key === key);
    if (found === undefined) {
      found = { key, site: openSite(job, this.#root, this.#workers), users: 0 };
      const own = found;
      this.#kept.push(own);
      own.site.catch(() => this.forget(own));
    }
    found.users++;
    while (this.#kept.length > most) {
      const unused = this.#kept.find(({ users }) => users === 0);
      if (unused === undefined) break;
      this.forget(unused);
      this.#closeUnused(unused);
    }
    return found;
  }

  release(open: OpenSite): void {
    open.users--;
    this.#closeUnused(open);
  }

  /** The next job of its campaign opens it anew. */
  forget(open: OpenSite): void {
    const at = this.#kept.indexOf(open);
    if (at >= 0) this.#kept.splice(at, 1);
  }

  /** What is in hand ends with its file. */
  stop(): void {
    for (const { site } of this.#kept) site.then(({ crew }) => crew.stop()).catch(() => {});
  }

  async close(): Promise<void> {
    for (const { site } of this.#kept) await site.then((one) => one.close()).catch(() => {});
  }

  /** What is forgotten is closed by whoever uses it last. */
  #closeUnused(open: OpenSite): void {
    if (open.users > 0 || this.#kept.includes(open)) return;
    void open.site.then((one) => one.close()).catch(() => {});
  }
}
