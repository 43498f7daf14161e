import { StatusPage } from "@/components/shell/status-page";

/** A link that nobody gave out, one that has ended and one that was revoked look the same. */
export default function ShareNotFound() {
  return (
    <StatusPage title="This link opens nothing">
      <p>It may be cut short, have ended, or be revoked. Ask whoever gave it to you for a new one.</p>
    </StatusPage>
  );
}
