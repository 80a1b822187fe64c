/** Runs in the page: the boxes of elements with an id, and the lines of those that hold text; CSS px. */
globalThis.measureLayout = () => {
  const boxes = {};
  const lines = {};
  for (const element of document.querySelectorAll('[id]')) {
    // Of what is divided, the first part: here it ends with its last line, there with its column.
    const [first, ...more] = element.getClientRects();
    const { left, top, width, height } = first ?? element.getBoundingClientRect();
    boxes[element.id] = more.length > 0 ? [left, top, width] : [left, top, width, height];
    const isText = [...element.children].every((child) => getComputedStyle(child).display === 'inline');
    if (isText) lines[element.id] = linesOf(element);
  }
  return { boxes, lines };
};

function linesOf(element) {
  const found = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    let at = 0;
    for (const character of node.textContent) {
      const range = document.createRange();
      range.setStart(node, at);
      at += character.length;
      range.setEnd(node, at);
      const rect = range.getClientRects()[0];
      if (rect === undefined) continue;
      const middle = rect.top + rect.height / 2;
      let line = found.at(-1);
      if (line === undefined || Math.abs(line.middle - middle) > rect.height * 0.6) {
        line = { text: '', left: Infinity, right: -Infinity, middle };
        found.push(line);
      }
      line.text += character;
      if (/\s/.test(character)) continue;
      line.left = Math.min(line.left, rect.left);
      line.right = Math.max(line.right, rect.right);
    }
  }
  return found.map(({ text, left, right }) => ({ text: text.replace(/\s+/g, ' ').trim(), left, right }));
}
