import type { Document } from './read.ts';
import { blocksOf, normalize } from './text.ts';
import type { Check, Expectation } from './types.ts';
import { count, notChecked, verdict } from './verdict.ts';

/** The text of an XMP property, as an element or as an attribute. */
function property(xmp: string, name: string): string | undefined {
  const found = new RegExp(`<${name}>([^<]*)</${name}>|${name}="([^"]*)"`).exec(xmp);
  const value = found?.[1] ?? found?.[2];
  return value?.replace(
    /&(lt|gt|amp|quot|apos);/g,
    (_, entity: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" })[entity] ?? '',
  );
}

/** What the press records of a job, by name: the properties `hp:…`. */
export function recordIn(xmp: string): Record<string, string> {
  const names = new Set([...xmp.matchAll(/<hp:([A-Za-z]{1,40})>/g)].map(([, name]) => name!));
  return Object.fromEntries([...names].map((name) => [name, property(xmp, `hp:${name}`) ?? '']));
}

/** `dc:title` of an XMP packet. */
export function titleOf(xmp: string): string | undefined {
  const block = /<dc:title>([\s\S]*?)<\/dc:title>/.exec(xmp)?.[1];
  return block === undefined
    ? undefined
    : /<rdf:li[^>]*>([^<]*)<\/rdf:li>/
        .exec(block)?.[1]
        ?.replace(
          /&(lt|gt|amp|quot|apos);/g,
          (_, e: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" })[e] ?? '',
        );
}

/** Title, identification, the record of guide and translation; fonts; the imprint. */
export function checkMetadata(document: Document, expectation: Expectation | undefined): Check[] {
  const { xmp, file, catalog } = document;
  const wrong: string[] = [];
  const want = (what: string, found: string | undefined, wanted?: string) => {
    if (found === undefined || found === '') wrong.push(`${what} is missing`);
    else if (wanted !== undefined && normalize(found) !== normalize(wanted))
      wrong.push(`${what} is "${found}", not "${wanted}"`);
  };
  want('the title', titleOf(xmp), expectation?.title);
  want('pdfuaid:part', property(xmp, 'pdfuaid:part'), '1');
  want('pdfaid:part', property(xmp, 'pdfaid:part'), '2');
  want('pdfaid:conformance', property(xmp, 'pdfaid:conformance'), 'A');
  if (file.dictionary(catalog.get('ViewerPreferences'))?.get('DisplayDocTitle') !== true)
    wrong.push('the window does not show the title');
  if (file.dictionary(catalog.get('MarkInfo'))?.get('Marked') !== true)
    wrong.push('the file does not say that it is tagged');
  if (expectation !== undefined) {
    const { guide, locale, product, paper, edition, purpose, translation } = expectation;
    const facts = {
      guideId: guide.id,
      guideVersion: guide.version,
      guideDate: guide.date,
      locale,
      product,
      paper,
      edition,
      purpose,
      translationStatus: translation.status,
      translationReviewedBy: translation.reviewedBy,
      translationReviewedOn: translation.reviewedOn,
    };
    for (const [name, value] of Object.entries(facts))
      if (value !== undefined) want(`hp:${name}`, property(xmp, `hp:${name}`), value);
  }
  return [
    verdict(
      'METADATA_MISSING',
      wrong,
      1,
      `Title "${titleOf(xmp) ?? ''}", PDF/UA-1, PDF/A-2a, and the record of the guide.`,
    ),
    checkFonts(document),
    ...checkRecord(document, expectation),
  ];
}

/** A file whose fonts are not embedded is not read at all: this counts them. */
function checkFonts(document: Document): Check {
  const fonts = new Set(document.pages.flatMap(({ content }) => content.runs.map(({ font }) => font)));
  return verdict('FONT_NOT_EMBEDDED', [], fonts.size, `${count(fonts.size, 'font')} are embedded.`);
}

function checkRecord(document: Document, expectation: Expectation | undefined): Check[] {
  if (expectation === undefined) return [notChecked('DISCLOSURE_UNRECORDED'), notChecked('IMPRINT_MISSING')];
  const { disclosure, imprint } = expectation;
  const version = property(document.xmp, 'hp:disclosureVersion');
  const hash = property(document.xmp, 'hp:disclosureHash');
  const wrong = [
    ...(version === disclosure.version ? [] : [`the version is ${version ?? 'missing'}`]),
    ...(hash === disclosure.hash ? [] : [`the hash is ${hash ?? 'missing'}`]),
  ];
  const line = normalize(imprint);
  const printed =
    blocksOf(document).some(({ text }) => text.includes(line)) ||
    document.pages.some(({ content }) =>
      normalize(content.runs.map(({ text }) => text).join('')).includes(line),
    );
  return [
    verdict(
      'DISCLOSURE_UNRECORDED',
      wrong,
      1,
      `Version ${disclosure.version}, SHA-256 ${disclosure.hash.slice(0, 12)}….`,
    ),
    verdict('IMPRINT_MISSING', printed ? [] : [`"${imprint}" is not printed`], 1, `"${imprint}" is printed.`),
  ];
}
