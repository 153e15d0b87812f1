// Every page, as a desktop and as a phone, in both languages, light and dark: nothing is cut, nobody is kept out, it looks as before.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, problem, shot, visit } from './stage.mjs';

/** What a page shows only a while after it was opened, and is looked at then: figures between two readings. */
const LATER = {
  services: () => [...document.querySelectorAll('services-page table:not(.service-states) tbody tr td:nth-child(3)')].some((one) => /\d/.test(one.textContent)),
};

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LAYOUT = new URL('layout.json', import.meta.url);
const UPDATE = process.env.UPDATE_LAYOUT === 'true';
/** How far, in CSS pixels, an edge may be from where it was: scroll bars and fonts differ between machines. */
const TOLERANCE = 24;

const layout = JSON.parse(readFileSync(LAYOUT, 'utf8'));
/** Which pages were looked at in which windows. */
const looked = new Set();

/**
 * Looks at pages one after the other, in one window.
 *
 * @param shown what each of them must show, if anything
 */
export async function lookAt(page, how, addresses, shown) {
  for (const [name, address] of Object.entries(addresses)) {
    await visit(page, address);
    if (shown) {
      await page.locator(`main ${shown}`).first().waitFor();
    }
    if (name in LATER) {
      await page.waitForFunction(LATER[name]);
    }
    await page.waitForTimeout(how === 'desktop' ? 300 : 100); // only for what a person would see in the picture
    const where = `${name}, ${how}`;
    await fits(page, where);
    await apart(page, where);
    await openToAll(page, where);
    await asBefore(page, name, how);
    await shot(page, `${name}-${how}`);
  }
}

/** What is shown now, such as a dialog: nothing is cut, nothing lies on the other, nobody is kept out. */
export async function looksRight(page, where) {
  await fits(page, where);
  await apart(page, where);
  await openToAll(page, where);
}

/** Writes the layout anew if asked to; else what is committed of a page or a window that nobody looks at any more is not right. */
export function keepLayout() {
  const committed = Object.entries(layout).flatMap(([name, windows]) => Object.keys(windows).map((how) => ({ name, how })));
  const unseen = committed.filter(({ name, how }) => !looked.has(`${name}, ${how}`));
  if (UPDATE) {
    unseen.forEach(({ name, how }) => console.log(`  ${name}, ${how}: kept in layout.json, but nobody looked at it`));
    writeFileSync(LAYOUT, `{\n${Object.entries(layout).map(written).join(',\n')}\n}\n`);
    return;
  }
  unseen.forEach(({ name, how }) => problem(`${name}, ${how}`, 'it is in layout.json, and nobody looked at it'));
}

/** A page's landmarks, a line for each window. */
function written([name, windows]) {
  const lines = Object.entries(windows).map(([how, boxes]) => `    "${how}": ${JSON.stringify(boxes)}`);
  return `  "${name}": {\n${lines.join(',\n')}\n  }`;
}

/** Nothing is wider than the screen, and no text of a button is cut. */
async function fits(page, where) {
  const wide = await page.evaluate(() => ({ content: document.documentElement.scrollWidth, screen: document.documentElement.clientWidth }));
  expect(where, wide.content <= wide.screen, `${wide.content} px wide (expected: at most ${wide.screen})`);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('main button, main h1, main h2, .figure dd, .bar a, .bar button, .bar .connection, .bar .who')].filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0).map((one) => one.textContent.trim()),
  );
  expect(where, cut.length === 0, `cut: ${cut.slice(0, 3).join(' | ')}`);
  const bar = await page.evaluate(readBar, ONE_LINE_FROM);
  bar.forEach((one) => problem(where, one));
}

/** From this width on, in CSS pixels, the bar is one line. */
const ONE_LINE_FROM = 1280;

/** In the browser: in the bar no text lies on another one, the present page is in sight where the menu is scrolled, and a desktop has it in one line. */
function readBar(oneLineFrom) {
  const LEAST = 1;
  const bar = document.querySelector('.bar');
  if (!bar) {
    return []; // nobody is signed in
  }
  const found = [];
  const menu = bar.querySelector('nav');
  const room = menu?.getBoundingClientRect();
  const inRoom = (box) => {
    const [left, right] = [Math.max(box.left, room.left), Math.min(box.right, room.right)];
    return { left, right, top: box.top, bottom: box.bottom };
  };
  const texts = [];
  const walker = document.createTreeWalker(bar, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.trim();
    if (text && node.parentElement.checkVisibility()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      texts.push({ text, ...(menu?.contains(node) ? inRoom(box) : { left: box.left, right: box.right, top: box.top, bottom: box.bottom }) });
    }
  }
  texts.forEach((one, index) =>
    texts.slice(index + 1).forEach((other) => {
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (wide > LEAST && high > LEAST) {
        found.push(`in the bar “${one.text}” and “${other.text}” lie on each other`);
      }
    }),
  );
  const present = menu?.querySelector('[aria-current]')?.getBoundingClientRect();
  if (present && (present.left < room.left - LEAST || present.right > room.right + LEAST)) {
    found.push('the present page is out of sight in the menu');
  }
  const boxes = [...bar.children].filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect());
  if (innerWidth >= oneLineFrom && Math.max(...boxes.map((box) => box.top)) >= Math.min(...boxes.map((box) => box.bottom))) {
    found.push('the bar has more than one line');
  }
  return found;
}

/** Nothing lies on what is beside it: no card, table, field or text. What is made to lie on others, such as a bar that stays, is not meant. */
async function apart(page, where) {
  const found = await page.evaluate(() => {
    const LEAST = 2;
    const inOrder = (one) => {
      const { display, position, visibility } = getComputedStyle(one);
      return display !== 'inline' && visibility === 'visible' && (position === 'static' || position === 'relative') && one.checkVisibility();
    };
    // an element without a box of its own stands for what is in it
    const boxed = (one) => {
      const { display } = getComputedStyle(one);
      return display === 'contents' || (display === 'inline' && one.localName.includes('-')) ? [...one.children].flatMap(boxed) : [one];
    };
    const named = (one) => one.localName + (one.className ? `.${[...one.classList].join('.')}` : '');
    const found = [];
    const walk = (parent) => {
      const children = [...parent.children].flatMap(boxed).filter(inOrder);
      const boxes = children.map((one) => one.getBoundingClientRect());
      boxes.forEach((box, index) =>
        boxes.slice(index + 1).forEach((other, after) => {
          const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
          const high = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
          if (wide > LEAST && high > LEAST) {
            found.push(`${named(children[index])} and ${named(children[index + 1 + after])} in ${named(parent)}: ${Math.round(wide)} x ${Math.round(high)} px`);
          }
        }),
      );
      children.filter((one) => !one.matches('svg, .map, select')).forEach(walk);
    };
    walk(document.querySelector('supporters-shell'));
    return found;
  });
  expect(where, found.length === 0, `one lies on the other: ${found.slice(0, 3).join(' | ')}`);
}

/** WCAG 2.2 A and AA, as far as axe can see it. */
export async function openToAll(page, where) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.evaluate(AXE);
  }
  const found = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] });
    return violations.filter((one) => one.impact === 'serious' || one.impact === 'critical').map((one) => `${one.id} (${one.nodes.length}): ${one.nodes[0].target.join(' ')}: ${one.nodes[0].any[0]?.message ?? ''}`);
  });
  found.forEach((one) => problem(where, one));
}

/** The landmarks' left and right edges. Heights follow the night's data, and are not compared. */
async function asBefore(page, name, how) {
  const boxes = await page.evaluate(() => {
    const edges = {};
    const all = { bar: '.bar', main: 'main', section: 'main section', figures: '.figures', map: '.map', card: 'main .card' };
    for (const [landmark, selector] of Object.entries(all)) {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      if (box) {
        edges[landmark] = [Math.round(box.left), Math.round(box.right)];
      }
    }
    return edges;
  });
  if (name === 'abuse') {
    delete boxes.card; // only some nights have signals
  }
  looked.add(`${name}, ${how}`);
  if (UPDATE) {
    layout[name] = { ...layout[name], [how]: boxes };
    return;
  }
  const committed = layout[name]?.[how];
  if (!committed) {
    problem(`${name}, ${how}`, 'it is not in layout.json (UPDATE_LAYOUT=true writes it)');
    return;
  }
  for (const [landmark, edges] of Object.entries(committed)) {
    const now = boxes[landmark];
    const same = now && edges.every((edge, index) => Math.abs(edge - now[index]) <= TOLERANCE);
    expect(`${name}, ${how}`, same, `${landmark} from ${now?.[0]} to ${now?.[1]} px (expected: from ${edges[0]} to ${edges[1]})`);
  }
}
