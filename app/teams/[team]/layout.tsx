import { LiveScope } from "@/components/live/live-scope";
import { AppShell } from "@/components/shell/app-shell";
import { currentSession } from "@/lib/identity/session";
import { shellData } from "@/lib/identity/shell";

/** Only draws the frame: every page below asks for itself whether it may be seen. */
export default async function TeamLayout({ params, children }: LayoutProps<"/teams/[team]">) {
  const { team } = await params;
  const session = await currentSession();
  // The page leads to sign-in and back to itself; its address is not known here.
  if (!session) return children;
  return (
    <AppShell {...shellData(session, team)}>
      <LiveScope team={team} person={session.person.personId}>
        {children}
      </LiveScope>
    </AppShell>
  );
}
