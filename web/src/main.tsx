/** Where the page begins. */
import { render } from "preact";
import { App } from "./App";
import { Engine } from "./engine/engine";
import "./style.css";

const page = document.getElementById("page");
const module = document.getElementById("module");
if (page && module) {
  const engine = new Engine(module.textContent ?? "");
  // It is big, and the worker has it now.
  module.remove();
  render(<App engine={engine} />, page);
}
