import { readFileSync } from 'node:fs';
import type { Metadata } from '../pdf/index.ts';
import type { Expectation } from '../proof/index.ts';

let name: string | undefined;

/** Name and version of this package, as files record it. */
export function producer(): string {
  if (name === undefined) {
    const file = new URL('../../package.json', import.meta.url);
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
    name = `helpline-press ${version}`;
  }
  return name;
}

/** What the file says of itself. Its date is the one asked for, or the guide's; never the clock's. */
export function metadataOf(expectation: Expectation, date: string | undefined): Metadata {
  const { guide, locale, product, paper, edition, purpose, disclosure, translation } = expectation;
  return {
    title: expectation.title,
    language: locale,
    date: date ?? `${guide.date}T00:00:00Z`,
    producer: producer(),
    properties: {
      guideId: guide.id,
      guideVersion: guide.version,
      guideDate: guide.date,
      locale,
      product,
      paper,
      edition,
      purpose,
      disclosureVersion: disclosure.version,
      disclosureHash: disclosure.hash,
      ...(disclosure.form === undefined ? {} : { disclosureForm: disclosure.form }),
      translationStatus: translation.status,
      ...(translation.reviewedBy === undefined ? {} : { translationReviewedBy: translation.reviewedBy }),
      ...(translation.reviewedOn === undefined ? {} : { translationReviewedOn: translation.reviewedOn }),
    },
  };
}
