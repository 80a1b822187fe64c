import type { Shaped } from './harfbuzz.ts';

/** Scripts whose letters join, by stroke or by headline: no room stands between them (CSS Text 4 §9.2). */
const joined: ReadonlySet<string> = new Set([
  ...['Arab', 'Syrc', 'Mong', 'Nkoo', 'Mand', 'Phag', 'Rohg', 'Adlm', 'Sogd'],
  ...['Deva', 'Beng', 'Guru'],
]);

export function joins(script: string): boolean {
  return joined.has(script);
}

/** Glyphs with `room` font units more after each cluster: a letter with its marks. */
export function spaced({ glyphs, unsafe }: Shaped, room: number): Shaped {
  const { length, clusters } = glyphs;
  const advances = Int32Array.from(glyphs.advances);
  for (let i = 0; i < length; i++)
    if (clusters[i] !== clusters[i + 1] || i + 1 === length) advances[i]! += room;
  return { glyphs: { ...glyphs, advances }, unsafe };
}
