import type { ServiceRows } from "./rows";

/** The main Google Cloud services. See `rows.ts` for how a row is written. */
export const GOOGLE_CLOUD: ServiceRows = {
  compute: [
    "Google Compute Engine | Compute Engine | GCE | Axion | Google Axion | Cloud TPU | TPU | TPUs",
    "Google Cloud VMware Engine",
  ],
  containers: [
    "Google Kubernetes Engine | GKE | GKE Autopilot | GKE Enterprise | Google Container Engine | Container Engine",
    "Anthos",
    "Google Artifact Registry | Artifact Registry",
  ],
  serverless: [
    "Google Cloud Run | Cloud Run | Cloud Run functions",
    "Google Cloud Functions | Cloud Functions | Google Cloud Function",
    "Google App Engine | App Engine",
    "Google Cloud Pub/Sub | Cloud Pub/Sub | Pub/Sub",
    "Eventarc",
  ],
  storage: [
    "Google Cloud Storage | Cloud Storage | GCS",
    "Google Filestore | Filestore",
    "Google Cloud Hyperdisk | Hyperdisk",
  ],
  databases: [
    "Google Cloud SQL | Cloud SQL",
    "Google Cloud Spanner | Cloud Spanner | Spanner",
    "Google AlloyDB | AlloyDB | AlloyDB for PostgreSQL",
    "Google Cloud Bigtable | Cloud Bigtable | Bigtable",
    "Google Firestore | Firestore | Cloud Firestore",
    "Google Memorystore | Memorystore",
  ],
  analytics: [
    "Google BigQuery | BigQuery | BigQuery ML | BigQuery Omni",
    "Google Cloud Dataflow | Dataflow",
    "Google Cloud Dataproc | Dataproc",
    "Looker | Looker Studio",
    "Google Dataplex | Dataplex",
  ],
  "machine-learning": [
    "Google Vertex AI | Vertex AI | AutoML | Cloud AutoML | AI Platform | Vertex AI Agent Builder",
    "Google Gemini | Gemini | Duet AI | Gemini Code Assist",
    "Google Agentspace | Agentspace",
    "Google Dialogflow | Dialogflow",
    "TensorFlow",
  ],
  networking: [
    "Google Cloud CDN | Cloud CDN",
    "Google Cloud Load Balancing",
    "Google Cloud Interconnect | Cloud Interconnect",
    "Google Cloud Armor | Cloud Armor",
    "Google Cloud NAT | Cloud NAT",
  ],
  security: [
    "Google Security Command Center | Security Command Center",
    "Google Cloud IAM",
    "Google BeyondCorp | BeyondCorp",
    "Google Chronicle | Google Security Operations",
  ],
  management: ["Google Cloud Deploy | Cloud Deploy", "Google Apigee | Apigee"],
  "developer-tools": [
    "Google Cloud Build | Cloud Build",
    "Firebase",
    "Flutter",
    "Google Cloud Code | Cloud Code",
    "Google Cloud Workstations | Cloud Workstations",
    "Android Studio",
  ],
  observability: ["Google Cloud Operations | Stackdriver | Cloud Operations | Cloud Logging | Cloud Monitoring"],
  iot: ["Google Cloud IoT Core | Cloud IoT Core | Cloud IoT"],
  edge: ["Google Distributed Cloud | GDC"],
  "business-apps": ["Google Workspace | G Suite"],
};
