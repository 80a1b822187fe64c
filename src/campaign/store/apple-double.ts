import type { Store } from './store.ts';

/** How such a file begins (RFC 1740, appendix B). */
const magic = '00051607';

/**
 * Whether a file is what macOS keeps of another one, under its name with `._` before it, on a disk or share that has no room
 * for it (AppleDouble): there is one beside each that was copied, and no reader opens it.
 */
export async function isAppleDouble(name: string, store: Pick<Store, 'get'>): Promise<boolean> {
  if (!/(?:^|\/)\._[^/]*$/.test(name)) return false;
  const content = await store.get(name);
  return content !== undefined && Buffer.from(content.subarray(0, 4)).toString('hex') === magic;
}
