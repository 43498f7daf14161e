// Old versions of Node must be able to read this file, and to say so: no syntax newer than imports and const.
const needed = [20, 19];

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    "Node " +
      needed.join(".") +
      " or later is needed, and this is " +
      process.version +
      ": install it from https://nodejs.org and try again.",
  );
  process.exit(1);
}
