import type { ListName, SingleName } from "./schema/file";

/**
 * A piece of a team's file on its way out, each value already as JSON of version 1: one value, or some elements of a list. A
 * list comes in as many pieces as it takes, at least one, and its pieces come together.
 */
export type TransferPiece = { single: SingleName; json: string } | { list: ListName; elements: readonly string[] };
