/** A post as engineers publish them: Jekyll front matter, category headings, paragraphs that a bold link leads. */
export const RECAP_POST = `---
layout: post
title: "What mattered at Example Summit 2031"
author: Robin Sample
date: 2031-05-09
---

Three days, two keynotes and far too much coffee. This is what our platform group should look at, by where it lands.

## Service Announcements

### Storage

**[Amazon EBS Quiet Volumes](https://example.com/news/ebs-quiet-volumes)** (preview) - New volumes that stop billing for throughput while nothing reads them. 500 GB cost up to 20% less than today. I would move the build caches first and wait with the databases.

**[Amazon S3 Instant Shelf](https://example.com/news/s3-instant-shelf)** - An archive class that answers within milliseconds, for $0.004 per GB and month. Reading it back is what costs.

### Databases

**[Amazon DynamoDB Auto Shards](https://example.com/news/dynamodb-auto-shards)** (preview) - Tables split themselves when a partition passes 10 GB, without downtime. We own a job for that and nobody likes it.

### Developer Tools

**[AWS CodeBuild Sleep Mode](https://example.com/news/codebuild-sleep-mode)** - Builders pause after 5 minutes without a job and are back in 2 seconds. Our own idle for 70% of the day, so this pays for the migration.

**[AWS CodePipeline Replay](https://example.com/news/codepipeline-replay)** (preview) - Runs a failed pipeline again from the step that failed. Nice to have.

### Security

**[AWS Secrets Manager Age Reports](https://example.com/news/secrets-manager-age-reports)** - Lists every secret that is older than 90 days and who read it last. I would be glad to delete our script.
`;
