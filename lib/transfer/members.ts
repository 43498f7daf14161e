import { TokenParser, Tokenizer, TokenType } from "@streamparser/json";

/** A value of the file: a member of its one object, or an element of a member that is a list. */
export type Found = {
  name: string;
  /** Which element; null for a member as a whole, and for a list when it begins. */
  index: number | null;
  /** Undefined for a list when it begins. */
  value?: unknown;
};

/** Why a file cannot be read on, with the place; nothing after it was looked at. */
export class Unreadable extends Error {}

export const NOT_OURS =
  "This is not a file that Debrief wrote. Choose the one that the shortlist's export menu gives as JSON.";

/** An element of ours is a few kilobytes; what is longer than this would only fill the memory. */
const LONGEST_ELEMENT = 8 * 1024 * 1024;
const DEEPEST = 32;

/**
 * Takes a JSON object apart while it comes in: members that `isList` names element by element, the others whole. Memory
 * holds one element at a time. Throws Unreadable for what is no JSON object, is cut off, or goes on after its end.
 */
export class MemberReader {
  private readonly tokenizer = new Tokenizer({ stringBufferSize: 64 * 1024 });
  /** An empty separator: one value after the other. */
  private readonly values = new TokenParser({ paths: ["$"], separator: "" });
  private found: Found[] = [];
  private state: State = "start";
  private depth = 0;
  private name = "";
  private index: number | null = null;
  private sinceLast = 0;

  constructor(private readonly isList: (name: string) => boolean) {
    this.tokenizer.onToken = (token) => this.take(token);
    this.values.onValue = ({ value }) => this.found.push({ name: this.name, index: this.index, value });
  }

  /** What the next bytes complete. */
  read(bytes: Uint8Array): Found[] {
    this.guarded(() => this.tokenizer.write(bytes));
    const found = this.found;
    this.found = [];
    this.sinceLast = found.length > 0 ? 0 : this.sinceLast + bytes.length;
    if (this.sinceLast > LONGEST_ELEMENT)
      throw new Unreadable(`${this.where()} is longer than anything Debrief writes.`);
    return found;
  }

  /** To be called after the last bytes. */
  end(): void {
    if (this.state === "start") throw new Unreadable("The file is empty. Choose the file that Debrief wrote.");
    if (this.state !== "done") {
      throw new Unreadable(`The file ends too early, in ${this.where()}. Save it again where it comes from.`);
    }
  }

  private take(token: Token): void {
    const next = STEPS[this.state]?.(token.token);
    if (next === "element") return this.takeElement(token);
    if (next === "list") {
      if (!this.isList(this.name) || token.token !== TokenType.LEFT_BRACKET) return this.takeElement(token);
      this.found.push({ name: this.name, index: null });
      this.index = 0;
      this.state = "first element";
      return;
    }
    if (next === undefined) throw new Unreadable(this.broken());
    if (next === "colon") {
      this.name = String(token.value);
      this.index = null;
    }
    if (next === "next element") this.index = (this.index ?? 0) + 1;
    this.state = next;
  }

  private takeElement(token: Token): void {
    this.values.write(token);
    if (token.token === TokenType.LEFT_BRACE || token.token === TokenType.LEFT_BRACKET) this.depth += 1;
    if (token.token === TokenType.RIGHT_BRACE || token.token === TokenType.RIGHT_BRACKET) this.depth -= 1;
    if (this.depth > DEEPEST) throw new Unreadable(`${this.where()} is nested deeper than anything Debrief writes.`);
    if (this.depth > 0) this.state = "element";
    else this.state = this.index === null ? "after member" : "after element";
  }

  private guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable(this.broken());
    }
  }

  private broken(): string {
    return this.state === "start"
      ? NOT_OURS
      : `The file is damaged at ${this.where()}: what comes there is no JSON. Save it again where it comes from.`;
  }

  private where(): string {
    if (this.name === "") return "its first line";
    return this.index === null ? this.name : `${this.name}[${this.index}]`;
  }
}

type Token = Parameters<TokenParser["write"]>[0];

type State =
  | "start"
  | "first key"
  | "key"
  | "colon"
  | "value"
  | "first element"
  | "next element"
  | "element"
  | "after element"
  | "after member"
  | "done";

/** What follows a token in each state: another state, an element's token, or a value that may be a list; else nothing fits. */
const STEPS: Record<State, (token: TokenType) => State | "list" | undefined> = {
  start: (token) => (token === TokenType.LEFT_BRACE ? "first key" : undefined),
  "first key": (token) => (token === TokenType.RIGHT_BRACE ? "done" : STEPS.key(token)),
  key: (token) => (token === TokenType.STRING ? "colon" : undefined),
  colon: (token) => (token === TokenType.COLON ? "value" : undefined),
  value: () => "list",
  "first element": (token) => (token === TokenType.RIGHT_BRACKET ? "after member" : "element"),
  "next element": () => "element",
  element: () => "element",
  "after element": (token) => {
    if (token === TokenType.COMMA) return "next element";
    return token === TokenType.RIGHT_BRACKET ? "after member" : undefined;
  },
  "after member": (token) => {
    if (token === TokenType.COMMA) return "key";
    return token === TokenType.RIGHT_BRACE ? "done" : undefined;
  },
  done: () => undefined,
};
