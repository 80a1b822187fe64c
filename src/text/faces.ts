import { createHash } from 'node:crypto';
import { PressError, problem } from '../diagnostics/index.ts';
import { readNamed } from '../files/index.ts';
import { OpenFace } from './face.ts';
import { HarfBuzz } from './harfbuzz.ts';
import { FontFault, readFont } from './sfnt.ts';
import type { Face } from './types.ts';

function fault(path: string, reason: string, hint: string): PressError {
  return new PressError([
    problem('FONT_INVALID', `The font cannot be used: ${reason}.`, { file: path }, hint),
  ]);
}

/** Bytes of a font file; the largest shipped, of Chinese, have some 20 MB. */
export const largestFont = 64 * 1024 * 1024;

function readFontFile(path: string): Uint8Array {
  try {
    return readNamed(path, largestFont);
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    const reason = error.problems[0]!.message.replace(/\.$/, '');
    throw fault(path, reason, 'Check the path, or install the package again.');
  }
}

function factsOf(path: string, bytes: Uint8Array) {
  try {
    return readFont(bytes);
  } catch (error) {
    if (!(error instanceof FontFault)) throw error;
    throw fault(path, error.message, error.hint);
  }
}

/**
 * The opened fonts of whoever makes it, and a HarfBuzz of their own. A face is kept by its path and content until all
 * are closed; a file that changed gives another face.
 */
export class Faces {
  readonly #known = new Map<string, OpenFace>();
  #engine: HarfBuzz | undefined;
  #opened = 0;

  /**
   * Opens a TrueType font file. The file is read each time: keep what you get.
   * @param expectedSha256 hex digest that the bytes must have, as the manifest gives it
   * @param letters of a user's own face the scripts (ISO 15924) whose letters it is asked for
   * @throws PressError FONT_INVALID when the file is missing, damaged, not TrueType, or not the expected one
   */
  open(path: string, expectedSha256?: string, letters?: ReadonlySet<string>): Face {
    const bytes = readFontFile(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const key = `${sha256} ${letters === undefined ? '' : [...letters].join(',')} ${path}`;
    let face = this.#known.get(key);
    if (face === undefined) {
      face = new OpenFace({ id: this.#opened, path, letters }, bytes, factsOf(path, bytes), () =>
        this.#harfbuzz(),
      );
      this.#opened++;
      this.#known.set(key, face);
    }
    if (expectedSha256 !== undefined && sha256 !== expectedSha256.toLowerCase())
      throw fault(
        path,
        'its bytes are not the ones the manifest names',
        'Restore the file, or renew the manifest.',
      );
    return face;
  }

  #harfbuzz(): HarfBuzz {
    this.#engine ??= new HarfBuzz();
    return this.#engine;
  }

  /** How many faces are open. */
  get count(): number {
    return this.#known.size;
  }

  /** Was the face opened here, and is not closed? */
  has(face: Face): boolean {
    return [...this.#known.values()].includes(face as OpenFace);
  }

  /** Frees all fonts. Faces that were opened before can no longer shape; their bytes and names stay. */
  close(): void {
    for (const face of this.#known.values()) face.close();
    this.#known.clear();
    this.#engine = undefined;
  }
}
