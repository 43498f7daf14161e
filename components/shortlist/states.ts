import type { FormState } from "@/lib/errors/form";
import type { MovedOnShortlist } from "@/lib/shortlist/order";

/** What moving a row answers: a form's state, and for the page that drew the move already, where the row is now. */
export type MoveState = FormState & { moved?: MovedOnShortlist };

export type MoveAction = (state: MoveState, form: FormData) => Promise<MoveState>;
