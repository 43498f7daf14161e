/** English words that nearly every text has, and that say nothing of what it is about. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a an and are as at be been but by can could did do does for from had has have how i if in into is it its me my no not " +
    "of on our so than that the their them then there these they this those to was we were what when where which who why " +
    "will with would you your"
  ).split(" "),
);

/** What is counted in an announcement, in lower case: a number before it belongs to it. */
export const UNITS: ReadonlySet<string> = new Set(
  (
    "b kb mb gb tb pb kib mib gib tib pib kbps mbps gbps tbps ns us ms s sec seconds min minutes h hour hours day days hz " +
    "mhz ghz vcpu vcpus cpu cpus gpu gpus core cores iops rps tps x"
  ).split(" "),
);
