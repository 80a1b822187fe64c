import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Guide, withHelpline } from '../src/content/index.ts';
import { type Plate, Press, type Step } from '../src/press/index.ts';
import { fontFolders, jobOf, newNumber, plainGuide, source, type Tag, tags } from './guide.ts';
import { otherGuides } from './other-texts.ts';
import { peerVersion, Typst } from './peer.ts';
import { memoryOf, starts } from './process.ts';
import { compare, inTurn, load, say } from './rounds.ts';

/**
 * The benchmark: one process, warm fonts, proved tri-folds side by side with Typst in alternating rounds. Ratios are
 * what counts; no time is asserted. `npm run bench -- --quick` is a short run, `npm run bench -- number` one part of it.
 */
const quick = process.argv.includes('--quick');

/**
 * Rounds before those that are timed: what the first hundreds of documents cost while V8 compiles is not what the others do.
 * A round of layouts is nine documents, one in each language.
 */
const warmUp = { number: 400, anew: 20, layout: 20 } as const;
type Kind = keyof typeof warmUp;

/** What makes the next document in a language, each time that it is called. */
interface Works {
  readonly ours: (tag: Tag) => () => void;
  readonly peer: (tag: Tag) => () => void;
}

/** Time of each step since they were last forgotten, ms. */
const steps = new Map<Step, number>();
const press = new Press(
  {},
  {
    watch(step, work) {
      const start = performance.now();
      const result = work();
      steps.set(step, (steps.get(step) ?? 0) + performance.now() - start);
      return result;
    },
  },
);
const typst = new Typst(fontFolders);
const plain = new Map(tags.map((tag) => [tag, plainGuide(tag)]));
const plates = new Map<Tag, Plate>();

const ofPeer = (tag: Tag) => () => {
  typst.pdf({ ...plain.get(tag)!, number: newNumber().display });
};

/** A document that differs from the one before in its number. */
const ofNumber = (tag: Tag) => () => {
  let plate = plates.get(tag);
  if (plate === undefined) {
    plate = press.plate(source, jobOf(tag));
    plates.set(tag, plate);
  }
  const patched = press.withNumber(plate, newNumber());
  if (patched === undefined) throw new Error('the number is of another shape');
  press.print(patched, jobOf(tag));
};

/** A document that is set from the guide up, of which only the number is another than in the one before. */
const ofGuide = (tag: Tag) => () => {
  press.run(withHelpline(source, 'main', newNumber()), jobOf(tag));
};

/** Of each language a document whose paragraphs nobody has set before, and what the peer gets of it. */
function otherTexts(count: number): Works {
  const guides = otherGuides(count, tags);
  const turn = (work: (guide: Guide) => void) => {
    let next = 0;
    return () => work(guides[next++]!);
  };
  const texts = new Map(
    guides.map((guide) => [guide, new Map(tags.map((tag) => [tag, plainGuide(tag, guide)]))]),
  );
  return {
    ours: (tag: Tag) => turn((guide) => press.run(withHelpline(guide, 'main', newNumber()), jobOf(tag))),
    peer: (tag: Tag) =>
      turn((guide) => typst.pdf({ ...texts.get(guide)!.get(tag)!, number: newNumber().display })),
  };
}

/** Prints a table and a line for each language; `works` run in turn with the peer's. */
function table(
  kind: Kind,
  title: string,
  groups: readonly (readonly Tag[])[],
  rounds: number,
  { ours, peer }: Works,
) {
  say(`\n${title}\n`);
  say('| | ours, ms | Typst, ms | ours / Typst | in eight of ten rounds |\n|---|---|---|---|---|');
  const lines: string[] = [];
  for (const group of groups) {
    const works = group.flatMap((tag): [string, () => void][] => [
      [`peer ${tag}`, peer(tag)],
      [`ours ${tag}`, ours(tag)],
    ]);
    const times = inTurn(Object.fromEntries(works), rounds, warmUp[kind]);
    for (const tag of group) {
      const found = compare(times.get(`ours ${tag}`)!, times.get(`peer ${tag}`)!);
      const { ratio, low, high } = found;
      say(
        `| ${tag} | ${found.ours.toFixed(1)} | ${found.peer.toFixed(1)} | ${ratio.toFixed(2)} | ${low.toFixed(2)} – ${high.toFixed(2)} |`,
      );
      lines.push(`ratio ${kind} ${tag} ${ratio.toFixed(2)}`);
    }
  }
  say(`\n${lines.join('\n')}`);
}

/** Where the time of some works goes, step by step. */
function stepsOf(title: string, work: () => void): void {
  const rounds = quick ? 20 : 60;
  for (let i = 0; i < 10; i++) work();
  steps.clear();
  for (let i = 0; i < rounds; i++) work();
  say(`\n${title}\n\n| step | ms |\n|---|---|`);
  for (const [step, ms] of steps) say(`| ${step} | ${(ms / rounds).toFixed(2)} |`);
}

/** The parts of the benchmark, in order. */
const parts: Readonly<Record<string, () => void>> = {
  number: () =>
    table(
      'number',
      'Documents that differ in their number',
      ['en', 'es', 'hi', 'ar'].map((tag) => [tag as Tag]),
      quick ? 30 : 150,
      { ours: ofNumber, peer: ofPeer },
    ),
  anew: () =>
    table(
      'anew',
      'Documents that differ in their number, set from the guide up: nine languages in turn',
      [tags],
      quick ? 10 : 40,
      { ours: ofGuide, peer: ofPeer },
    ),
  layout: () => {
    const rounds = quick ? 10 : 40;
    const title = 'Documents whose layout is new, each paragraph another: nine languages in turn';
    table('layout', title, [tags], rounds, otherTexts(warmUp.layout + rounds));
  },
  steps: () => {
    stepsOf('Where the time goes: another number, English', ofNumber('en'));
    stepsOf('Where the time goes: another number, Arabic', ofNumber('ar'));
    stepsOf('Where the time goes: set anew, English', ofGuide('en'));
  },
  memory: () => {
    say(`\nMemory of a process of its own, MiB (${load()})\n`);
    say(memoryOf(quick ? 400 : 2000));
  },
  start: () => {
    const { command, library, node } = starts(quick ? 3 : 9);
    say(
      `CPU time, ms: the command from start to its first file (a poster) ${command}; the library's import ${library}; Node alone ${node}`,
    );
  },
};

say(`Node ${process.versions.node}; ${load()}; a proved tri-fold of six tagged pages;`);
say(`the peer is Typst (npm ${peerVersion}), the same text on plain pages, tagged for PDF/UA-1`);
const asked = process.argv.slice(2).filter((argument) => argument in parts);
// Minutes long: only where it is asked for.
const isCampaign = process.argv.includes('campaign');
for (const [name, part] of Object.entries(parts))
  if (asked.length === 0 ? !isCampaign : asked.includes(name)) part();
press.close();
// In a process of its own, whose memory is the campaign's.
if (isCampaign) {
  const script = join(import.meta.dirname, 'campaign.ts');
  const args = ['--import', 'tsx', script, ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
}
