/** Why something could not be done. */
import type { Failure } from "../engine/schema";
import { useWords } from "../language";

export function Failed({ failure, of }: { failure: Failure; of?: string }) {
  const say = useWords();
  return (
    <div class="failed" role="alert">
      <strong>{of ? `${of}：` : ""}{say("failed")}</strong> <span>{say(failure)}</span>
    </div>
  );
}
