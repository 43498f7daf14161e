/** Stands in for `server-only` in tests, which run outside the bundler that gives that package its meaning. */
export {};
