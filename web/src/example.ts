/** The bundled report with planted errors: something to try. */
import { ofText } from "./files";
import type { Source } from "./engine/schema";
import type { Engine } from "./engine/engine";
import text from "../../examples/reports/garden-street-2024.txt?raw";

export const example = (path: string): Source => ofText(path, text);

/** Reads and checks it once, so that the first report of the user need not wait until the browser has compiled what that takes. */
export async function warmUp(engine: Engine): Promise<void> {
  const { bytes } = await engine.ask("write", { edits: [], to: "html", language: "zh" }, [example("example.txt")]);
  await engine.ask("check", { edits: [] }, [{ path: "example.html", bytes }]);
  performance.mark("warm");
}
