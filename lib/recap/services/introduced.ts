import { SERVICES, type Service } from "./gazetteer";

/**
 * The year in which a service was announced to the public, previews included, by its name without the vendor's prefix.
 * Facts from the vendors' own launch posts. What is missing here is not known to be old.
 */
const BY_YEAR: Readonly<Record<number, string>> = {
  2001: "macOS; Windows; Windows Server; SQL Server; .NET; Visual Studio; iTunes; Microsoft 365; SharePoint; Java",
  2006: "SQS; S3; EC2; Mechanical Turk; Alexa; VMware vSphere; Microsoft Exchange; System Center; PowerShell",
  2007: "SimpleDB; iOS; Skype; OneDrive; Apple TV; MongoDB",
  2008: "EBS; CloudFront; App Engine; Android; GitHub; App Store; Chrome DevTools",
  2009: "EMR; RDS; VPC; Elastic Load Balancing; EC2 Auto Scaling; Auto Scaling; CloudWatch; Import/Export; CLI; SDK; Go language",
  2010: "SNS; Route 53; IAM; Linux; Cloud Storage; Azure Storage; Azure SQL Database; Azure Service Bus; NuGet; HashiCorp Vagrant; Apple Push Notification Service",
  2011: "Elastic Beanstalk; CloudFormation; SES; ElastiCache; Direct Connect; Security Token Service; GovCloud; BigQuery; Cloud SQL; iCloud; Siri; Dart; Roslyn; Power BI; Apple Messages",
  2012: "DynamoDB; Storage Gateway; S3 Glacier; SWF; CloudSearch; Redshift; Data Pipeline; Marketplace; Compute Engine; Prometheus; TypeScript; Azure Virtual Machines; Azure Virtual Network; Azure Media Services; Azure App Service; Azure Cloud Services",
  2013: "OpsWorks; CloudHSM; Elastic Transcoder; Kinesis; Kinesis Data Streams; AppStream; WorkSpaces; CloudTrail; Trusted Advisor; Docker; etcd; HashiCorp Packer; Android Studio; Azure DevOps; Azure Notification Hubs; Azure HDInsight; Xcode; Xbox",
  2014: "Cognito; Mobile Analytics; WorkDocs; Lambda; ECS; Aurora; Config; KMS; CodeDeploy; CodeCommit; CodePipeline; Service Catalog; Directory Service; Cost Explorer; Kubernetes; Kubernetes Engine; HashiCorp Consul; Terraform; Swift; HomeKit; CloudKit; Apple Metal; Apple Health; Apple Pay; Cloud Dataflow; Azure Machine Learning; Azure Event Hubs; Azure Stream Analytics; Cortana; Azure Cosmos DB; Firebase; Jenkins; TestFlight; Wear OS",
  2015: "EFS; API Gateway; WorkMail; Device Farm; Machine Learning; WAF; Inspector; QuickSight; Data Firehose; Snow Family; IoT Core; Database Migration Service; ECR; Mobile Hub; OpenSearch Service; Cloud Pub/Sub; Cloud Bigtable; Cloud Dataproc; TensorFlow; Helm; HashiCorp Vault; HashiCorp Nomad; gRPC; containerd; runc; Azure Service Fabric; Azure IoT Hub; Azure Logic Apps; Visual Studio Code; HoloLens; Microsoft Edge; watchOS; tvOS; Microsoft Graph; Universal Windows Platform; Azure Data Lake Analytics; Azure Data Factory; Open Container Initiative; Apple Music; Azure Key Vault; Azure Virtual Machine Scale Sets",
  2016: "Lumberyard; GameLift; Managed Service for Apache Flink; Application Discovery Service; X-Ray; CodeBuild; Step Functions; Athena; Lex; Polly; Rekognition; Batch; Glue; Shield; Pinpoint; Lightsail; IoT Greengrass; Organizations; Systems Manager; Health; Certificate Manager; SAM; Deep Learning AMIs; Budgets; Azure Functions; Cloud Functions; Azure Bot Service; Azure AI Services; Windows Subsystem for Linux; Power Platform; Microsoft Teams; Swift Playgrounds; Google Assistant; Xamarin; Linkerd; Envoy; Fluentd; OpenTracing; Azure Container Registry; Azure Monitor; Azure SQL Data Warehouse; Angular",
  2017: "CodeStar; Connect; Chime; Macie; EKS; Fargate; AppSync; SageMaker; Comprehend; Transcribe; Translate; Neptune; GuardDuty; Cloud9; MQ; PrivateLink; Kinesis Video Streams; IoT Analytics; IoT Device Management; IoT Device Defender; IoT 1-Click; FreeRTOS; Elemental MediaConvert; Elemental MediaLive; Elemental MediaPackage; Elemental MediaStore; Elemental MediaTailor; Sumerian; DeepLens; Alexa for Business; Serverless Application Repository; Migration Hub; IAM Identity Center; Nitro System; Amplify; Azure Kubernetes Service; Azure Container Instances; Azure Cosmos DB; Azure Event Grid; ARKit; Core ML; Cloud Spanner; Cloud IoT Core; Kotlin; Istio; CRI-O; Azure Databricks; Azure IoT Edge; App Center; Kubeflow; Cloud Endpoints; Azure Stack; Azure Database for PostgreSQL; Azure Database for MySQL; Visual Studio App Center; HomePod; Jaeger",
  2018: "Secrets Manager; Firewall Manager; Transit Gateway; Global Accelerator; App Mesh; Cloud Map; Firecracker; Outposts; Ground Station; RoboMaker; FSx; DataSync; Transfer Family; Lake Formation; MSK; Timestream; QLDB; Managed Blockchain; Forecast; Personalize; Textract; Elastic Inference; DeepRacer; Security Hub; Control Tower; License Manager; Well-Architected Tool; Corretto; IoT Events; IoT SiteWise; IoT Things Graph; Elemental MediaConnect; CDK; RAM; Client VPN; ParallelCluster; Private CA; Create ML; Knative; GitHub Actions; Flutter; ML Kit; Azure DevOps; Argo CD; gVisor; Harbor; Siri Shortcuts; Apple Shortcuts; Azure SignalR Service; Azure Front Door; Azure Sphere; Azure Digital Twins; ML.NET; Screen Time; Dialogflow",
  2019: "EventBridge; Backup; DocumentDB; WorkLink; Data Exchange; Keyspaces; Kendra; CodeGuru; Fraud Detector; Augmented AI; Braket; Local Zones; Wavelength; Compute Optimizer; Detective; EC2 Image Builder; Network Manager; DeepComposer; Chatbot; AppConfig; Deep Learning Containers; IQ; Cloud Run; Anthos; SwiftUI; iPadOS; Combine framework; Mac Catalyst; Sign in with Apple; Microsoft Sentinel; Azure Arc; Windows Terminal; Dapr; OpenTelemetry; KEDA; Azure Bastion; Azure Synapse Analytics; GitHub Sponsors; GitHub Packages; Azure Quantum; Apple Arcade; Apple Sidecar; RealityKit; PencilKit",
  2020: "Bottlerocket; AppFlow; CodeArtifact; Honeycode; Interactive Video Service; Proton; Managed Grafana; Managed Service for Prometheus; Monitron; Panorama; Lookout for Vision; Lookout for Equipment; Lookout for Metrics; HealthLake; CloudShell; Audit Manager; Fault Injection Service; DevOps Guru; Location Service; Network Firewall; Managed Workflows for Apache Airflow; Distro for OpenTelemetry; Red Hat OpenShift Service on AWS; Copilot; App2Container; GitHub Codespaces; Azure Static Web Apps; Windows Package Manager; Azure Communication Services; WidgetKit; App Clips; Apple silicon",
  2021: "App Runner; FinSpace; Nimble Studio; MemoryDB; Application Recovery Controller; Cloud WAN; Private 5G; IoT TwinMaker; IoT FleetWise; IoT RoboRunner; Mainframe Modernization; Resilience Hub; Elastic Disaster Recovery; BugBust; Cloud Control API; re:Post; IoT ExpressLink; VPC IP Address Manager; Karpenter; GitHub Copilot; Azure Container Apps; Azure OpenAI Service; Vertex AI; Azure Chaos Studio; Azure Load Testing; Xcode Cloud; SharePlay",
  2022: "Security Lake; DataZone; Clean Rooms; Omics; SimSpace Weaver; Verified Access; VPC Lattice; CodeCatalyst; Application Composer; Supply Chain; Resource Explorer; Finch; Wickr; Billing Conductor; GameSparks; File Cache; Verified Permissions; AlloyDB; ChatGPT; Microsoft Dev Box; Apple Passkeys; Freeform app; WeatherKit; Snowflake Unistore",
  2023: "Bedrock; Titan; Q; Q Business; Q Developer; HealthScribe; HealthImaging; AppFabric; Entity Resolution; Payment Cryptography; B2B Data Interchange; Cost Optimization Hub; One Enterprise; Dedicated Local Zones; RDS for Db2; Microsoft Fabric; Gemini; visionOS; SwiftData; Microsoft Copilot; Snowpark Container Services; Dev Home",
  2024: "Aurora DSQL; Nova; App Studio; Parallel Computing Service; Security Incident Response; Data Transfer Terminal; Elastic VMware Service; Transform; Oracle Database@AWS; Azure AI Foundry; Apple Intelligence; GitHub Models; GitHub Spark; Google Agentspace",
  2025: "Bedrock AgentCore; Kiro; Strands Agents; DevOps Agent; Security Agent; AI Factories; Interconnect; RTB Fabric; Liquid Glass",
};

const years = index();

/** The year a service was introduced in, or null when it is not known. */
export function introducedIn({ slug }: Service): number | null {
  return years.get(slug) ?? null;
}

function index(): Map<string, number> {
  const byName = new Map<string, number>();
  for (const [year, names] of Object.entries(BY_YEAR)) {
    for (const name of names.split("; ")) byName.set(name.toLowerCase(), Number(year));
  }
  return new Map(
    SERVICES.flatMap(({ name, slug }): [string, number][] => {
      const year =
        byName.get(name.toLowerCase()) ??
        byName.get(name.replace(/^(?:AWS|Amazon|Google(?: Cloud)?) /, "").toLowerCase());
      return year === undefined ? [] : [[slug, year]];
    }),
  );
}
