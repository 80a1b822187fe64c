import type { Guide, NumberPair } from '../content/index.ts';
import type { BundleOptions, BundlePiece, PrintedBundle } from './bundle.ts';
import type { Folders, Impression, Job } from './job.ts';
import type { SettingOptions } from './options.ts';
import type { Plate } from './plate.ts';
import type { Printed } from './print.ts';

/**
 * What callers of the library see of a press: it owns what outlives a document (faces, the shaper, paragraphs that were
 * shaped, what was made of files). One a thread; what it keeps saves time and changes nothing.
 */
export interface PressDoor {
  readonly folders: Folders;
  /**
   * Sets a guide: what is wrong with the pages is told beside them.
   * @throws PressError where there can be no pages: a field, template, style or picture that is wrong; USAGE for a
   * setting that is none; GUIDE_CHANGED for a guide that was not loaded
   */
  plate(guide: Guide, setting: SettingOptions): Plate;
  /**
   * Sets a guide in two languages that are printed as one piece, the setting's and `locale`, to be bundled in that order
   * (`backToBack`). Of a booklet they face each other, and neither is printed by itself.
   * @throws PressError as `plate`
   */
  pair(guide: Guide, setting: SettingOptions, locale: string): readonly [Plate, Plate];
  /** Prints a plate; nothing is written. @throws PressError with everything that is wrong; then there is no file. */
  print(plate: Plate, impression?: Partial<Impression>): Printed;
  /**
   * Prints several plates as one file, whose proof is of all of them; nothing is written. `bundleLimit` says how
   * many pages it may have.
   * @throws PressError BUNDLE_MIXED, BUNDLE_TOO_LONG, and with everything that is wrong with a piece; then there is no file
   */
  bundle(pieces: readonly BundlePiece[], options: BundleOptions): PrintedBundle;
  /**
   * The same plate with another number for its main helpline: what it prints is, byte for byte, what a plate set anew
   * prints. Undefined where the number is of another shape: set that one anew.
   * @throws PressError HELPLINE_INVALID where the number is none
   */
  withNumber(plate: Plate, number: NumberPair): Plate | undefined;
  /** One job from guide to proved bytes. @throws PressError with everything that is wrong */
  run(guide: Guide, job: Job): Printed;
  /** Lets go of everything; the press is of no use afterwards. */
  close(): void;
}
