// One file with everything in it: a page that is opened from a folder can load nothing beside itself.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

/** The browsers that Chinese offices have: Chromium 86, of October 2020. */
const TARGET = ["es2020", "chrome86"];

const sha256 = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Puts script, styles and module into the page, and a policy that lets it load and send nothing. */
function sealed() {
  return {
    name: "sealed",
    enforce: "post",
    generateBundle(_, bundle) {
      const page = bundle["index.html"];
      const files = Object.entries(bundle).filter(([name]) => name !== "index.html");
      for (const [name] of files) delete bundle[name];
      const one = (kind, of) => {
        const found = files.filter(([name]) => name.endsWith(kind));
        if (found.length !== 1) throw new Error(`${found.length} files end with ${kind}`);
        return of(found[0][1]);
      };
      const script = one(".js", (it) => it.code).replace(/<(?=\/script|!--)/g, "\\x3C");
      const style = one(".css", (it) => String(it.source));
      const policy = [
        "default-src 'none'",
        // Chromium before 97 compiles WebAssembly only where 'unsafe-eval' is; no text is ever evaluated here.
        `script-src ${sha256(script)} 'unsafe-eval' 'wasm-unsafe-eval'`,
        `style-src ${sha256(style)}`,
        "worker-src blob:",
        "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ].join("; ");
      const module = readFileSync("built/ogi_wasm_bg.wasm.gz").toString("base64");
      const inHead = `<meta http-equiv="Content-Security-Policy" content="${policy}">\n<style>${style}</style>`;
      const atEnd =
        `<script type="application/octet-stream" id="module">${module}</script>\n<script type="module">${script}</script>`;
      page.source = String(page.source)
        .replace(/<(script|link)\b[^>]*(src|href)="[^"]*"[^>]*>(<\/script>)?\n?/g, "")
        .replace("<!--head-->", () => inHead)
        .replace("<!--end-->", () => atEnd);
      page.fileName = "ogi.html";
    },
  };
}

export default defineConfig({
  base: "./",
  build: { target: TARGET, cssTarget: TARGET, modulePreload: { polyfill: false }, reportCompressedSize: false },
  worker: { format: "iife" },
  plugins: [sealed()],
});
