import { db } from "@/lib/db/client";

import { fillNewPerson, fillSignIn, makeInvitation } from "./support/entry";
import { markButton, openBoard, toast } from "./support/marks";
import { expect, refusal, test } from "./support/test";
import { givePassword, makeWorld } from "./support/world";

const NOT_FOUND = /status of 404/;
const PASSWORD = "seven quiet geese cross";

function newPerson(name: string) {
  return { name, email: `${crypto.randomUUID()}@example.com`, password: PASSWORD };
}

test.describe("an invitation", () => {
  test("lets one person in and nobody after them", async ({ page, signIn, openBrowser, complaints }) => {
    complaints.expected.push(NOT_FOUND);
    const { lead, team, home } = await makeWorld();
    await signIn(lead);
    await page.goto(`${home}/people`);
    const link = await makeInvitation(page, "Newcomer");

    const [first, second, third] = [await openBrowser(), await openBrowser(), await openBrowser()];
    for (const visitor of [first, second]) {
      await visitor.goto(link);
      await expect(visitor.getByRole("heading", { name: `Join ${team.name}` })).toBeVisible();
    }
    await fillNewPerson(first, newPerson("Nia Newcomer"));
    await first.getByRole("button", { name: `Join ${team.name}` }).click();
    await expect(first.getByRole("heading", { name: team.name, exact: true })).toBeVisible();

    const late = newPerson("Lars Late");
    await fillNewPerson(second, late);
    await second.getByRole("button", { name: `Join ${team.name}` }).click();
    await expect(
      refusal(second, "This invitation does not work any more. Ask a lead of the team for a new link."),
    ).toBeVisible();
    await expect(second.getByLabel("E-mail")).toHaveValue(late.email);

    await third.goto(link);
    await expect(third.getByRole("heading", { name: "This invitation does not work" })).toBeVisible();
    await page.reload();
    await expect(page.getByText("Nia Newcomer", { exact: true })).toBeVisible();
    await expect(page.getByText("Lars Late", { exact: true })).toHaveCount(0);
  });

  test("is dead once it is revoked", async ({ page, signIn, openBrowser, complaints }) => {
    complaints.expected.push(NOT_FOUND);
    const { lead, home } = await makeWorld();
    await signIn(lead);
    await page.goto(`${home}/people`);
    const link = await makeInvitation(page, "Somebody else");

    await page.getByRole("button", { name: "Revoke the invitation Somebody else" }).click();
    await expect(page.getByRole("button", { name: "Revoke the invitation Somebody else" })).toHaveCount(0);
    const visitor = await openBrowser();
    await visitor.goto(link);
    await expect(visitor.getByRole("heading", { name: "This invitation does not work" })).toBeVisible();
  });

  test("is dead once its week is over", async ({ page, signIn, openBrowser, complaints }) => {
    complaints.expected.push(NOT_FOUND);
    const { lead, team, home } = await makeWorld();
    await signIn(lead);
    await page.goto(`${home}/people`);
    const link = await makeInvitation(page, "Slow reader");
    const visitor = await openBrowser();
    await visitor.goto(link);

    await db().invitation.updateMany({ where: { teamId: team.id }, data: { expiresAt: new Date(0) } });
    await fillNewPerson(visitor, newPerson("Sam Slow"));
    await visitor.getByRole("button", { name: `Join ${team.name}` }).click();
    await expect(refusal(visitor, "does not work any more")).toBeVisible();
    await visitor.goto(link);
    await expect(visitor.getByRole("heading", { name: "This invitation does not work" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Open invitations" })).toHaveCount(0);
  });
});

test("somebody who is removed is out at their next click", async ({ page, signIn, openBrowser, complaints }) => {
  complaints.expected.push(NOT_FOUND);
  const { lead, member, home, board } = await makeWorld();
  await signIn(lead);
  const theirs = await openBrowser();
  await signIn(member, theirs.context());
  await openBoard(theirs, board);

  await page.goto(`${home}/people`);
  await page.getByLabel("Remove Milo Member").click();
  await page.getByRole("button", { name: "Remove Milo Member" }).click();
  await expect(page.getByText("Milo Member", { exact: true })).toHaveCount(0);

  await markButton(theirs, "Quieter disks", "adopt").click();
  await expect(toast(theirs, "There is no such team here.")).toBeVisible();
  await expect(markButton(theirs, "Quieter disks", "adopt")).toHaveAttribute("aria-pressed", "false");
  await theirs.getByRole("link", { name: "People", exact: true }).click();
  await expect(theirs.getByRole("heading", { name: "Not found" })).toBeVisible();
});

test("the last lead can neither leave nor step down", async ({ page, signIn }) => {
  const { lead, home } = await makeWorld();
  await signIn(lead);
  await page.goto(`${home}/people`);

  await page.getByRole("button", { name: "Make member: Lena Lead" }).click();
  await expect(refusal(page, "A team needs a lead. Make somebody else a lead first.")).toBeVisible();

  await page.reload();
  await page.getByLabel("Remove Lena Lead").click();
  await page.getByRole("button", { name: "Remove Lena Lead" }).click();
  await expect(refusal(page, "A team needs a lead. Make somebody else a lead first.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Lena Lead (you)")).toBeVisible();

  await page.getByRole("button", { name: "Make lead: Milo Member" }).click();
  await expect(page.getByRole("button", { name: "Make member: Milo Member" })).toBeVisible();
  await page.getByRole("button", { name: "Make member: Lena Lead" }).click();
  await expect(page.getByRole("heading", { name: "Invite somebody" })).toHaveCount(0);
});

test("signing out everywhere ends the session of another browser", async ({ page, signIn, openBrowser }) => {
  const { member, home } = await makeWorld();
  await signIn(member);
  const elsewhere = await openBrowser();
  await signIn(member, elsewhere.context());
  await elsewhere.goto(home);

  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByRole("heading", { name: "Sign in to Debrief" })).toBeVisible();
  await elsewhere.getByRole("link", { name: "People", exact: true }).click();
  await expect(elsewhere.getByRole("heading", { name: "Sign in to Debrief" })).toBeVisible();
});

test("a changed password ends other sessions and is the one that signs in", async ({ page, signIn, openBrowser }) => {
  const { member, home } = await makeWorld();
  const { email } = member;
  await givePassword(member, PASSWORD);
  await signIn(member);
  const elsewhere = await openBrowser();
  await signIn(member, elsewhere.context());
  await elsewhere.goto(home);

  await page.goto("/account");
  await page.getByLabel("Current password").fill("not this one");
  await page.getByLabel("New password").fill("nine loud swans return");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("This is not your current password.")).toBeVisible();
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByLabel("New password").fill("nine loud swans return");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Password changed. Every other browser is signed out.")).toBeVisible();
  await page.goto(home);
  await expect(page.getByRole("heading", { name: "Platform" })).toBeVisible();

  await elsewhere.getByRole("link", { name: "People", exact: true }).click();
  await expect(elsewhere.getByRole("heading", { name: "Sign in to Debrief" })).toBeVisible();
  await fillSignIn(elsewhere, { email, password: PASSWORD });
  await expect(elsewhere.getByText("E-mail and password do not match.")).toBeVisible();
  await fillSignIn(elsewhere, { email, password: "nine loud swans return" });
  await expect(elsewhere.getByRole("heading", { name: "People" })).toBeVisible();
});
