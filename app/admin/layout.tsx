import { AppShell } from "@/components/shell/app-shell";
import { requireSession } from "@/lib/identity/gates";
import { shellData } from "@/lib/identity/shell";

/** Only draws the frame: the page asks for itself whether it may be seen. */
export default async function AdminLayout({ children }: LayoutProps<"/admin">) {
  const session = await requireSession("/admin");
  return <AppShell {...shellData(session, null)}>{children}</AppShell>;
}
