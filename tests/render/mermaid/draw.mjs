// Diagrams (a JSON list of texts on stdin) as every mermaid in node_modules of this folder draws them: what a
// reader sees of each, or the error. jsdom neither lays out nor styles: every letter is as wide as it is high.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const installed = (name, file) => import(pathToFileURL(resolve("node_modules", name, file)));
const { JSDOM } = await installed("jsdom", "lib/api.js");
const { window } = new JSDOM("<!DOCTYPE html><body></body>", { pretendToBeVisual: true });
const CSSStyleSheet = class { cssRules = []; insertRule() {} };
Object.assign(globalThis, { window, document: window.document, CSSStyleSheet });
const box = (element) => {
  const width = 14 * [...element.textContent].length;
  return { x: 0, y: 0, left: 0, top: 0, right: width, bottom: 14, width, height: 14 };
};
window.SVGElement.prototype.getBBox = function () { return box(this); };
window.Element.prototype.getBoundingClientRect = function () { return box(this); };

async function draw(mermaid, text, n) {
  try {
    await mermaid.parse(text);
    const { svg } = await mermaid.render(`d${n}`, text);
    const drawn = new JSDOM(svg, { contentType: "image/svg+xml" }).window.document;
    const all = (selector, read) => [...drawn.querySelectorAll(selector)].map(read);
    return {
      title: all(".chart-title text", (e) => e.textContent),
      labels: all(".left-axis .label text", (e) => e.textContent),
      months: all(".bottom-axis .label text", (e) => e.textContent),
      bars: all("[class^=bar-plot] rect", (e) => Number(e.getAttribute("width"))),
      lines: all("[class^=line-plot] path", (e) => e.getAttribute("d")),
      markup: all("script, a, foreignObject, image", (e) => e.tagName),
    };
  } catch (error) {
    return { error: String(error) };
  }
}

const texts = JSON.parse(readFileSync(0, "utf8"));
const answers = {};
for (const name of ["mermaid-10", "mermaid-11"]) {
  const { default: mermaid } = await installed(name, "dist/mermaid.core.mjs");
  mermaid.initialize({ startOnLoad: false, securityLevel: "strict", suppressErrorRendering: true });
  answers[name] = [];
  for (const [n, text] of texts.entries()) answers[name].push(await draw(mermaid, text, n));
}
process.stdout.write(JSON.stringify(answers));
