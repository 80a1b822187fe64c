import type { Guide } from '../content/index.ts';
import type { Locale } from '../locale/index.ts';
import { ofWhatIsSaid, type PageFacts, type View } from './page-facts.ts';
import { saidView } from './view.ts';

type ViewOf = (guide: Guide, locale: Locale, facts: PageFacts) => View;

interface Said {
  readonly guide: Guide;
  readonly locale: Locale;
  readonly facts: PageFacts;
  readonly view: View;
}

/** What one template sees of guides: where one is arranged once more, what it says is looked up once. */
export function views(): ViewOf {
  let last: Said | undefined;
  return (guide, locale, facts) => {
    if (last === undefined || !isSaidOf(last, guide, locale, facts))
      last = { guide, locale, facts, view: saidView(guide, locale, facts) };
    return { ...last.view, ...arrangedView(facts) };
  };
}

function isSaidOf(said: Said, guide: Guide, locale: Locale, facts: PageFacts): boolean {
  return (
    said.guide === guide &&
    said.locale === locale &&
    ofWhatIsSaid.every((name) => said.facts[name] === facts[name])
  );
}

/** How a page is arranged, as templates ask for it. */
function arrangedView(facts: PageFacts): View {
  return {
    contents: facts.contents === true,
    notes: Array.from({ length: facts.notes ?? 0 }, () => ({})),
    ...smallView(facts),
    ...(facts.near === true ? { near: true } : {}),
    ...(facts.full === true ? { full: true } : {}),
  };
}

/** The pictures to be left out; `bare` is there where there are any. */
function smallView({ small }: PageFacts): View {
  if (small === undefined || small.size === 0) return { small: {} };
  return { bare: true, small: Object.fromEntries([...small].map((name) => [name, true])) };
}
