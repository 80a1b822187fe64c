import type { Faces } from './faces.ts';
import { Memo } from './memo.ts';
import { checkSpans, prepare } from './paragraph.ts';
import type { PreparedParagraph } from './prepared-paragraph.ts';
import type { Breaking, Face, Paragraph, ShapedParagraph } from './types.ts';

/** What a paragraph weighs beside its characters: the objects that hold them. */
const WEIGHT_OF_PARAGRAPH = 100;
const CHARACTERS_KEPT = 500_000;

/** How much a typesetter did, and how much it found done. */
export interface TypesetterCounts {
  /** Paragraphs shaped. */
  readonly shaped: number;
  /** Paragraphs that were remembered. */
  readonly hits: number;
}

/**
 * Shapes paragraphs, and remembers them by their content: faces, sizes, languages, breaking, text. What it gives never
 * depends on what it remembers.
 */
export class Typesetter {
  readonly #faces: Faces;
  readonly #memo: Memo<PreparedParagraph>;
  readonly #keeps: boolean;
  readonly #stackKeys = new WeakMap<readonly Face[], string>();
  readonly #breakingKeys = new WeakMap<Breaking, string>();
  #shaped = 0;
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
    return { shaped: this.#shaped, hits: this.#hits };
  }

  /** Shapes a paragraph once; the same content again costs one look-up. */
  shape(paragraph: Paragraph): ShapedParagraph {
    if (!this.#keeps) return this.#prepare(paragraph);
    const key = this.#keyOf(paragraph);
    let prepared = this.#memo.get(key);
    if (prepared === undefined) {
      prepared = this.#prepare(paragraph);
      this.#memo.set(key, prepared);
    } else this.#hits++;
    return prepared;
  }

  /** Forgets every paragraph. */
  clear(): void {
    this.#memo.clear();
  }

  #prepare(paragraph: Paragraph): PreparedParagraph {
    checkSpans(paragraph);
    this.#shaped++;
    return prepare(paragraph);
  }

  /** Everything that the result depends on. The text comes last, so that nothing in it can look like a field. */
  #keyOf({ direction, breaking, spans, objects, text }: Paragraph): string {
    let key = `${direction} ${this.#breakingKey(breaking)} ${objects?.join(',') ?? ''};`;
    for (const { start, end, faces, size, language, noWrap } of spans)
      key += `${start} ${end} ${size} ${noWrap === true ? 1 : 0} ${JSON.stringify(language)}${this.#stackKey(faces)};`;
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
