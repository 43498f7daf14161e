import type { Vendor } from "./gazetteer";
import type { ServiceRows } from "./rows";

/** Makers of models, chips, databases and clouds whose own conferences are told of. See `rows.ts`. */
export const PARTNERS: readonly (readonly [Vendor, ServiceRows])[] = [
  [
    "openai",
    {
      "machine-learning": [
        "OpenAI API | Assistants API | Responses API | Chat Completions API | Realtime API | OpenAI Batch API | AgentKit | Agents SDK | OpenAI Agent Builder | ChatKit",
        "ChatGPT | ChatGPT Plus | ChatGPT Enterprise | ChatGPT Atlas | ChatGPT Agent | Custom GPTs | GPT Store | Apps SDK | Deep Research",
        "OpenAI GPT | GPT-3 | GPT-3.5 | GPT-4 | GPT-4 Turbo | GPT-4o | GPT-4.1 | GPT-4.5 | GPT-5 | GPT-5 Pro | GPT-5.1 | gpt-oss | OpenAI o1 | OpenAI o3 | o1-preview | o3-mini | o4-mini",
        "DALL-E | DALL·E 3 | gpt-image-1",
        "OpenAI Sora | ~Sora | Sora 2",
        "OpenAI Whisper | ~Whisper",
        "OpenAI Operator | ~Operator",
      ],
      "developer-tools": ["OpenAI Codex | ~Codex | Codex CLI"],
    },
  ],
  [
    "anthropic",
    {
      "machine-learning": [
        "Claude | Claude 2 | Claude 3 | Claude 3.5 | Claude 4 | Claude Opus | Claude Sonnet | Claude Haiku | Anthropic Claude | Claude for Enterprise | Claude Skills",
        "Anthropic API | Claude API | Claude Agent SDK | Anthropic Console",
      ],
      "developer-tools": ["Claude Code"],
    },
  ],
  [
    "nvidia",
    {
      compute: [
        "NVIDIA Blackwell | ~Blackwell | Blackwell Ultra | GB200 | GB300 | B200 | GB200 NVL72",
        "NVIDIA Hopper | H100 | H200 | GH200 | Grace Hopper | ~Hopper",
        "NVIDIA Grace | Grace CPU",
        "NVIDIA Vera Rubin | Vera Rubin | NVIDIA Rubin | Rubin CPX",
        "NVIDIA Ampere | A100 | NVIDIA A100",
        "NVIDIA DGX | DGX Spark | DGX Station | DGX SuperPOD | Project DIGITS",
        "NVIDIA GeForce | GeForce RTX | GeForce NOW",
      ],
      networking: [
        "NVIDIA NVLink | NVLink | NVSwitch | NVLink Fusion",
        "NVIDIA Spectrum-X | NVIDIA Quantum-X | NVIDIA InfiniBand",
        "NVIDIA BlueField | BlueField DPU",
      ],
      "machine-learning": [
        "NVIDIA AI Enterprise | NVIDIA AI Foundry",
        "NVIDIA NIM | NIM microservices",
        "NVIDIA NeMo | NeMo | NeMo Guardrails | NeMo Retriever",
        "NVIDIA Nemotron | Nemotron | Llama Nemotron",
        "NVIDIA TensorRT | TensorRT | TensorRT-LLM",
        "NVIDIA Triton | Triton Inference Server | NVIDIA Dynamo",
        "NVIDIA Cosmos | ~Cosmos",
        "NVIDIA Isaac | Isaac Sim | Isaac GR00T | GR00T",
        "NVIDIA RAPIDS | RAPIDS cuDF | cuOpt",
        "NVIDIA Clara | BioNeMo",
        "NVIDIA Riva | NVIDIA Metropolis",
      ],
      "developer-tools": ["NVIDIA CUDA | CUDA | CUDA-X | CUDA-Q"],
      media: ["NVIDIA Omniverse | Omniverse | OpenUSD"],
      edge: ["NVIDIA Jetson | Jetson | Jetson Orin | Jetson Thor | Jetson Nano"],
      other: ["NVIDIA DRIVE | DRIVE Thor | DRIVE AGX"],
    },
  ],
  [
    "snowflake",
    {
      analytics: [
        "Snowflake | Snowflake Data Cloud | Snowflake AI Data Cloud | Snowgrid | Dynamic Tables",
        "Snowflake Openflow | Openflow | Snowpipe | Snowpipe Streaming",
        "Snowflake Marketplace | Snowflake Native Apps | Native App Framework",
        "Snowflake Horizon | Horizon Catalog | Polaris Catalog | Apache Polaris | Open Catalog",
      ],
      databases: ["Snowflake Unistore | Unistore | Hybrid Tables", "Snowflake Postgres"],
      containers: ["Snowpark Container Services"],
      "machine-learning": [
        "Snowflake Cortex | Cortex AI | Cortex Analyst | Cortex Search | Cortex Agents | Cortex AISQL | ~Cortex",
        "Snowflake Intelligence",
        "Snowflake Arctic",
      ],
      "developer-tools": [
        "Snowpark | Snowpark ML | Snowpark Connect",
        "Streamlit | Streamlit in Snowflake",
        "Snowflake Notebooks",
      ],
    },
  ],
  [
    "databricks",
    {
      analytics: [
        "Databricks | Databricks Lakehouse | Databricks Data Intelligence Platform | Databricks Apps | Databricks One | Databricks AI/BI | Genie space",
        "Databricks SQL | Photon engine",
        "Delta Lake | Delta Sharing | Delta Live Tables | Lakeflow | Delta UniForm | Delta Engine | Spark Declarative Pipelines",
        "Databricks Clean Rooms",
      ],
      management: ["Unity Catalog"],
      databases: ["Databricks Lakebase | Lakebase"],
      "machine-learning": [
        "MLflow | MLflow 3.0",
        "Mosaic AI | MosaicML | Databricks Mosaic AI | Agent Bricks | DBRX | Databricks Model Serving",
        "Databricks Assistant",
      ],
    },
  ],
  [
    "mongodb",
    {
      databases: [
        "MongoDB | MongoDB Community Server | MongoDB Enterprise Advanced | Queryable Encryption | MongoDB 8.0",
        "MongoDB Atlas | Atlas Serverless | Atlas Device Sync | Atlas SQL | Atlas Data Federation | Atlas App Services",
        "MongoDB Realm",
      ],
      analytics: [
        "Atlas Stream Processing | Atlas Charts",
        "Atlas Search | Atlas Vector Search | MongoDB Vector Search",
      ],
      migration: ["MongoDB Relational Migrator | Relational Migrator | Application Modernization Platform"],
      "developer-tools": ["MongoDB Compass | MongoDB Shell"],
      "machine-learning": ["Voyage AI"],
    },
  ],
  [
    "oracle",
    {
      compute: [
        "OCI Compute | OCI Supercluster | OCI Zettascale",
        "Oracle Cloud Infrastructure | OCI | Oracle Cloud | OCI Dedicated Region | Oracle Alloy | Cloud@Customer",
      ],
      containers: ["Oracle Kubernetes Engine | Oracle Container Engine for Kubernetes | OKE"],
      databases: [
        "Oracle Database | Oracle Database 19c | Oracle Database 21c | Oracle Database 23ai | Oracle AI Database 26ai | Oracle AI Vector Search",
        "Oracle Autonomous Database | Autonomous Database | Autonomous Data Warehouse | Autonomous JSON Database | Autonomous Transaction Processing | Autonomous AI Lakehouse",
        "Oracle Exadata | Exadata | Exadata Cloud Service | Exadata X11M | Exascale",
        "Oracle MySQL HeatWave | MySQL HeatWave | HeatWave | HeatWave GenAI",
        "Oracle NoSQL Database",
      ],
      "machine-learning": [
        "OCI Generative AI | OCI AI Agents | OCI Data Science | Oracle AI Agent Studio | Oracle AI Data Platform",
      ],
      analytics: ["Oracle Analytics Cloud | Fusion Data Intelligence", "Oracle GoldenGate | GoldenGate"],
      "developer-tools": ["Oracle APEX", "Oracle Java | GraalVM | Helidon", "VirtualBox", "OCI DevOps"],
      serverless: ["OCI Functions | Oracle Functions", "Oracle Integration Cloud"],
      "business-apps": [
        "Oracle Fusion Cloud | Fusion Applications | Oracle Fusion Applications | Oracle NetSuite | NetSuite",
      ],
      security: ["OCI Vault | Oracle Cloud Guard | Oracle Data Safe"],
    },
  ],
  [
    "vmware",
    {
      compute: [
        "VMware vSphere | vSphere | vSphere with Tanzu | ESXi | vCenter | vMotion | VMware Cloud | Project Pacific",
        "VMware Cloud Foundation | VCF | VCF 9",
        "VMware Workstation | VMware Fusion",
      ],
      containers: [
        "VMware Tanzu | Tanzu | Tanzu Kubernetes Grid | Tanzu Platform | Tanzu Mission Control | Tanzu Application Platform | Pivotal Cloud Foundry | vSphere Kubernetes Service",
      ],
      storage: ["VMware vSAN | vSAN"],
      networking: ["VMware NSX | NSX-T | NSX", "VMware Avi Load Balancer", "VMware SD-WAN | VeloCloud"],
      security: ["VMware Carbon Black | Carbon Black", "VMware vDefend", "VMware Live Recovery | VMware Site Recovery"],
      management: ["VMware Aria | vRealize | Aria Operations | Aria Automation | VCF Operations"],
      "business-apps": ["VMware Workspace ONE | Workspace ONE | VMware Horizon"],
      "machine-learning": ["VMware Private AI Foundation | VMware Private AI"],
      "developer-tools": ["Spring AI"],
      edge: ["VMware Edge Compute Stack"],
    },
  ],
];
