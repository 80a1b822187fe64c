import type { DocumentElement } from '../document/index.ts';
import type { Cascaded } from './cascade.ts';
import { comparable } from './selector.ts';
import type { Pseudo } from './types.ts';

/** What is declared for an element, and for what stands beside its text. */
export interface Declared {
  readonly cascaded: Cascaded;
  readonly beside: readonly (readonly [at: Pseudo, cascaded: Cascaded])[];
  /** What finding it took, of the work that a document may cost. */
  readonly work: number;
}

/**
 * All that selectors can see of an element: itself, and the same of what it stands in and of what stands before it
 * (`selector.ts` knows no way to what it holds, or to what follows but whether anything does). The same rules match
 * elements of one standing, in all documents.
 */
export class Standing {
  /** Undefined: not known yet. */
  declared: Declared | undefined;
  readonly #id: number;
  readonly #within = new Map<string, Standing>();

  constructor(id = 0) {
    this.#id = id;
  }

  /**
   * Of an element that stands in one of this standing.
   * @param made counts those that are new, and numbers them
   */
  of(element: DocumentElement, before: Standing | undefined, isLast: boolean, made: () => number): Standing {
    const after = before === undefined ? '' : String(before.#id);
    const key = `${after} ${isLast ? '$' : ''}${seenOf(element)}`;
    let known = this.#within.get(key);
    if (known === undefined) {
      known = new Standing(made());
      this.#within.set(key, known);
    }
    return known;
  }
}

/** Parts are parted by what no document holds (HTML §13.2.5). */
const parted = '\0';

/** What selectors can ask of an element itself: of attributes whether they are there, and of some their values. */
function seenOf({ name, id, classes, lang, dir, declares, attributes }: DocumentElement): string {
  let seen = name + parted + lang + parted + dir;
  if (declares.lang === true) seen += '.lang';
  if (declares.dir === true) seen += '.dir';
  if (id !== undefined) seen += `${parted}#${id}`;
  if (classes.length > 0) seen += `${parted}.`;
  for (const each of classes) seen += `${each} `;
  for (const attribute in attributes)
    seen += `${parted}[${attribute}${comparable.includes(attribute) ? `=${attributes[attribute]}` : ''}`;
  return seen;
}
