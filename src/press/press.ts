import { type Guide, loadedOf, type NumberPair } from '../content/index.ts';
import { netted, PressError, problem } from '../diagnostics/index.ts';
import { Stock } from '../files/index.ts';
import { WrittenFiles } from '../pdf/index.ts';
import { Kept } from '../proof/index.ts';
import { Faces, Typesetter } from '../text/index.ts';
import { type BundleOptions, type BundlePiece, type PrintedBundle, printBundle } from './bundle.ts';
import type { PressDoor } from './door.ts';
import type { Equipment, Watch } from './equipment.ts';
import { makeFormes } from './facing.ts';
import { overShipped } from './folders.ts';
import type { Folders, Impression, Job } from './job.ts';
import { lackingIn, type NamePart, nameParts } from './name-parts.ts';
import { withNumber } from './number.ts';
import { parseFolders, parseImpression, parseSetting, qrOf, type SettingOptions } from './options.ts';
import { type Forme, formeOf, makeForme, type Plate, plateOf } from './plate.ts';
import { Precedents } from './precedents.ts';
import { type Printed, printPlate } from './print.ts';
import { type PrintedReview, printReview, type ReviewGroup, type ReviewPaper } from './review.ts';
import { LanguageSettings } from './settings.ts';
import { type PrintedPaper, printWorkingPaper, type WorkingPaper } from './working-paper.ts';

/** How a press works. */
export interface PressOptions {
  /** False: nothing is kept from one document to the next. Every byte is the same, and takes longer. */
  readonly keeps?: boolean;
  readonly watch?: Watch;
}

/** What only the program's own doors ask for. */
interface OwnOptions extends PressOptions {
  /** True: plates keep where their boxes were laid out. */
  readonly keepsLayout?: boolean;
}

const unwatched: Watch = (_, work) => work();

/** What `PressDoor` says to callers, and the equipment that the rooms' own code works with. */
export class Press implements Equipment, PressDoor {
  readonly folders: Folders;
  readonly watch: Watch;
  readonly faces: Faces;
  readonly typesetter: Typesetter;
  readonly languages: LanguageSettings;
  readonly stock: Stock;
  readonly precedents: Precedents | undefined;
  readonly proofs: Kept | undefined;
  readonly written: WrittenFiles | undefined;
  readonly keepsLayout: boolean;

  constructor(folders: Partial<Folders> = {}, options: OwnOptions = {}) {
    const { keeps = true, watch = unwatched, keepsLayout = false } = netted(() => ({ ...options }));
    this.folders = overShipped(parseFolders(folders));
    this.watch = watch;
    this.keepsLayout = keepsLayout;
    this.faces = new Faces();
    this.typesetter = new Typesetter(this.faces, keeps ? {} : { characters: 0 });
    this.languages = new LanguageSettings(this.faces, this.folders.fonts);
    this.stock = keeps ? new Stock() : new Stock(0);
    this.precedents = keeps ? new Precedents() : undefined;
    this.proofs = keeps ? new Kept() : undefined;
    this.written = keeps ? new WrittenFiles() : undefined;
  }

  plate(guide: Guide, setting: SettingOptions): Plate {
    return netted(() => {
      const { guide: known } = loadedOf(guide);
      const wanted = parseSetting(setting, this);
      return plateOf(makeForme(known, { ...wanted, qr: qrOf(wanted.qr, known) }, this), this);
    });
  }

  pair(guide: Guide, setting: SettingOptions, locale: string): readonly [Plate, Plate] {
    return netted(() => {
      const { guide: known } = loadedOf(guide);
      const first = parseSetting(setting, this);
      const second = parseSetting({ ...setting, locale }, this);
      const qr = qrOf(first.qr, known);
      const [one, other] = makeFormes(known, { ...first, qr }, { ...second, qr }, this);
      return [plateOf(one, this), plateOf(other, this)];
    });
  }

  /** @param isFirst others follow that differ in their number: what was found of this one is kept at once */
  print(plate: Plate, impression: Partial<Impression> = {}, isFirst = false): Printed {
    return netted(() => printPlate(this.#formeOf(plate), parseImpression(impression), this, isFirst));
  }

  /** The title of what is printed from a plate, in its language. */
  titleOf(plate: Plate): string {
    return netted(() => this.#formeOf(plate).told.title);
  }

  bundle(pieces: readonly BundlePiece[], options: BundleOptions): PrintedBundle {
    return netted(() =>
      printBundle(
        pieces.map(({ plate, impression = {}, label }) => ({
          plate: this.#formeOf(plate),
          impression: parseImpression(impression),
          label,
        })),
        options,
        this,
      ),
    );
  }

  withNumber(plate: Plate, number: NumberPair): Plate | undefined {
    return netted(() => {
      const forme = this.#formeOf(plate);
      const renumbered = this.watch('number', () => withNumber(forme, number));
      return renumbered === undefined ? undefined : plateOf(renumbered, this);
    });
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
    return netted(() => printReview(loadedOf(guide).guide, tag, groups, paper, this, date));
  }

  /** A name in the languages that write its script, as working papers set it; undefined: no face has all of it. */
  nameParts(name: string): readonly NamePart[] | undefined {
    return nameParts(name, ['en'], this.languages, this.typesetter);
  }

  /** Characters of a text that no face of its language has, each once. @throws PressError FONT_PACKAGE_MISSING */
  lacking(text: string, language: string): readonly string[] {
    return lackingIn(text, this.languages.of(language), this.typesetter);
  }

  /** A paper for those who make a campaign; nothing is written. @throws PressError with everything that is wrong */
  workingPaper(paper: WorkingPaper): PrintedPaper {
    const { guide } = loadedOf(paper.guide);
    return netted(() => printWorkingPaper({ ...paper, guide }, this));
  }

  /** A plate is what it was made as: one put together by hand would be printed under another one's name. */
  #formeOf(plate: Plate): Forme {
    const forme = formeOf(plate, this);
    if (forme !== undefined) return forme;
    throw new PressError([
      problem('USAGE', 'This plate was not made by this press.', {}, 'Make it with plate() or withNumber().'),
    ]);
  }

  close(): void {
    this.typesetter.clear();
    this.stock.close();
    this.precedents?.clear();
    this.proofs?.clear();
    this.written?.clear();
    this.faces.close();
  }

  run(guide: Guide, job: Job): Printed {
    return this.print(this.plate(guide, job), job);
  }
}
