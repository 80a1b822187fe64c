import { PassThrough, Writable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/index.ts';
import { Teller } from '../../src/cli/teller.ts';
import { PressError, problem, problemsOf, warning } from '../../src/diagnostics/index.ts';

/** A stream that keeps what it is given, or fails as the system does. */
function stream(code?: string): Writable & { readonly text: () => string } {
  let text = '';
  const made = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString('utf8');
      done(code === undefined ? null : Object.assign(new Error(`${code}: no`), { code }));
    },
  });
  return Object.assign(made, { text: () => text });
}

/** A process whose streams, exit and uncaught faults the test has in its hand. */
function processOf(args: string[], stdout: Writable, stderr: Writable) {
  const handlers = new Map<string, (error: unknown) => void>();
  const edge = {
    argv: ['node', 'cli.js', ...args],
    stdout,
    stderr,
    exitCode: undefined as number | undefined,
    on: (name: string, handler: (error: unknown) => void) => handlers.set(name, handler),
    exit: vi.fn(),
  };
  return { edge, handlers, run: () => main(edge as unknown as Parameters<typeof main>[0]) };
}

const settled = () => new Promise((done) => setImmediate(done));

describe("the command's edge", () => {
  it.each([
    ['ENOSPC', 'a full disk'],
    ['EIO', 'a disk that fails'],
  ])('tells of %s behind stdout (%s) once, in a coded line, and fails', async (code) => {
    const err = stream();
    const { edge, run } = processOf(['list', 'locales'], stream(code), err);
    await run();
    await settled();
    expect(edge.exitCode).toBe(1);
    expect(err.text().match(/^error OUTPUT_UNWRITABLE: /gm)).toHaveLength(1);
    expect(err.text()).toContain(code);
    expect(err.text()).not.toMatch(/^ +at .*:\d+/m);
  });

  it('goes on where the reader of stdout went away', async () => {
    const err = stream();
    const { edge, run } = processOf(['list', 'locales'], stream('EPIPE'), err);
    await run();
    await settled();
    expect(edge.exitCode).toBe(0);
    expect(err.text()).toBe('');
  });

  it('only fails where stderr cannot be written, for nobody can be told', async () => {
    const { edge, run } = processOf(['list', 'nothing'], stream(), stream('ENOSPC'));
    await run();
    await settled();
    expect(edge.exitCode).toBe(1);
  });

  it.each(['uncaughtException', 'unhandledRejection'])('tells what nobody caught: %s', async (event) => {
    const err = new PassThrough();
    const { edge, handlers, run } = processOf(['list', 'papers'], stream(), err);
    await run();
    handlers.get(event)!(new RangeError('Maximum call stack size exceeded'));
    expect(String(err.read())).toMatch(
      /^error INTERNAL: A fault in helpline-press itself: RangeError: Maximum call stack size exceeded\n {2}hint: Please report it/,
    );
    expect(edge.exit).toHaveBeenCalledWith(1);
  });
});

describe('a fault of the program', () => {
  afterEach(() => vi.unstubAllEnvs());
  it('is a problem in one line, whatever was thrown', () => {
    for (const thrown of [new TypeError('a\nb'), 'a text', undefined, { a: 1 }])
      expect(problemsOf(thrown)).toMatchObject([{ code: 'INTERNAL', severity: 'error' }]);
    const [found] = problemsOf(new TypeError('x is not a function'));
    expect(found!.message).toBe('A fault in helpline-press itself: TypeError: x is not a function');
  });

  it('shows where it happened only to those who ask', () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    problemsOf(new Error('quiet'));
    expect(write).not.toHaveBeenCalled();
    vi.stubEnv('HELPLINE_PRESS_TRACE', '1');
    problemsOf(new Error('loud'));
    expect(String(write.mock.calls[0])).toMatch(/Error: loud\n +at /);
    write.mockRestore();
  });

  it('is none where the input has problems', () => {
    const problems = [problem('USAGE', 'a'), warning('WORDING', 'b')];
    expect(problemsOf(new PressError(problems))).toEqual(problems);
  });
});

describe('problems that are told', () => {
  const numbered = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => problem('WORDING', `problem ${from + i}`));
  const told = (...lists: ReturnType<typeof numbered>[]) => {
    const err = stream();
    const teller = new Teller(err);
    const counts = lists.map((list) => teller.tell(list));
    teller.end();
    return { counts, text: err.text() };
  };

  it('are told once, however often they are in the way', () => {
    const { counts, text } = told(numbered(0, 2), numbered(1, 2), numbered(0, 3));
    expect(counts).toEqual([2, 1, 0]);
    expect(text.match(/problem \d/g)).toEqual(['problem 0', 'problem 1', 'problem 2']);
  });

  it('are a hundred at most, and then their number', () => {
    expect(told(numbered(0, 100)).text).not.toContain('more');
    const { counts, text } = told(numbered(0, 99), numbered(99, 3), numbered(0, 1));
    expect(counts).toEqual([99, 1, 0]);
    expect(text.match(/problem \d+/g)).toHaveLength(100);
    expect(text).toMatch(/\nand 2 more\.\n$/);
  });
});
