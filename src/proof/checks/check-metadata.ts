import { textOf } from '../file/object.ts';
import { packetOf } from '../file/packet.ts';
import { type Dialable, dialablesIn, enough, isNoNumber, isOneOf } from '../numbers/dialable.ts';
import { digitsOf } from '../numbers/number.ts';
import type { ReadFont } from '../page/font.ts';
import { indexOf } from '../page/piece-index.ts';
import type { Document } from '../page/read.ts';
import { blocksOf, normalize } from '../reading/text.ts';
import type { Check, Expectation } from '../types.ts';
import { count, notChecked, verdict } from './verdict.ts';

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const plain = (xml: string) =>
  xml.replace(/&(lt|gt|amp|quot|apos);/g, (_, entity: string) => entities[entity]!);

/** What stands between two marks, the first after the first; steps of no more than the length. */
function between(text: string, open: string, close: string): string | undefined {
  const start = text.indexOf(open);
  const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
  return end < 0 ? undefined : text.slice(start + open.length, end);
}

/** The text of an XMP property, which the press writes as an element. */
function property(xmp: string, name: string): string | undefined {
  const found = between(xmp, `<${name}>`, `</${name}>`);
  return found === undefined || found.includes('<') ? undefined : plain(found);
}

/** What the press records of a job, by name: the properties `hp:…`. */
export function recordIn(xmp: string): Record<string, string> {
  const record = new Map<string, string>();
  // Once through, whatever it holds.
  for (const { index, 0: open, 1: name } of xmp.matchAll(/<hp:([A-Za-z]{1,40})>/g)) {
    if (record.has(name!)) continue;
    const start = index + open.length;
    const end = xmp.indexOf('<', start);
    record.set(name!, xmp.startsWith(`</hp:${name}>`, end) ? plain(xmp.slice(start, end)) : '');
  }
  return Object.fromEntries(record);
}

/** `dc:title` of an XMP packet. */
export function titleOf(xmp: string): string | undefined {
  const block = between(xmp, '<dc:title>', '</dc:title>');
  const item = block === undefined ? undefined : between(block, '<rdf:li', '</rdf:li>');
  return item === undefined ? undefined : plain(item.slice(item.indexOf('>') + 1));
}

/** The instant that a file bears, as its packet has it. */
export const dateOf = (xmp: string): string | undefined => property(xmp, 'xmp:CreateDate');

/** What a file says of itself, whatever it should say. */
export interface PacketFound {
  readonly title: string | undefined;
  readonly record: Readonly<Record<string, string>>;
  readonly identification: Readonly<Record<string, string | undefined>>;
  readonly strange: readonly string[];
  /** What could be dialled, but for the hash of the disclosure and dates. */
  readonly dialables: readonly Dialable[];
}

/** Kept by the packet and the objects of the Info dictionary: files that differ in their numbers say the same. */
export function packetOfFile(document: Document, disclosure: string): PacketFound {
  const { kept, file, metadata, language } = document;
  const find = () => findPacket(document, disclosure);
  if (kept === undefined || metadata === undefined || file.passing.has(metadata)) return find();
  const information = file.dictionary(file.trailer.get('Info'))!;
  const parts = [...information.values()].map((value) => file.get(value));
  return kept.packets.get([metadata, language, disclosure, information, ...parts], find);
}

function findPacket(document: Document, disclosure: string): PacketFound {
  const { xmp } = document;
  return {
    title: titleOf(xmp),
    record: recordIn(xmp),
    identification: Object.fromEntries(
      ['pdfuaid:part', 'pdfaid:part', 'pdfaid:conformance', 'hp:disclosureVersion', 'hp:disclosureHash'].map(
        (name) => [name, property(xmp, name)],
      ),
    ),
    strange: strangeFacts(document),
    dialables: dialablesOf(document, disclosure),
  };
}

/** The facts that a file records of a job, by name; those that it does not have are undefined. */
export function factsOf({
  guide,
  locale,
  product,
  paper,
  edition,
  purpose,
  disclosure,
  translation,
}: Expectation): Readonly<Record<string, string | undefined>> {
  return {
    guideId: guide.id,
    guideVersion: guide.version,
    guideDate: guide.date,
    locale,
    product,
    paper,
    edition,
    purpose,
    disclosureForm: disclosure.form,
    translationStatus: translation.status,
    translationReviewedBy: translation.reviewedBy,
    translationReviewedOn: translation.reviewedOn,
  };
}

function factFaults(what: string, found: string | undefined, wanted?: string): string[] {
  if (found === undefined || found === '') return [`${what} is missing`];
  const isOther = wanted !== undefined && found !== wanted && normalize(found) !== normalize(wanted);
  return isOther ? [`${what} is "${found}", not "${wanted}"`] : [];
}

/** What is wrong with the standards that a file says it keeps, and with what it tells viewers of itself. */
export function identityFaults({ file, catalog }: Document, { identification }: PacketFound): string[] {
  const wrong: string[] = [];
  for (const [name, wanted] of [
    ['pdfuaid:part', '1'],
    ['pdfaid:part', '2'],
    ['pdfaid:conformance', 'A'],
  ] as const)
    wrong.push(...factFaults(name, identification[name], wanted));
  if (file.dictionary(catalog.get('ViewerPreferences'))?.get('DisplayDocTitle') !== true)
    wrong.push('the window does not show the title');
  if (file.dictionary(catalog.get('MarkInfo'))?.get('Marked') !== true)
    wrong.push('the file does not say that it is tagged');
  return wrong;
}

/** Title, identification, the record of guide and translation; fonts; the imprint. */
export function checkMetadata(document: Document, expectation: Expectation | undefined): Check[] {
  const packet = packetOfFile(document, expectation?.disclosure.hash ?? '');
  const { title, record } = packet;
  const wrong = identityFaults(document, packet);
  const want = (what: string, found: string | undefined, wanted?: string) =>
    wrong.push(...factFaults(what, found, wanted));
  want('the title', title, expectation?.title);
  if (expectation !== undefined) {
    const facts = factsOf(expectation);
    for (const [name, value] of Object.entries(facts))
      if (value !== undefined) want(`hp:${name}`, record[name], value);
    for (const [name, value] of Object.entries(record))
      if (!ownCheck.has(name) && facts[name] === undefined)
        wrong.push(`hp:${name} is "${value}", and nobody said so`);
    wrong.push(...strayNumbers(packet, expectation));
  }
  if (wrong.length === 0) wrong.push(...packet.strange);
  return [
    verdict(
      'METADATA_MISSING',
      wrong,
      1,
      `Title "${title ?? ''}", PDF/UA-1, PDF/A-2a, and the record of the guide.`,
    ),
    checkFonts(document),
    ...checkRecord(document, packet, expectation),
  ];
}

/** A version of the package, as {@link Proof.made} has it. */
const madeBy = /^helpline-press \d{1,3}\.\d{1,3}\.\d{1,3}(?:-[a-z]{1,8}(?:\.\d{1,3})?)?$/;
/** ISO 8601. */
const instant = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z)?$/;

/** The file says of itself what the press says of files, once in the packet and once in the Info dictionary, and nothing else. */
function strangeFacts({ xmp, file, language }: Document): string[] {
  const wrong: string[] = [];
  const title = titleOf(xmp) ?? '';
  const producer = property(xmp, 'pdf:Producer') ?? '';
  const date = dateOf(xmp) ?? '';
  const facts = { title, language: language ?? '', producer, date, record: recordIn(xmp) };
  if (packetOf(facts) !== xmp) wrong.push('its XMP says other things than the press writes');
  if (!madeBy.test(producer)) wrong.push(`it was made by "${producer}"`);
  if (!instant.test(date) || Number.isNaN(Date.parse(date))) {
    wrong.push(`it was made on "${date}"`);
    return wrong;
  }
  const information = file.dictionary(file.trailer.get('Info'))!;
  const when = `D:${new Date(date).toISOString().replace(/\.\d+/, '').replace(/[-:T]/g, '')}`;
  const wanted = { Title: title, Creator: producer, Producer: producer, CreationDate: when, ModDate: when };
  for (const [key, value] of Object.entries(wanted)) {
    const found = textOf(file.get(information.get(key)));
    if (found !== value) wrong.push(`/${key} is "${found}", and its XMP says "${value}"`);
  }
  return wrong;
}

/** Facts of the disclosure, which are held by a line of their own. */
const ownCheck: ReadonlySet<string> = new Set(['disclosureVersion', 'disclosureHash']);
/** ISO 8601, as XMP has dates and times. */
const instants = /\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ?)?/g;

/** Numbers that could be dialled in what a file says of itself, but for its hash, its dates and those of the guide. */
export function strayNumbers(
  { dialables }: Pick<PacketFound, 'dialables'>,
  { numbers, everyday = [] }: Pick<Expectation, 'numbers' | 'everyday'>,
): string[] {
  if (dialables.length === 0) return [];
  const known = new Set(numbers.flatMap(({ display, uri }) => [digitsOf(display), digitsOf(uri)]));
  return dialables
    .filter(
      ({ text, digits }) =>
        digits.length >= enough && !known.has(digits) && !isNoNumber(text) && !isOneOf(everyday, text),
    )
    .map(({ text }) => `it says ${text.trim()}, which is no number of the guide`);
}

function dialablesOf({ xmp, file }: Document, disclosure: string): Dialable[] {
  const information = [...(file.dictionary(file.trailer.get('Info')) ?? [])].flatMap(([key, value]) =>
    key.endsWith('Date') ? [] : [textOf(file.get(value)) ?? ''],
  );
  const said = xmp
    .replace(/<[^<>]*>/g, '\n')
    .replaceAll(disclosure, '')
    .replace(instants, '');
  return [said, ...information].flatMap((text) => text.split('\n')).flatMap((line) => dialablesIn(line));
}

/** A file whose fonts are not embedded is not read at all: this counts them. */
export function checkFonts(document: Document): Check {
  const fonts = new Set<ReadFont>();
  for (const { content } of document.pages)
    for (const piece of content.pieces) for (const font of indexOf(piece).fonts) fonts.add(font);
  return verdict('FONT_NOT_EMBEDDED', [], fonts.size, `${count(fonts.size, 'font')} are embedded.`);
}

function checkRecord(
  document: Document,
  { identification }: PacketFound,
  expectation: Expectation | undefined,
): Check[] {
  if (expectation === undefined) return [notChecked('DISCLOSURE_UNRECORDED'), notChecked('IMPRINT_MISSING')];
  const { disclosure } = expectation;
  const version = identification['hp:disclosureVersion'];
  const hash = identification['hp:disclosureHash'];
  const wrong = [
    ...(version === disclosure.version ? [] : [`the version is ${version ?? 'missing'}`]),
    ...(hash === disclosure.hash ? [] : [`the hash is ${hash ?? 'missing'}`]),
  ];
  return [
    verdict(
      'DISCLOSURE_UNRECORDED',
      wrong,
      1,
      `Version ${disclosure.version}, SHA-256 ${disclosure.hash.slice(0, 12)}….`,
    ),
    checkImprint(document, expectation),
  ];
}

/** Promise 11: the imprint is printed, and of a draft that it is one. */
export function checkImprint(document: Document, { imprint, translation: { mark } }: Expectation): Check {
  const isPrinted = (said: string) => {
    const line = normalize(said);
    return (
      blocksOf(document).some(({ text }) => text.includes(line)) ||
      document.pages.some(({ content }) =>
        normalize(content.runs.map(({ text }) => text).join('')).includes(line),
      )
    );
  };
  const wanted = mark === undefined ? [imprint] : [imprint, mark];
  return verdict(
    'IMPRINT_MISSING',
    wanted.filter((line) => !isPrinted(line)).map((line) => `"${line}" is not printed`),
    1,
    `"${imprint}" is printed.`,
  );
}
