import type { Guide } from '../content/index.ts';
import type { Equipment, Watch } from './equipment.ts';
import { shippedFolders } from './folders.ts';
import type { Folders, Impression, Job, Setting } from './job.ts';
import { makePlate, type Plate } from './plate.ts';
import { type Printed, printPlate } from './print.ts';
import { type PrintedReview, printReview, type ReviewGroup, type ReviewPaper } from './review.ts';

/**
 * Owns what outlives a document. One a thread; what it keeps saves time and changes nothing.
 */
export class Press implements Equipment {
  readonly folders: Folders;
  readonly watch: Watch;

  constructor(folders: Partial<Folders> = {}, watch: Watch = (_, work) => work()) {
    this.folders = { ...shippedFolders(), ...folders };
    this.watch = watch;
  }

  /**
   * Sets a guide: what is wrong with the pages is told beside them.
   * @throws PressError where there can be no pages: a field, template, style or picture that is wrong
   */
  plate(guide: Guide, setting: Setting): Plate {
    return makePlate(guide, setting, this);
  }

  /** Prints a plate; nothing is written. @throws PressError with everything that is wrong; then there is no file. */
  print(plate: Plate, impression: Impression): Printed {
    return printPlate(plate, impression, this);
  }

  /**
   * A working paper for the reviewer of a translation; nothing is written.
   * @throws PressError LOCALE_UNKNOWN, TRANSLATION_* when the translation is not whole, and all that printing throws
   */
  review(
    guide: Guide,
    tag: string,
    groups: readonly ReviewGroup[],
    paper: ReviewPaper,
    date?: string,
  ): PrintedReview {
    return printReview(guide, tag, groups, paper, this, date);
  }

  /** One job from guide to proved bytes. @throws PressError with everything that is wrong */
  run(guide: Guide, job: Job): Printed {
    return this.print(this.plate(guide, job), job);
  }
}
