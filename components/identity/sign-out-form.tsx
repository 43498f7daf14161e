/** Who is signed in here, and the way out for somebody else. */
export function SignOutForm({ email }: { email: string }) {
  return (
    <form action="/sign-out" method="post">
      Signed in as {email}.{" "}
      <button type="submit" className="text-accent-ink underline underline-offset-2">
        Sign out
      </button>
    </form>
  );
}
