import { type Place, PressError, type Problem, problem, warning } from '../diagnostics/index.ts';
import { type InlineNode, parseInline } from './inline/inline.ts';
import { readingGrade } from './reading-level.ts';
import type { GuideData } from './schema/schema.ts';
import { checkWording, ownWords } from './schema/wording.ts';
import type { GuideText } from './texts.ts';

/** Grade that the sections of a guide should keep to, and the one above which they are refused, unless it sets others. */
const reading = { goal: 6, limit: 9 } as const;

/** What is said by others, or is a name, is not the guide's to reword. */
const isOwn = ({ role }: GuideText) => role !== 'quoted' && role !== 'name';

/** Words that stigmatize, and sections that are hard to read, by the weights that the guide sets. English only. */
export function languageProblems(
  data: GuideData,
  texts: ReadonlyMap<string, GuideText>,
  place: (key: string) => Place,
): Problem[] {
  if (!(data.locale === 'en' || data.locale.startsWith('en-'))) return [];
  const { lint = {} } = data;
  const wording = [...texts.values()]
    .filter(isOwn)
    .flatMap(({ key, text }) => checkWording(parsed(text), place(key), (rule) => lint[rule] ?? lint.wording));
  return [...wording, ...readingProblems(data, texts, place)];
}

function readingProblems(
  { sections, lint = {} }: GuideData,
  texts: ReadonlyMap<string, GuideText>,
  place: (key: string) => Place,
): Problem[] {
  const {
    readingLevel: weight,
    readingGoal = reading.goal,
    readingLimit = Math.max(reading.limit, readingGoal),
  } = lint;
  if (weight === 'off') return [];
  return sections.flatMap(({ id }) => {
    const own = [...texts.values()].filter(
      (text) =>
        text.key.startsWith(`sections.${id}.`) && isOwn(text) && text.role !== 'alt' && !isEntry(text),
    );
    const read = own.map(({ key, text }) => ({ key, text: sentence(ownWords(parsed(text))) }));
    const grade = readingGrade(read.map(({ text }) => text).join(' '));
    if (grade <= readingGoal) return [];
    const isAbove = grade > readingLimit;
    const make = isAbove && weight !== 'warning' ? problem : warning;
    const hardest = read
      .map(({ key, text }) => ({ key, grade: readingGrade(text) }))
      .reduce((most, each) => (each.grade > most.grade ? each : most));
    return [
      make(
        'READING_LEVEL',
        `The section "${id}" reads at grade ${grade.toFixed(1)}${isAbove ? `, above the limit of ${readingLimit}` : ''}; the goal is ${readingGoal}. Hardest is this text, at grade ${hardest.grade.toFixed(1)}.`,
        place(hardest.key),
        'Shorter sentences, shorter words. Quotes and names do not count; lint: in guide.yaml sets goal, limit and weight (docs/guides.md).',
      ),
    ];
  });
}

/** A cell of a table that is no sentence: a name, an hour, a sum. Grades are measured on sentences. */
const isEntry = ({ path, text }: GuideText) => path.includes('cells') && !/[.!?…]\W*$/.test(text);

/** A text with an end, so that it is no part of the next one's sentence. */
function sentence(text: string): string {
  return /[.!?:…]\W*$/.test(text) ? text : `${text}.`;
}

/** What does not parse is told elsewhere. */
function parsed(text: string): readonly InlineNode[] {
  try {
    return parseInline(text);
  } catch (error) {
    if (error instanceof PressError) return [];
    throw error;
  }
}
