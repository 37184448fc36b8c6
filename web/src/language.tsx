/** The language of what people read. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Words } from "./engine/schema";
import { WORDS, type Word } from "./words";

export type Language = "zh" | "en";

export const LanguageContext = createContext<Language>("zh");

/** Says words of the page, by their names, and texts of the module. */
export function useWords(): (it: Word | Words) => string {
  const language = useContext(LanguageContext);
  return (it) => (typeof it === "string" ? WORDS[it] : it)[language];
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
