import { domainToASCII } from 'node:url';

/** Characters that a URI has not (RFC 3986 2): beyond ASCII, white space, and a few marks. */
const foreign = /[^\x21-\x7e]|["<>\\^`{|}]/gu;
/** A percent sign that begins no escape. */
const barePercent = /%(?![0-9A-Fa-f]{2})/g;
const host = /^([a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?)([^/?#:]*)/i;
const mail = /^(mailto:[^@?]*@)([^?]*)/i;

/**
 * An address as a URI of ASCII characters (ISO 32000-1 12.6.4.7; RFC 3987 3.1): the host by UTS #46, all else in
 * percent-encoded UTF-8. What is a URI already stays as it is.
 */
export function uriOf(address: string): string {
  const isForeign = /[^\x21-\x7e]/.test(address);
  const named = isForeign
    ? address
        .replace(host, (_, before: string, name: string) => before + asciiHost(name))
        .replace(mail, (_, before: string, name: string) => before + asciiHost(name))
    : address;
  return named.replace(barePercent, '%25').replace(foreign, encodeURIComponent);
}

/** A host that is none by UTS #46 stays, and is percent-encoded: content refuses it before. */
function asciiHost(name: string): string {
  return /[^\x00-\x7f]/.test(name) ? domainToASCII(name) || name : name;
}
