import { AppShell } from "@/components/shell/app-shell";
import { requireSession } from "@/lib/identity/gates";
import { shellData } from "@/lib/identity/shell";

/** Only draws the frame: every page below asks for itself whether it may be seen. */
export default async function TeamLayout({ params, children }: LayoutProps<"/teams/[team]">) {
  const { team } = await params;
  const session = await requireSession(`/teams/${team}`);
  return <AppShell {...shellData(session, team)}>{children}</AppShell>;
}
