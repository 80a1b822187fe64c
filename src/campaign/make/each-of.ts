/** Files that are looked for at a time. */
const atOnce = 16;

/** Does something for each, some at a time. */
export async function eachOf<T>(all: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const left = all[Symbol.iterator]();
  const lane = async () => {
    for (let step = left.next(); step.done !== true; step = left.next()) await work(step.value);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
