/** A line of the source with what is meant marked. */
import type { Excerpt } from "../engine/schema";

export function SourceLine({ excerpt }: { excerpt: Excerpt }) {
  return (
    <code class="source-line">
      <span class="line-number">{excerpt.line}</span>
      {excerpt.before}
      <mark>{excerpt.meant}</mark>
      {excerpt.after}
    </code>
  );
}
