import { PressError, problem } from '../diagnostics/index.ts';
import { type Guide, keep, loadedOf } from './loaded.ts';

/** What callers hold of frozen data; a guide with another number shares most of its data with the first. */
const held = new WeakMap<object, object>();

function refuse(name: PropertyKey): never {
  throw new PressError([
    problem(
      'GUIDE_CHANGED',
      `"${String(name)}" of a loaded guide cannot be changed: what was checked is what is printed.`,
      {},
      'Change guide.yaml and load it again; for another number there is withHelpline.',
    ),
  ]);
}

const handler: ProxyHandler<object> = {
  set: (_, name) => refuse(name),
  defineProperty: (_, name) => refuse(name),
  deleteProperty: (_, name) => refuse(name),
  setPrototypeOf: () => refuse('prototype'),
};

/** A copy of plain data that says by a coded error that it is not changed: a frozen one throws a bare TypeError. */
function guard<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  const known = held.get(value);
  if (known !== undefined) return known as T;
  const copy =
    value instanceof Map
      ? fixed(value)
      : Array.isArray(value)
        ? value.map((item: unknown) => guard(item))
        : Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, guard(inner) as unknown]));
  const guarded = copy instanceof Map ? copy : new Proxy(copy, handler);
  held.set(value, guarded);
  return guarded as T;
}

function fixed(map: ReadonlyMap<unknown, unknown>): ReadonlyMap<unknown, unknown> {
  const copy = new Map([...map].map(([key, inner]) => [key, guard(inner)]));
  const methods = { set: refuse, delete: refuse, clear: () => refuse('texts') };
  return Object.freeze(Object.assign(copy, methods as Partial<typeof copy>));
}

/**
 * What a caller of the library holds of a guide. Changing anything in it is refused with GUIDE_CHANGED, at once; what is
 * printed is the guide as it was loaded.
 */
export function guarded(guide: Guide): Guide {
  const known = loadedOf(guide);
  return keep(known, guard(known.guide));
}
