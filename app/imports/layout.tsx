import { AppShell } from "@/components/shell/app-shell";
import { requireSession } from "@/lib/identity/gates";
import { shellData } from "@/lib/identity/shell";

/** Only draws the frame: every page below asks for itself whether it may be seen. */
export default async function ImportsLayout({ children }: LayoutProps<"/imports">) {
  const session = await requireSession("/imports");
  return <AppShell {...shellData(session, null)}>{children}</AppShell>;
}
