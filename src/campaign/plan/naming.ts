import { createHash } from 'node:crypto';
import { type Place as At, type Problem, problem, suggest } from '../../diagnostics/index.ts';
import type { Draft } from './draft.ts';

/** The fields that a name is made of, each with what it stands for. */
const nameFields = {
  place: (draft) => draft.place?.values.id ?? 'all',
  guide: ({ guide }) => guide.data.id,
  product: ({ setting }) => setting.product,
  locale: ({ setting }) => setting.locale,
  paper: ({ setting: { paper, orientation } }) =>
    orientation === undefined ? paper : `${paper}-${orientation}`,
  edition: ({ setting }) => setting.edition,
  theme: ({ setting }) => setting.theme,
  purpose: ({ impression: { purpose, duplex } }) => (duplex === 'long' ? `${purpose}-long` : purpose),
  /** Two digits of the place's id: 256 folders of nearly one size. */
  part: (draft) =>
    createHash('sha256')
      .update(draft.place?.values.id ?? '')
      .digest('hex')
      .slice(0, 2),
} as const satisfies Record<string, (draft: Draft) => string>;

type NameField = keyof typeof nameFields;
const fields = Object.keys(nameFields) as readonly NameField[];
const isField = (name: string): name is NameField => Object.hasOwn(nameFields, name);

/** Bytes of a path below the output, and of each part of it: the folder it goes to has a path too. */
const [longestName, longestPart] = [400, 200] as const;

/** Names of devices that Windows gives to no file, whatever follows after a dot. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** What is wrong with a pattern of names: `{locale}/{product}/{place}.{guide}.{paper}.{purpose}.pdf`. */
export function patternProblems(pattern: string, at: At): Problem[] {
  const refuse = (message: string, hint: string) => problem('CAMPAIGN_NAME_INVALID', message, at, hint);
  const names = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!);
  const unknown = names.filter((name) => !isField(name));
  if (unknown.length > 0)
    return unknown.map((name) => refuse(`A name has no field {${name}}.`, suggest(name, fields)));
  const problems: Problem[] = [];
  if (!pattern.endsWith('.pdf'))
    problems.push(refuse('The names do not end in .pdf.', 'Write ….pdf at the end.'));
  const plain = pattern.replace(/\{\w+\}/g, '');
  const wrong = /[^\p{L}\p{M}\p{N} ._/()+,@-]/u.exec(plain)?.[0];
  if (wrong !== undefined)
    problems.push(
      refuse(
        `A name cannot have "${wrong}" in it.`,
        'Letters, digits, spaces and - _ . ( ) + , @, with / between folders.',
      ),
    );
  const fault = nameFault(pattern.replace(/\{\w+\}/g, 'x'));
  if (problems.length === 0 && fault !== undefined)
    problems.push(refuse(`Each name by ${pattern} ${fault}.`, 'Change the pattern under name.'));
  return problems;
}

/** The name of a file by a pattern. */
export function nameOf(pattern: string, draft: Draft): string {
  return pattern
    .replace(/\{(\w+)\}/g, (whole, name: string) => (isField(name) ? nameFields[name](draft) : whole))
    .normalize('NFC');
}

/** What keeps some systems from taking a name, as the end of a sentence; undefined: all take it. */
export function nameFault(name: string): string | undefined {
  const parts = name.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    return 'has a part that is no name: empty, . or ..';
  if (parts.some((part) => /^[ .]|[ .]$/.test(part)))
    return 'has a part that begins or ends with a dot or a space';
  const reserved = parts.find((part) => device.test(part));
  if (reserved !== undefined) return `has the part "${reserved}", which Windows keeps for a device`;
  if (/^campaign\./i.test(parts[0]!))
    return 'begins with "campaign.", as the manifest of the campaign and its own proof do';
  if (parts.length > 1 && /^bundles$/i.test(parts[0]!))
    return 'lies in the folder "bundles", where those of the campaign go (--bundle)';
  if (parts.some((part) => Buffer.byteLength(part) > longestPart) || Buffer.byteLength(name) > longestName)
    return `is longer than ${longestPart} bytes between two /, or than ${longestName} in all`;
  return undefined;
}

/** What a name is to systems that do not tell cases apart, or composed letters from others (Windows, macOS). */
export const sameName = (name: string): string => name.normalize('NFC').toLowerCase();

/** What is wrong with the names of a campaign's files: of one cause once, and not of each file that has it. */
export class Names {
  readonly #pattern: string;
  readonly #at: At;
  readonly #named = new Map<string, Draft>();
  /** What of a place no system takes. */
  readonly #refused = new Map<string, Problem>();
  /** By what two files differ in. */
  readonly #twice = new Map<string, { readonly first: Problem; more: number }>();

  constructor(pattern: string, at: At) {
    this.#pattern = pattern;
    this.#at = at;
  }

  /** The name of a file. */
  take(draft: Draft): string {
    const file = nameOf(this.#pattern, draft);
    const at = draft.place?.source ?? this.#at;
    const fault = nameFault(file);
    const cause = `${draft.place?.values.id} ${fault}`;
    if (fault !== undefined && !this.#refused.has(cause)) {
      const hint = 'Change the pattern under name, or the id of the place.';
      this.#refused.set(cause, problem('CAMPAIGN_NAME_INVALID', `The name ${file} ${fault}.`, at, hint));
    }
    const same = this.#named.get(sameName(file));
    if (same === undefined) this.#named.set(sameName(file), draft);
    else this.#addTwice(file, draft, same, at);
    return file;
  }

  #addTwice(file: string, draft: Draft, same: Draft, at: At): void {
    const missing = missingFields(this.#pattern, draft, same).map((field) => `{${field}}`);
    const known = this.#twice.get(missing.join());
    if (known !== undefined) {
      known.more++;
      return;
    }
    const other = nameOf(this.#pattern, same);
    const first = problem(
      'CAMPAIGN_NAME_TWICE',
      file === other
        ? `Two files would be named ${file}.`
        : `${file} and ${other} are one name to many systems.`,
      at,
      missing.length === 0
        ? 'Say each guide and each place once.'
        : `Put ${missing.join(' and ')} into name: they differ in that.`,
    );
    this.#twice.set(missing.join(), { first, more: 0 });
  }

  get problems(): Problem[] {
    const twice = [...this.#twice.values()].map(({ first, more }) =>
      more === 0
        ? first
        : { ...first, message: first.message.replace(/\.$/, `, and ${more} more have a name twice so.`) },
    );
    return [...this.#refused.values(), ...twice];
  }
}

/** Fields that are not in a pattern and differ between two files: with them the names would too. */
function missingFields(pattern: string, a: Draft, b: Draft): readonly string[] {
  return fields.filter(
    (field) =>
      field !== 'part' && !pattern.includes(`{${field}}`) && nameFields[field](a) !== nameFields[field](b),
  );
}
