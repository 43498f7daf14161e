import { describe, expect, it } from "vitest";

import { findServiceMentions, findServices, vendorOf } from "./find-services";
import { SERVICES, type Vendor } from "./gazetteer";

const VENDORS: readonly (Vendor | null)[] = [...new Set<Vendor | null>(SERVICES.map(({ vendor }) => vendor)), null];

describe("the rows", () => {
  it("give no name to two services of one vendor", () => {
    const owners = new Map<string, Set<string>>();
    for (const { vendor, name, aliases, weakAliases } of SERVICES) {
      for (const each of [name, ...aliases, ...weakAliases]) {
        const key = `${vendor} ${each.toLowerCase()}`;
        owners.set(key, (owners.get(key) ?? new Set()).add(name));
      }
    }

    expect([...owners].filter(([, names]) => names.size > 1)).toEqual([]);
  });

  it("lead from every alias to its service", () => {
    for (const { vendor, name, aliases, weakAliases } of SERVICES) {
      for (const alias of [...aliases, ...weakAliases])
        expect({ alias, found: findServices(`Here ${alias} is.`, vendor) }).toEqual({ alias, found: [name] });
    }
  });
});

describe("ordinary English", () => {
  const ORDINARY = [
    "Everything is in flux, and at the helm nobody glues the batch together.",
    "An aurora over the harbor, a rook, a backstage pass and a spanner in the works.",
    "Teams work well when teams talk. Connect with them, and shield them from noise.",
    "Actions speak louder than words, shortcuts make long delays, maps are not the territory.",
    "Batch the requests. Glue the parts. Translate the text. Forecast the weather. Detective work.",
    "Helm the ship yourself. Maps help. Shortcuts hurt. Swift answers please. Combine both.",
    "A clean room, a front door, a service bus and a control tower were on the way.",
    "On the edge of the surface the metal bends, as the outlook says: excel at issues, packages and discussions.",
    "We organize workspaces, config files, organizations and a swift inspector in lower case.",
    "the cloud watch, a code pipeline, an event bridge and an app store of ideas",
    "A net gain, an aqua tint, the edge case and a sam of few words.",
    "Support is good. Health matters. One more thing: notes, photos and messages.",
    "Vault over the boundary, waypoint by waypoint, with a packer and a consul.",
    "A tilt, a quay, a volcano, a cortex, a contour and a dragonfly.",
    "Whisper it: the operator has a codex. The surface is calm. The cosmos is wide.",
  ];

  it.each(ORDINARY)("names nothing: %s", (text) => {
    for (const vendor of VENDORS) expect({ vendor, found: findServices(text, vendor) }).toEqual({ vendor, found: [] });
  });

  it.each([
    ["AWS support was quick and Amazon connects people.", "aws"],
    ["Microsoft teams everywhere, and Apple watches in shops.", "microsoft"],
    ["Google searches, and Apple music in the lobby.", "google"],
  ] as const)("names nothing after a vendor: %s", (text, vendor) => {
    expect(findServices(text, vendor)).toEqual([]);
  });

  it.each([
    ["The new Batch queues", "aws", "AWS Batch"],
    ["Batch now retries jobs", "aws", "AWS Batch"],
    ["Charts in Helm", "kubernetes", "Helm"],
    ["Reconcile with Flux", "kubernetes", "Flux CD"],
    ["Meetings in Teams", "microsoft", "Microsoft Teams"],
    ["Reuse in Actions", "github", "GitHub Actions"],
    ["Graphs in Spanner", "google", "Google Cloud Spanner"],
    ["Automate with Shortcuts", "apple", "Apple Shortcuts"],
    ["Calls with Connect", "aws", "Amazon Connect"],
    ["Queries on Aurora", "aws", "Amazon Aurora"],
  ] as const)("takes a name for one in a post about its vendor only: %s", (text, vendor, name) => {
    expect(findServices(text, vendor)).toEqual([name]);
    for (const other of VENDORS.filter((each) => each !== vendor))
      expect(findServices(text, other)).not.toContain(name);
  });
});

describe("short, former and joined names", () => {
  it.each([
    ["ECS and EKS, then ECR", "Amazon ECS, Amazon EKS, Amazon ECR"],
    ["StepFunctions call a Step Function", "AWS Step Functions"],
    ["Code Pipeline and Cloud Formation", "AWS CodePipeline, AWS CloudFormation"],
    ["Dynamo DB, Elasti Cache, Event Bridge", "Amazon DynamoDB, Amazon ElastiCache, Amazon EventBridge"],
    ["/news/aws-shield-is-here and /amazon-connect-calls", "AWS Shield, Amazon Connect"],
    ["使用Cloud Run部署，AWS Batch는 배치를、Amazon EC2の新しい", "Google Cloud Run, AWS Batch, Amazon EC2"],
    ["aws lambda reads amazon s3", "AWS Lambda, Amazon S3"],
    ["an Amazon Elastic Block Store volume, io2", "Amazon EBS"],
    ["Graviton6 and Trainium 7, not out yet", "Amazon EC2"],
    ["Azure AD is Entra ID now", "Microsoft Entra ID"],
    ["Azure SQL DW became Azure Synapse", "Azure Synapse Analytics"],
    ["VSTS, then Azure Pipelines", "Azure DevOps"],
    ["Cognitive Services and the Bot Framework", "Azure AI Services, Azure Bot Service"],
    ["PowerApps, PowerBI and VSCode", "Power Platform, Power BI, Visual Studio Code"],
    ["Cosmos DB was Azure DocumentDB", "Azure Cosmos DB"],
    ["HoloLens beside Cortana on Windows 10", "HoloLens, Cortana, Windows"],
    ["Windows Azure Service Bus", "Azure Service Bus"],
    ["GitHub Copilot in Codespaces, with Dependabot", "GitHub Copilot, GitHub Codespaces, Dependabot"],
    ["GKE, GCS and Big Query", "Google Kubernetes Engine, Google Cloud Storage, Google BigQuery"],
    ["Google Cloud's Cloud Run, GCP Spanner, Duet AI", "Google Cloud Run, Google Cloud Spanner, Google Gemini"],
    ["Stackdriver and Agentspace", "Google Cloud Operations, Google Agentspace"],
    ["ArgoCD on k8s with FluxCD and OTel", "Argo CD, Kubernetes, Flux CD, OpenTelemetry"],
    ["Cluster API, cert-manager, Gateway API, CRI-O", "Cluster API, cert-manager, Gateway API, CRI-O"],
    ["Docker Hub, HCP Terraform, RKE2 and OKD", "Docker, Terraform, Rancher, OpenShift"],
    ["iOS 13, iOS13, iPadOS and macOS Catalina", "iOS, iPadOS, macOS"],
    ["Swift UI, CoreML and Siri Shortcuts", "SwiftUI, Core ML, Apple Shortcuts"],
    ["HealthKit, iCloud Drive and the Mac App Store", "Apple Health, iCloud, App Store"],
    ["GPT-5 in ChatGPT, Claude Opus in Claude Code", "OpenAI GPT, ChatGPT, Claude, Claude Code"],
    ["Snowpark, Unity Catalog, MongoDB Atlas", "Snowpark, Unity Catalog, MongoDB Atlas"],
    ["Exadata, vSphere and TensorRT-LLM", "Oracle Exadata, VMware vSphere, NVIDIA TensorRT"],
  ])("%s", (text, names) => {
    expect(findServices(text, null)).toEqual(names.split(", "));
  });
});

describe("vendorOf", () => {
  it("goes by the vendor's own words, a platform's counting double, then by services", () => {
    expect(vendorOf("Azure runs on NVIDIA and NVIDIA")).toBe("microsoft");
    expect(vendorOf("NVIDIA, NVIDIA, NVIDIA at AWS")).toBe("nvidia");
    expect(vendorOf("DynamoDB streams into Kinesis")).toBe("aws");
    expect(vendorOf("Nothing of the kind")).toBeNull();
  });
});

describe("the time it takes", () => {
  it("grows with the text, not faster", () => {
    const sentence = "Batch now runs on Amazon EC2 with Graviton 4, Aurora and Glue feed it, and many teams batch. ";
    const text = (bytes: number) => sentence.repeat(Math.ceil(bytes / sentence.length));
    const [small, large] = [text(100_000), text(1_000_000)];
    // Processor time, so that a busy machine does not count.
    const took = (of: string, times: number) => {
      const before = process.cpuUsage();
      for (let i = 0; i < times; i += 1) findServiceMentions(of, "aws");
      const { user, system } = process.cpuUsage(before);
      return (user + system) / times;
    };
    took(small, 5);

    // Ten times the text takes about ten times as long; a quadratic walk would take a hundred times.
    expect(took(large, 3) / took(small, 30)).toBeLessThan(40);
  });
});
