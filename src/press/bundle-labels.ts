import type { Impression } from './job.ts';
import type { Forme } from './plate.ts';

/** A piece of a bundle, and what its bookmark is to say. */
interface Labelled {
  readonly plate: Pick<Forme, 'setting' | 'guide'>;
  readonly impression: Pick<Impression, 'purpose' | 'duplex'>;
  readonly label: string;
}

/** What tells two pieces apart, in the words of options and of names of files; what says most first. */
const differences: readonly ((piece: Labelled) => string | undefined)[] = [
  ({ plate }) => plate.guide.data.id,
  ({ plate }) => plate.setting.product,
  ({ plate }) => plate.setting.locale,
  ({ plate }) => plate.setting.paper,
  ({ plate }) => plate.setting.orientation,
  ({ plate }) => plate.setting.edition,
  ({ plate }) => plate.setting.theme,
  ({ impression }) => impression.purpose,
  ({ impression }) => impression.duplex,
  ({ plate }) => plate.guide.data.helplines.main.display,
];

/** What the bookmarks of a bundle say: where several would say the same, each also says in what it differs. */
export function bundleLabels(pieces: readonly Labelled[]): string[] {
  const taken = new Set<string>();
  return pieces.map((piece) => {
    const same = pieces.filter(({ label }) => label === piece.label);
    const told = differences
      .filter((of) => new Set(same.map(of)).size > 1)
      .flatMap((of) => of(piece) ?? [])
      .join(', ');
    const whole = told === '' ? piece.label : `${piece.label} (${told})`;
    let label = whole;
    for (let n = 2; taken.has(label); n++) label = `${whole} (${n})`;
    taken.add(label);
    return label;
  });
}
