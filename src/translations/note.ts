import { type Guide, inlineNodes, parseInline } from '../content/index.ts';
import { englishName } from '../locale/index.ts';

const wordsGroup = 'Words of the products';

/** What a translator must know of a text of the guide: its kind, where it stands, what must stay in it. */
export function textNote(guide: Guide, key: string): string {
  return joined(textKind(guide, key), keep(guide.texts.get(key)!.text));
}

/** The same of a word of the products. */
export function wordNote(key: string, source: string): string {
  return joined(`${wordsGroup}: ${wordKind(key)}`, keep(source));
}

/** What a reviewer must know of a unit under the heading that {@link groupOf} gives. */
export function reviewNote(guide: Guide, key: string, source: string): string {
  const isWord = key.startsWith('press:');
  const kind = isWord ? wordKind(key.slice('press:'.length)) : textKind(guide, key.slice('guide:'.length));
  const heading = `${groupOf(guide, key)}: `;
  const short = kind.startsWith(heading) ? kind.slice(heading.length) : kind;
  return joined(`${short.charAt(0).toUpperCase()}${short.slice(1)}`, keepPrinted(source));
}

const joined = (kind: string, kept: string) => (kept === '' ? `${kind}.` : `${kind}. ${kept}`);

function wordKind(key: string): string {
  return key.startsWith('art.') || key.endsWith('Alt') ? pictureKind : 'the same in every guide';
}

const pictureKind = 'says what a picture shows, read aloud to those who do not see it';

function textKind(guide: Guide, key: string): string {
  const { note, group, isWithin } = guide.texts.get(key)!;
  return isWithin ? `${group}: ${note}` : note;
}

/** The part of the sheet that a unit stands in. */
export function groupOf(guide: Guide, key: string): string {
  return key.startsWith('press:') ? wordsGroup : guide.texts.get(key.slice('guide:'.length))!.group;
}

/** The marks and placeholders of a text, as they are written. */
function keep(text: string): string {
  const marks = marksOf(text).map(({ written, spoken }) =>
    written === spoken ? written : `${written} (${spoken})`,
  );
  return marks.length === 0 ? '' : `Must stay: ${marks.join(', ')}.`;
}

/** The same for a reader who sees the text as it is printed. */
function keepPrinted(text: string): string {
  const marks = [...new Set(marksOf(text).map(({ spoken }) => spoken))];
  return marks.length === 0 ? '' : `Must stay: ${marks.join(', ')}.`;
}

interface Mark {
  readonly written: string;
  readonly spoken: string;
}

function marksOf(text: string): Mark[] {
  const placeholders = [...text.matchAll(/\{\{\s*[\w.]+\s*\}\}/g)].map(([found]) => ({
    written: found,
    spoken: found,
  }));
  const inline = [...inlineNodes(parseInline(text))].flatMap((node): Mark[] => {
    switch (node.kind) {
      case 'strong':
        return [{ written: '** **', spoken: 'bold words' }];
      case 'link':
        return [
          {
            written: `[ ](${node.href})`,
            spoken: `the link to ${node.href.replace(/^(?:tel|mailto):/, '')}`,
          },
        ];
      case 'language':
        return [{ written: `[ ](lang:${node.tag})`, spoken: `words in ${englishName(node.tag)}` }];
      case 'helpline':
        return [{ written: `<helpline:${node.name}>`, spoken: 'the number' }];
      case 'text':
      case 'emphasis':
        return [];
      default:
        return node satisfies never;
    }
  });
  return [...placeholders, ...inline];
}
