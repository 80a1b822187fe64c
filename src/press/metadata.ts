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

/** What the file says of itself; the date is `SOURCE_DATE_EPOCH` or that of the guide, never the clock. */
export function metadataOf(expectation: Expectation): Metadata {
  const { guide, locale, product, paper, edition, purpose, disclosure, translation } = expectation;
  return {
    title: expectation.title,
    language: locale,
    author: undefined,
    subject: undefined,
    keywords: [],
    date: dateOf(guide.date),
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
      translationStatus: translation.status,
      ...(translation.reviewedBy === undefined ? {} : { translationReviewedBy: translation.reviewedBy }),
      ...(translation.reviewedOn === undefined ? {} : { translationReviewedOn: translation.reviewedOn }),
    },
  };
}

function dateOf(guideDate: string): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch === undefined || !/^\d{1,11}$/.test(epoch)) return `${guideDate}T00:00:00Z`;
  return `${new Date(Number(epoch) * 1000).toISOString().slice(0, 19)}Z`;
}
