/** Prefixes of North America that callers do not pay (NANPA), and the one that they pay for. */
const tollFree = ['800', '833', '844', '855', '866', '877', '888'] as const;
const premium = '900';

/** The digits of a number, as they are dialled after the country's code of North America. */
export function keyOf(number: string): string {
  const digits = number.replace(/\D/g, '');
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
}

/** The prefix of a number that is dialled free of charge. */
export function prefixOf(dial: string): string {
  return keyOf(dial).slice(0, 3);
}

/**
 * What numbers have in common that differ in a prefix which is easily mistaken; undefined for one whose prefix is an area's:
 * there the same digits are another house.
 */
export function neighbourhood(dial: string): string | undefined {
  if (!dial.startsWith('+1')) return undefined;
  const prefix = prefixOf(dial);
  return (tollFree as readonly string[]).includes(prefix) || prefix === premium
    ? keyOf(dial).slice(3)
    : undefined;
}
