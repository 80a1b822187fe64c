import type { ComputedStyle } from '../style/index.ts';

/** Where the first of some things stands in free space, and how far apart they are beyond their gaps. */
export interface Distribution {
  readonly offset: number;
  readonly between: number;
}

/** Free space distributed around `count` tracks, lines or items (CSS Box Alignment 3 §5.3); `stretch` is the caller's. */
export function distributed(how: ComputedStyle['justifyContent'], count: number, free: number): Distribution {
  switch (how) {
    case 'center':
      return { offset: free / 2, between: 0 };
    case 'end':
      return { offset: free, between: 0 };
    case 'space-between':
      return { offset: 0, between: count > 1 ? free / (count - 1) : 0 };
    case 'space-around':
      return { offset: count > 0 ? free / count / 2 : 0, between: count > 0 ? free / count : 0 };
    case 'space-evenly':
      return { offset: free / (count + 1), between: free / (count + 1) };
    default:
      return { offset: 0, between: 0 };
  }
}
