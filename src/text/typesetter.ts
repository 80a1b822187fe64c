import type { Faces } from './faces.ts';
import { Memo } from './memo.ts';
import { shapeText, sizeText } from './paragraph.ts';
import type { PreparedParagraph, ShapedText } from './prepared-paragraph.ts';
import type { Breaking, Face, Paragraph, ShapedParagraph, TextSpan } from './types.ts';

/** What a paragraph weighs beside its characters: the objects that hold them. */
const WEIGHT_OF_PARAGRAPH = 100;
const CHARACTERS_KEPT = 200_000;
/** Sizes that a text remembers: as many as copyfitting asks for, so that the next document of its kind finds them. */
const SIZES_KEPT = 16;

/** How much a typesetter did, and how much it found done. */
export interface TypesetterCounts {
  /** Texts shaped. */
  readonly shaped: number;
  /** Shaped texts that were set in other sizes than before. */
  readonly sized: number;
  /** Paragraphs that were remembered. */
  readonly hits: number;
}

/**
 * Shapes paragraphs, and remembers them by their content: faces, sizes, languages, breaking, text. Glyphs are in font
 * units, so a text is shaped once for all its sizes. What it gives never depends on what it remembers.
 */
export class Typesetter {
  readonly #faces: Faces;
  readonly #memo: Memo<ShapedText>;
  readonly #keeps: boolean;
  readonly #stackKeys = new WeakMap<readonly Face[], string>();
  readonly #breakingKeys = new WeakMap<Breaking, string>();
  #shaped = 0;
  #sized = 0;
  #hits = 0;

  /**
   * @param faces the only faces that its paragraphs may use
   * @param characters of text that are remembered at most, twice over (two generations); 0: none
   */
  constructor(faces: Faces, { characters = CHARACTERS_KEPT }: { readonly characters?: number } = {}) {
    this.#faces = faces;
    this.#keeps = characters > 0;
    this.#memo = new Memo(characters, ({ paragraph }) => paragraph.text.length + WEIGHT_OF_PARAGRAPH);
  }

  get counts(): TypesetterCounts {
    return { shaped: this.#shaped, sized: this.#sized, hits: this.#hits };
  }

  /**
   * Shapes a paragraph once; the same content again costs one look-up.
   * @param like one that this typesetter shaped: where it is the same but for its sizes, there is nothing to look up
   */
  shape(paragraph: Paragraph, like?: ShapedParagraph): ShapedParagraph {
    if (this.#keeps && like !== undefined && isSameText(like.paragraph, paragraph))
      return this.#sizedAs((like as PreparedParagraph).text, paragraph);
    // Checks the faces, too.
    const key = this.#keyOf(paragraph);
    if (!this.#keeps) return sizeText(this.#shapeText(paragraph), paragraph);
    const known = this.#memo.get(key);
    if (known !== undefined) return this.#sizedAs(known, paragraph);
    const text = this.#shapeText(paragraph);
    this.#memo.set(key, text);
    const sized = sizeText(text, paragraph);
    text.sized.push(sized);
    return sized;
  }

  #sizedAs(text: ShapedText, paragraph: Paragraph): PreparedParagraph {
    const { sized } = text;
    for (const known of sized)
      if (isAsLarge(known.paragraph, paragraph)) {
        this.#hits++;
        return known;
      }
    this.#sized++;
    const prepared = sizeText(text, paragraph);
    if (sized.length >= SIZES_KEPT) sized.shift();
    sized.push(prepared);
    return prepared;
  }

  /** Forgets every paragraph. */
  clear(): void {
    this.#memo.clear();
  }

  #shapeText(paragraph: Paragraph): ShapedText {
    this.#shaped++;
    return shapeText(paragraph);
  }

  /** Everything that shaping depends on. The text comes last, so that nothing in it can look like a field. */
  #keyOf({ direction, breaking, spans, text }: Paragraph): string {
    let key = `${direction} ${this.#breakingKey(breaking)};`;
    for (const { start, end, faces, digits, language, noWrap, spacing = 0 } of spans)
      key += `${start} ${end} ${noWrap === true ? 1 : 0} ${spacing} ${JSON.stringify(language)}${this.#stackKey(faces)} ${this.#digitsKey(digits)};`;
    return `${key}\n${text}`;
  }

  #breakingKey(breaking: Breaking): string {
    let key = this.#breakingKeys.get(breaking);
    if (key === undefined) {
      key = JSON.stringify(breaking);
      this.#breakingKeys.set(breaking, key);
    }
    return key;
  }

  #digitsKey(face: Face | undefined): string {
    if (face === undefined) return '';
    if (!this.#faces.has(face)) throw new Error('A typesetter takes only open faces of its own Faces');
    return String(face.id);
  }

  #stackKey(stack: readonly Face[]): string {
    let key = this.#stackKeys.get(stack);
    if (key === undefined) {
      if (!stack.every((face) => this.#faces.has(face)))
        throw new Error('A typesetter takes only open faces of its own Faces');
      key = stack.map((face) => ` ${face.id}`).join('');
      this.#stackKeys.set(stack, key);
    }
    return key;
  }
}

/** Are two paragraphs the same but for their sizes, and what is said by them? */
function isSameText(a: Paragraph, b: Paragraph): boolean {
  if (a.text !== b.text || a.direction !== b.direction || a.breaking !== b.breaking) return false;
  if (a.spans.length !== b.spans.length) return false;
  for (let i = 0; i < a.spans.length; i++) if (!isSameSpan(a.spans[i]!, b.spans[i]!)) return false;
  return true;
}

function isSameSpan(a: TextSpan, b: TextSpan): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.faces === b.faces &&
    a.digits === b.digits &&
    a.language === b.language &&
    a.noWrap === b.noWrap &&
    a.spacing === b.spacing
  );
}

/** Are two paragraphs of one text in the same sizes, and their objects equally wide? */
function isAsLarge(a: Paragraph, b: Paragraph): boolean {
  for (let i = 0; i < a.spans.length; i++) if (a.spans[i]!.size !== b.spans[i]!.size) return false;
  const [wide, other] = [a.objects ?? noObjects, b.objects ?? noObjects];
  if (wide.length !== other.length) return false;
  for (let i = 0; i < wide.length; i++) if (wide[i] !== other[i]) return false;
  return true;
}

const noObjects: readonly number[] = [];
