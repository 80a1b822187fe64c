import * as z from 'zod';
import { hostFault, hostOf } from '../inline/hosts.ts';

/** Of an address of the web or of mail. */
export const isReadable = (address: string) => {
  const host = hostOf(address.includes('://') ? address : `mailto:${address}`);
  return host === undefined || hostFault(host) === undefined;
};
export const unreadable = 'an address whose host is written with the letters that people type';
/** Before an @ would stand a name and password, which look like another address or a number. */
export const withoutUser = /^(?![a-z]+:\/\/[^/?#]*@)/i;
export const unnamed = 'an address of the web, https://…, without a name or password before an @';
/** A page of the web. */
export const webAddress = z
  .url()
  .regex(/^https?:\/\/(?![^/?#]*@)/i, unnamed)
  .refine(isReadable, unreadable);
/** The same of what people type to reach somebody: https alone. */
export const httpsAddress = z
  .string()
  .max(300)
  .regex(/^https:\/\/[^\s\p{C}@/]+(?:[/?#][^\s\p{C}]*)?$/u, 'an https: address')
  .refine(isReadable, unreadable);
