/** Why something could not be done. */
import type { Failure } from "../engine/schema";
import { useWords } from "../language";
import type { Word } from "../words";

export function Failed({ failure, of, as = "failed" }: { failure: Failure; of?: string; as?: Word }) {
  const say = useWords();
  return (
    <div class="failed" role="alert">
      <strong>{of ? `${of}：` : ""}{say(as)}</strong> <span>{say(failure)}</span>
    </div>
  );
}
