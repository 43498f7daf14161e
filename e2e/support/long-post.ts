const VENDOR = ["Amazon EC2", "Amazon S3", "AWS Lambda", "Amazon RDS", "Amazon EKS", "Amazon DynamoDB"];
const WHAT = ["Quiet Volumes", "Night Mode", "Instant Shelf", "Replay", "Age Reports", "Wide Rows", "Fast Start"];

/** What the reader does not find in the post, because nothing sets it apart. */
export const MISSED = "Amazon Aurora Night Train";

/** A recap that announces so many things clearly, one paragraph each, and one more in passing. */
export function longPost(count: number): string {
  const paragraphs = Array.from({ length: count }, (_, index) => {
    const name = `${VENDOR[index % VENDOR.length]} ${WHAT[index % WHAT.length]} ${index + 1}`;
    const link = `https://aws.amazon.com/about-aws/whats-new/2031/05/item-${index + 1}/`;
    return `**[${name}](${link})** - It costs up to ${10 + (index % 50)}% less and needs no change.`;
  });
  return `---
title: "All of Example Summit 2031"
author: Robin Sample
date: 2031-05-09
---

## Service Announcements

${paragraphs.join("\n\n")}

## How we got home

Somebody had talked about the

${MISSED}

over dinner, and nobody wrote it down.
`;
}
