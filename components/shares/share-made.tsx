import { CopyField } from "@/components/identity/copy-field";

import { ShareFiles } from "./share-files";

/** The address of a link that was just made, and of the files it gives; shown this once. */
export function ShareMade({ address, files }: { address: string; files: readonly string[] }) {
  return (
    <section aria-label="The new link" className="grid gap-4">
      <CopyField
        label="Address of the link"
        value={address}
        hint="Shown this once: it is not kept and cannot be shown again. Whoever has it can read; nobody can change anything with it."
      />
      <ShareFiles address={address} files={files} />
    </section>
  );
}
