import { codesOn, type ReadCode } from '../codes/codes.ts';
import type { Document } from '../page/read.ts';
import type { Check, Expectation } from '../types.ts';
import { count, verdict } from './verdict.ts';

/** Every QR code is read back from the page as it is painted: it says what the job asks for, where the job asks for it. */
export function checkCodes(document: Document, expectation: Expectation): Check[] {
  const { qr, numbers, sheets } = expectation;
  const wrong: string[] = [];
  const unread: string[] = [];
  let read = 0;
  if (!qr.content.startsWith('https://') && !numbers.some(({ uri }) => uri === qr.content))
    wrong.push(`${qr.content} is neither a number of the guide nor an https address`);
  document.pages.forEach((page, i) => {
    const codes = codesOn(document, page, qr.content);
    read += codes.length;
    for (const { text } of codes)
      if (text !== qr.content)
        wrong.push(`a code on page ${i + 1} says "${text.slice(0, 100)}", not "${qr.content}"`);
    for (const area of sheets[i]?.areas ?? [])
      if (qr.pages.includes(area.page) && !codes.some((code) => code.text === qr.content && isIn(area, code)))
        unread.push(`no code can be read on ${area.page}`);
  });
  const asked = new Set(sheets.flatMap(({ areas }) => areas.map(({ page }) => page)));
  for (const page of qr.pages) if (!asked.has(page)) unread.push(`there is no page ${page}`);
  const looked = document.pages.length;
  return [
    verdict(
      'QR_WRONG',
      wrong,
      looked,
      `${count(read, 'QR code')} read back from the pages; each says what it should.`,
    ),
    verdict(
      'QR_UNREADABLE',
      unread,
      looked,
      qr.pages.length === 0
        ? 'No page must have a QR code.'
        : `The QR code of ${count(qr.pages.length, 'page')} reads back "${qr.content}".`,
    ),
  ];
}

function isIn(area: Expectation['sheets'][number]['areas'][number], { bounds }: ReadCode): boolean {
  const [x, y] = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
  return x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height;
}
