// Korean is drawn on machines that have no Korean font, too: else pictures show boxes. The product itself uses what a machine has.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const FAMILY = 'Korean of the tests';
const WEIGHTS = [400, 700];

/** Whether the machine can draw Korean by itself; one without fontconfig is taken for one that cannot. */
function hasKorean() {
  try {
    return execFileSync('fc-list', [':lang=ko'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}

const faces = hasKorean()
  ? []
  : WEIGHTS.map((weight) => ({
      weight: String(weight),
      data: readFileSync(createRequire(import.meta.url).resolve(`@fontsource/nanum-gothic/files/nanum-gothic-korean-${weight}-normal.woff2`)).toString('base64'),
    }));

/** Gives every page of a context the font, behind those that the page asks for itself. No style of the page changes. */
export async function drawKorean(context) {
  if (!faces.length) {
    return;
  }
  await context.addInitScript(
    ({ faces, family }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`body { font-family: system-ui, '${family}', sans-serif }`);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      for (const { data, weight } of faces) {
        const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
        document.fonts.add(new FontFace(family, bytes.buffer, { weight }));
      }
    },
    { faces, family: FAMILY },
  );
}
