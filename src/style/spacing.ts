import type { ComputedStyle } from './types.ts';

/**
 * How far letters may be set together and apart, em: nearer they touch, and what stands further apart is read as words of one letter,
 * by people and by programs (Poppler takes a tenth of an em for a space).
 */
const [least, most] = [-0.02, 0.08];

/** What is wrong with the room between the letters of an element, which may come from elements around it. */
export function spacingFault({ letterSpacing, fontSize }: ComputedStyle): string | undefined {
  const share = letterSpacing / fontSize;
  if (share >= least - 1e-9 && share <= most + 1e-9) return undefined;
  return `letters stand ${share.toFixed(3)} em apart, and may from ${least} to ${most} em`;
}
