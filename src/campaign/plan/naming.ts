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

/** Fields that are not in a pattern and differ between two files: with them the names would too. */
export function missingFields(pattern: string, a: Draft, b: Draft): readonly string[] {
  return fields.filter(
    (field) =>
      field !== 'part' && !pattern.includes(`{${field}}`) && nameFields[field](a) !== nameFields[field](b),
  );
}
