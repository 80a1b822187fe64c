import { type Problem, problem } from '../diagnostics/index.ts';
import { checkHeading, headingLevel } from './heading.ts';
import type { DocumentElement, HtmlDocument } from './tree.ts';
import { elementsOf, textContent } from './walk.ts';

/** What a reader who does not see the page needs: alternatives, names, headings without gaps (PDF/UA-1 7.4.2). */
export function checkAccessibility({ body }: HtmlDocument): Problem[] {
  const problems: Problem[] = [];
  let level = 0;
  for (const element of elementsOf(body)) {
    const { name, attributes, origin } = element;
    if (name === 'img' && attributes.alt === undefined)
      problems.push(
        problem(
          'ALT_MISSING',
          `The picture ${attributes.src ?? ''} has no alt.`,
          origin,
          'Say what it shows, or alt="" if it only decorates.',
        ),
      );
    if (name === 'img' && attributes.alt?.trim() === '' && attributes.src?.startsWith('qr:') === true)
      problems.push(
        problem(
          'ALT_MISSING',
          'The QR code has an empty alt: it is no decoration.',
          origin,
          'Say what it opens: alt="{{qrAlt}}".',
        ),
      );
    if (name === 'a' && !named(element))
      problems.push(
        problem(
          'LINK_UNNAMED',
          `The link to ${attributes.href ?? ''} has no text.`,
          origin,
          'Give it words that say where it leads.',
        ),
      );
    if (name === 'abbr') problems.push(...checkAbbreviation(element));
    problems.push(...checkHeading(element));
    const next = headingLevel(element);
    if (next === undefined) continue;
    const tag = name === 'div' ? `<div role="heading" aria-level="${next}">` : `<${name}>`;
    if (next > level + 1)
      problems.push(
        level === 0
          ? problem(
              'HEADING_SKIPPED',
              `The first heading is ${tag}.`,
              origin,
              'The first heading in reading order is <h1>.',
            )
          : problem('HEADING_SKIPPED', `${tag} follows <h${level}>.`, origin, `Use <h${level + 1}>.`),
      );
    level = next;
  }
  return problems;
}

/** What is read aloud for a short form is heard instead of it: one word, and no number in either. */
function checkAbbreviation(element: DocumentElement): Problem[] {
  const { attributes, origin } = element;
  const text = textContent(element).trim();
  const title = (attributes.title ?? '').trim();
  const isWord = /^[\p{L}\p{M}.&/-]{1,20}$/u.test(text);
  // It may be in another language, or isolated.
  const isText = elementsOf(element).every(({ name }) => ['abbr', 'span', 'bdi'].includes(name));
  if (isWord && isText && title !== '' && !/\p{N}/u.test(title)) return [];
  return [
    problem(
      'HTML_ATTRIBUTE_UNKNOWN',
      `<abbr title="${title}"> stands around "${text.slice(0, 40)}".`,
      origin,
      'An <abbr> holds one short form, without digits, and its title what that is short for.',
    ),
  ];
}

function named(link: DocumentElement): boolean {
  if (textContent(link).trim() !== '') return true;
  return elementsOf(link).some((e) => e.name === 'img' && (e.attributes.alt ?? '') !== '');
}
